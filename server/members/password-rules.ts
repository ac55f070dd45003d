/**
 * What a new password must be (NIST SP 800-63B, 3.1.1.2; OWASP ASVS 5.0, 6.2): long, and none that is tried first. No rule
 * of capitals and signs.
 */
import { refuse } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';
import { COMMON_PASSWORDS } from './common-passwords.js';

const LEAST = 12;
const MOST = 128;

export function requirePassword(password: Secret, email: string, path: string): Secret {
  const text = password.reveal().normalize('NFKC');
  const { length } = [...text];
  const not = (message: string) => refuse('PASSWORD_NOT_ACCEPTED', message, { path, limit: `${LEAST}–${MOST}` });
  if (length < LEAST || length > MOST) throw not(`A password has ${LEAST} to ${MOST} characters.`);
  const lower = text.toLowerCase();
  const [name = ''] = email.toLowerCase().split('@');
  if (lower.includes(email.toLowerCase()) || (name.length >= 5 && lower.includes(name)))
    throw not('A password does not hold the address.');
  if (isCommon(lower)) throw not('Many people use this password; it is among the first to be tried.');
  return password;
}

/** A common one stays common with digits and signs behind it, or written twice. */
function isCommon(lower: string): boolean {
  const whole = lower.replaceAll(/\s/g, '');
  const bare = whole.replace(/[^\p{L}]+$/u, '');
  return [whole, bare, half(whole), half(bare)].some(text => COMMON_PASSWORDS.has(text)) || isSequence(lower);
}

function half(text: string): string {
  const middle = text.length / 2;
  return text.slice(0, middle) === text.slice(middle) ? text.slice(0, middle) : text;
}

/** `aaaaaaaaaaaa`, `123456789012`, `abcabcabcabc`: fewer than five different characters, or each next to the one before. */
function isSequence(text: string): boolean {
  const codes = [...text].map(character => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const inOrder = steps.filter(step => step === 1 || step === -1 || step === -9 || step === 9).length;
  return new Set(codes).size < 5 || inOrder === steps.length;
}
