/**
 * JSON as base64url (RFC 4648, 5; no padding), as EMV sends it through browsers. Read strictly: every object has one
 * text, and every text that is none is refused.
 */
import { isObject, type Message } from './message.js';

/** A CRes is some 300 characters long. */
const MOST_CHARACTERS = 8192;

export function encodeJson(message: Message): string {
  return Buffer.from(JSON.stringify(message)).toString('base64url');
}

/** Null for what is no JSON object in base64url. */
export function decodeJson(text: string): Message | null {
  if (text.length > MOST_CHARACTERS || !/^[\w-]+$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  // Bits to spare at the end, or a character too many.
  if (bytes.toString('base64url') !== text) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
