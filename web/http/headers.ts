/**
 * Small readings of a request that several pages share.
 */
import type { IncomingMessage } from 'node:http';

/** The cookies of a request; a name that comes twice counts once, the first time. */
export function cookiesOf(request: Pick<IncomingMessage, 'headers'>): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

/** The shopper's address. The public door writes it; the last entry is the one it saw itself. */
export function addressOf(request: Pick<IncomingMessage, 'headers'>): string | null {
  const header = request.headers['x-forwarded-for'];
  const last = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').at(-1)?.trim();
  return last || null;
}

/** One value of a query parameter; given twice, it counts as absent. */
export function single(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
