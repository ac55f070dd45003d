/**
 * What must not lie in the tree: card numbers that could be somebody's, keys, tokens, and where it was written.
 */
import { RANGES, SIPS_PREFIXES } from '../../bank/ranges.js';
import type { File } from './tree.js';

/** The first six digits of the sandbox bank's cards, SIPS's test prefixes among them. */
export const SANDBOX_RANGES: ReadonlySet<string> = new Set([...RANGES, ...SIPS_PREFIXES].map(({ bin }) => bin));

/**
 * Thirteen to nineteen digits that begin as payment cards do (ISO/IEC 7812-1: 2 to 6; an instant in milliseconds begins
 * with a 1), in one piece or grouped as on a card.
 */
const CARD_NUMBER =
  /(?<![\dA-Za-z])(?:[2-6]\d{12,18}|[2-6]\d{3}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|3\d{3}([ -])\d{6}\2\d{5})(?![\dA-Za-z])/g;

export function cardNumbers({ path, text }: File): string[] {
  return [...text.matchAll(CARD_NUMBER)].flatMap(match => {
    const digits = match[0].replaceAll(/\D/g, '');
    if (!passesLuhn(digits) || SANDBOX_RANGES.has(digits.slice(0, 6))) return [];
    return [`${path}:${lineOf(text, match.index)} holds a card number that begins with ${digits.slice(0, 6)}.`];
  });
}

/** ISO/IEC 7812-1 annex B, written apart from the core's, which these rules watch. */
function passesLuhn(digits: string): boolean {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  const sum = [...digits].reduce((total, digit, place) => {
    const even = (digits.length - place) % 2 === 0;
    return total + (even ? (doubled[Number(digit)] ?? 0) : Number(digit));
  }, 0);
  return sum % 10 === 0;
}

const SECRETS: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['a merchant key', /\bsk_(?:test_|live_)?[A-Za-z0-9_-]{32,}/],
  ['a session token', /\bpst_[A-Za-z0-9_-]{32,}/],
  ['a webhook secret', /\bwhsec_[A-Za-z0-9+/=]{24,}/],
  ['a signed token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./],
  ['a token of a code host', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,}|glpat-[\w-]{20,})/],
  ['a token of a package registry', /\bnpm_[A-Za-z0-9]{30,}|_authToken\s*=\s*[^\s$]/],
  ['a key of a cloud', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}/],
  ['a token of a messenger', /\bxox[abprs]-[A-Za-z0-9-]{10,}/],
];

export function secrets({ path, text }: File): string[] {
  return SECRETS.flatMap(([what, pattern]) => {
    const match = pattern.exec(text);
    return match ? [`${path}:${lineOf(text, match.index)} holds ${what}.`] : [];
  });
}

/** Where somebody's checkout or home lies is nobody's business, and true on one machine only. */
export function machinePaths({ path, text }: File, checkout: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const found =
      line.includes(checkout) || /(?:^|[\s"'`=(:])(?:\/home\/\w|\/Users\/\w|\/root\/|[A-Z]:\\Users\\)/.test(line);
    return found ? [`${path}:${index + 1} names a place on somebody's machine.`] : [];
  });
}

function lineOf(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
