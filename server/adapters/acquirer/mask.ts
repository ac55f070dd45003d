/**
 * What the journal may keep of a message (PCI DSS 3.3.1, 3.4.1): by the rules of `spec.ts` and `tags.ts`, and never
 * the request's own secrets, wherever in its answer a host may have put them.
 */
import type { MaskedMessage } from '../../core/ports.js';
import type { Message } from './iso8583.js';
import { specOf } from './spec.js';
import { decodeTags, maskTags } from './tags.js';

const HIDDEN = '[hidden]';

/** `secrets` are values that must not be shown in any field: see `secretsOf`. */
export function mask(message: Message, secrets: readonly string[] = []): MaskedMessage {
  const masked: Record<string, string> = { 0: message.mti };
  for (const [number, value] of message.fields) {
    const shown = maskField(number, value);
    if (shown !== null) masked[number] = hide(shown, secrets);
  }
  return masked;
}

/** The card number and the CAVV. Not the security code: three digits are found in any amount, and tags hide it. */
export function secretsOf(request: Message): readonly string[] {
  const cavv = decodeTags(request.fields.get(48) ?? '')?.CV;
  return [request.fields.get(2), cavv].filter(secret => secret !== undefined);
}

export function hide(text: string, secrets: readonly string[]): string {
  return secrets.some(secret => text.includes(secret)) ? HIDDEN : text;
}

function maskField(number: number, value: string): string | null {
  switch (specOf(number)?.mask) {
    case 'SHOWN':
      return value;
    case 'CARD_NUMBER':
      return maskNumber(value);
    case 'TAGS':
      return maskTags(value);
    case 'LEFT_OUT':
    case undefined:
      return null;
  }
}

/** First six and last four; nothing at all of a number too short to have anything between them. */
function maskNumber(digits: string): string {
  if (digits.length < 12) return '*'.repeat(digits.length);
  return `${digits.slice(0, 6)}${'*'.repeat(digits.length - 10)}${digits.slice(-4)}`;
}
