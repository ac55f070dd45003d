/**
 * Global ids: a readable prefix and 26 characters, of which the first ten tell the time, so that ids sort as they were
 * born (Crockford's base 32; 48 bits of milliseconds, 80 bits of chance).
 */
import type { Clock, Random } from './ports.js';

export const ID_PREFIXES = {
  session: 'ps',
  transaction: 'txn',
  authentication: 'auth',
  refund: 'ref',
  remittance: 'rem',
  item: 'itm',
  shop: 'shop',
  merchant: 'mer',
  member: 'mem',
  signIn: 'sin',
  key: 'key',
  event: 'evt',
  endpoint: 'whe',
  webhookSecret: 'whk',
  delivery: 'msg',
  card: 'card',
  exchange: 'exc',
  work: 'work',
  report: 'rep',
  reportMail: 'mail',
  request: 'req',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

export function newId(kind: IdKind, chance: { readonly clock: Clock; readonly random: Random }): string {
  return `${ID_PREFIXES[kind]}_${timePart(chance.clock.now().getTime())}${randomText(16, chance.random)}`;
}

/** Characters of chance, five bits each. */
export function randomText(length: number, random: Random): string {
  let text = '';
  for (const byte of random.bytes(length)) text += ALPHABET[byte & 31];
  return text;
}

/** Whether `text` has the form of an id of this kind; says nothing of its existence. */
export function isId(kind: IdKind, text: string): boolean {
  return new RegExp(`^${ID_PREFIXES[kind]}_[0-9a-hjkmnp-tv-z]{26}$`).test(text);
}

/** The kind of a global id, or undefined. */
export function kindOfId(text: string): IdKind | undefined {
  const kinds = Object.keys(ID_PREFIXES) as IdKind[];
  return kinds.find(kind => isId(kind, text));
}

function timePart(at_ms: number): string {
  let rest = at_ms;
  let text = '';
  for (let place = 0; place < 10; place++) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
