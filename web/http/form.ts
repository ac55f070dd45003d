/**
 * Reading what a form sends, and telling our own forms from a stranger's.
 */
import type { IncomingMessage } from 'node:http';

/** No form of ours is longer; a card form has some four hundred bytes. */
export const LARGEST_FORM_bytes = 16_384;

export type Form = ReadonlyMap<string, string>;

/** An answer other than 200 or 303 that a form can earn by its outward shape alone. */
export type FormFault = 400 | 403 | 413 | 415;

export async function readForm(request: IncomingMessage, publicUrl: string): Promise<Form | FormFault> {
  if (!isOwnPage(request, publicUrl)) return 403;
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return 415;
  const body = await readBody(request);
  return body === null ? 413 : parseForm(body);
}

/** Our forms send each field once; whoever sends one twice wants two readers to disagree. */
export function parseForm(body: string): Form | FormFault {
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    if (form.has(name)) return 400;
    form.set(name, value);
  }
  return form;
}

/**
 * Fetch Metadata (W3C) says where a request comes from and cannot be set by a page; browsers that do not send it send
 * `Origin` with every POST. The cookie is SameSite=Lax besides.
 */
export function isOwnPage(request: Pick<IncomingMessage, 'headers'>, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return request.headers.origin === new URL(publicUrl).origin;
}

/** Reads what a stranger's form sends and forgets it; false when it is more than a form of ours may be. */
export async function discardForm(request: IncomingMessage): Promise<boolean> {
  return (await readBody(request)) !== null;
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length_bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length_bytes += chunk.length;
    if (length_bytes > LARGEST_FORM_bytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
