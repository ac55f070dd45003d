/**
 * What the journal may keep of a message: by the rules of `fields.ts`, and never a secret of the exchange, wherever in an
 * answer somebody may have put it.
 */
import type { MaskedMessage } from '../../core/ports.js';
import { specOf } from './fields.js';
import { own, type Message } from './message.js';

const HIDDEN = '[hidden]';
const INVALID = '[invalid]';
const MOST_SHOWN = 256;

/** Twelve digits in a row or grouped. */
const PERHAPS_A_CARD = /(?:\d[ -]?){12}/;

/** `secrets` are values that must not be shown in any field: see `secretsOf`. */
export function mask(message: Message, secrets: readonly string[] = []): MaskedMessage {
  const masked: Record<string, string> = {};
  for (const [name, value] of Object.entries(message)) {
    const shown = maskField(name, value);
    if (shown === null) continue;
    masked[name] = secrets.some(each => shown.includes(each)) ? HIDDEN : shown.slice(0, MOST_SHOWN);
  }
  return masked;
}

/** The card's number, the CAVV, and the end of the address that makes it unguessable. */
export function secretsOf(...messages: readonly Message[]): readonly string[] {
  const values = messages.flatMap(message => [
    own(message, 'acctNumber'),
    own(message, 'authenticationValue'),
    lastPart(own(message, 'threeDSServerURL')),
  ]);
  // Of two or three characters nothing is a secret, and everything contains them.
  return values.filter((value): value is string => typeof value === 'string' && value.length >= 8);
}

function lastPart(url: unknown): unknown {
  return typeof url === 'string' ? url.split('/').findLast(part => part !== '') : undefined;
}

function maskField(name: string, value: unknown): string | null {
  const spec = specOf(name);
  if (!spec || spec.mask === 'LEFT_OUT') return null;
  if (typeof value !== 'string' && typeof value !== 'boolean') return INVALID;
  const text = String(value);
  if (!spec.shape.test(text)) return INVALID;
  if (spec.mask === 'SHOWN') return text;
  if (spec.mask === 'PROSE') return PERHAPS_A_CARD.test(text) ? HIDDEN : text;
  return /^https?:/i.test(text) && URL.canParse(text) ? new URL(text).origin : INVALID;
}
