/**
 * Who sends a request, as far as the request itself shows it: from where, with which cookies, and whether one of our own
 * pages sent it.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import type { Secret } from '../core/secret.js';

export interface Visitor {
  /** For counting tries: an IPv4 address, or the /64 that an IPv6 address lies in, because a household has all of it. */
  readonly address: string;
  readonly cookies: ReadonlyMap<string, string>;
  /** Sends a cookie with the answer: a whole `Set-Cookie` line. */
  readonly setCookie: (line: string) => void;
}

/** What is known of the way a request takes to this process. */
export interface Way {
  /** A proxy of the operator's stands before us, whose word on addresses counts. */
  readonly behindProxy: boolean;
  /** Whoever sends it is our own web process and speaks for somebody else. */
  readonly internalToken: Secret;
}

type Request = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Where the request comes from: the last address that somebody we believe wrote down. */
export function addressOf(request: Request, way: Way): string {
  const told = way.behindProxy || isFromOurPages(request.headers, way) ? lastForwarded(request.headers) : null;
  return told ?? request.socket.remoteAddress ?? '';
}

/** Whether our web process sends it. It answers only forms and pages of its own, and hands on the caller's cookie. */
export function isFromOurPages(headers: IncomingHttpHeaders, { internalToken }: Way): boolean {
  const given = Buffer.from(String(headers['x-internal-token'] ?? ''));
  const ours = Buffer.from(internalToken.reveal());
  return given.length === ours.length && timingSafeEqual(given, ours);
}

/**
 * Fetch Metadata (W3C) says where a request comes from and no page can set it; browsers without it send `Origin` with
 * every POST and with every WebSocket. A GET without either changes nothing, and its answer is not shown to strangers.
 */
export function isFromOurOrigin({ headers, method }: Pick<IncomingMessage, 'headers' | 'method'>, publicUrl: string) {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  if (headers.origin !== undefined) return headers.origin === new URL(publicUrl).origin;
  return method === 'GET' && headers.upgrade === undefined;
}

/**
 * Whether a page of somebody else opens this WebSocket: browsers always say where it comes from, and are held by no
 * same-origin policy (RFC 6455, section 10.2). Who says nothing is no browser.
 */
export function isForeign({ headers }: Pick<IncomingMessage, 'headers'>, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return true;
  return headers.origin !== undefined && headers.origin !== new URL(publicUrl).origin;
}

/** A name that comes twice counts once, the first time. */
export function cookiesOf(headers: IncomingHttpHeaders): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (name !== '' && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

/**
 * `__Host-` ties a cookie to this very host over TLS (RFC 6265bis, section 4.1.3.2); on plain loopback http browsers refuse
 * that prefix, and it goes without.
 */
export function cookieName(name: string, publicUrl: string): string {
  return publicUrl.startsWith('https:') ? `__Host-${name}` : name;
}

/** Without `keep_s` the browser forgets it when it is closed; 0 deletes it. */
export function cookieLine(name: string, value: string, publicUrl: string, keep_s?: number): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const age = keep_s === undefined ? '' : `; Max-Age=${keep_s}`;
  return `${cookieName(name, publicUrl)}=${value}; Path=/; HttpOnly${secure}; SameSite=Strict${age}`;
}

/** What tries are counted under. */
export function addressBlock(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after].slice(0, 4).map(group => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}

function lastForwarded(headers: IncomingHttpHeaders): string | null {
  const told = headers['x-forwarded-for'];
  const last = (Array.isArray(told) ? told.join(',') : (told ?? '')).split(',').at(-1)?.trim();
  return last || null;
}
