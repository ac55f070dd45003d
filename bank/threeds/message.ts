/**
 * A message of EMV 3-D Secure as it comes: JSON, of which nothing may be believed yet.
 */
export type Json = Readonly<Record<string, unknown>>;

export const VERSIONS: readonly string[] = ['2.1.0', '2.2.0'];

/** RFC 9562. EMVCo has all transaction ids be UUIDs in lower or upper case. */
export const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

export const LARGEST_MESSAGE_bytes = 64 * 1024;

/** The object that this text is, or undefined. */
export function parseObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

/** A field of its own: what every object inherits is none. */
export function field(message: Json, name: string): unknown {
  return Object.hasOwn(message, name) ? message[name] : undefined;
}

/** A field whose form `faultOf` has checked. */
export function must(message: Json, name: string): string {
  const value = field(message, name);
  if (typeof value !== 'string') throw new Error(`${name} was read without being required`);
  return value;
}

/** RFC 4648 section 5, without padding, as CReq, CRes and the method's data are written. */
export function decodeBase64url(text: string): Json | undefined {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined;
  return parseObject(Buffer.from(text, 'base64url').toString());
}

export function encodeBase64url(message: Json): string {
  return Buffer.from(JSON.stringify(message)).toString('base64url');
}

/** The address of a page or a door, for a browser or for us; never a script or a file. */
export function webAddress(value: unknown, longest: number): URL | undefined {
  if (typeof value !== 'string' || value.length > longest || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  const plain = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return plain ? url : undefined;
}
