/**
 * Text that people and machines hand us: bounded, without control characters, and never with a card number in it, as
 * shoppers do type their card into the wrong field (PCI DSS 3.3–3.5: what is not stored cannot leak).
 */
import { refuse } from './refusal.js';
import { passesLuhn } from './card.js';
import { Secret } from './secret.js';

/** UUIDs and longer hexadecimal names are drawn by machines: one in a thousand has a run of digits that looks like a card. */
const MACHINE_MADE =
  /(?<![0-9a-z])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9]*[a-f])[0-9a-f]{32,})(?![0-9a-z])/gi;
const DIGIT_RUN = /\d(?:[ .\-\u00a0\u202f]?\d){12,18}/g;
/** First digits that the schemes issue cards under (ISO/IEC 7812): Visa; Mastercard; Amex; Diners; Maestro and the rest. */
const SCHEME_PREFIX = /^(?:4|5|6|3[0689]|3[47]|2(?:2[2-9]|[3-6]|7[01]|720))/;

export function holdsCardNumber(text: string): boolean {
  return (text.replaceAll(MACHINE_MADE, ' … ').match(DIGIT_RUN) ?? []).some(run => {
    const digits = run.replaceAll(/\D/g, '');
    return SCHEME_PREFIX.test(digits) && passesLuhn(new Secret(digits));
  });
}

export interface TextRule {
  readonly path: string;
  readonly min?: number;
  readonly max: number;
}

/** The text itself, trimmed of nothing, or a refusal that names the field but never repeats its content. */
export function requireText(text: string, { path, min = 1, max }: TextRule): string {
  if (text.length < min || text.length > max)
    throw refuse('INPUT_INVALID', `This text has ${min} to ${max} characters.`, { path, limit: `${max} characters` });
  if (min > 0 && text.trim() === '') throw refuse('INPUT_INVALID', 'This text may not be blank.', path);
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]|[\ud800-\udfff]/u.test(text))
    throw refuse('INPUT_INVALID', 'This text may not hold control characters.', path);
  if (holdsCardNumber(text)) throw refuse('INPUT_INVALID', 'A card number does not belong here.', path);
  return text;
}
