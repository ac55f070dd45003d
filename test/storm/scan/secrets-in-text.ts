/**
 * What is known by its form: a security code in the layout of field 48 (bank/PROTOCOL.md: tag SC, two digits of length, the code), and
 * the bearer tokens and keys of the house, of which only hashes are kept.
 */
import type { Report, Stream } from './digit-streams.js';

const OVERLAP = 128;

/** `sign` is what each of them holds: where it is not, the pattern need not be tried. */
const FORMS: readonly (readonly [how: string, sign: string, pattern: RegExp])[] = [
  ['security code in the layout of field 48', 'SC0', /SC0(?:3\d{3}|4\d{4})(?!\d)/g],
];

const TOKENS: typeof FORMS = [
  ['session token', 'pst_', /(?<![A-Za-z0-9])pst_[\w-]{40,}/g],
  ['merchant key', 'sk_', /(?<![A-Za-z0-9])sk_(?:test_|live_)?[\w-]{32,}/g],
  ['webhook secret', 'whsec_', /(?<![A-Za-z0-9])whsec_[\w+/=-]{24,}/g],
];

/** `tokens`: whether they have no business there; a browser's own profile holds the shopper's. */
export function knownForms(report: Report, { tokens }: { readonly tokens: boolean }): Stream {
  const forms = tokens ? [...FORMS, ...TOKENS] : FORMS;
  let tail = '';
  return {
    reset: () => {
      tail = '';
    },
    feed(chunk, at) {
      const text = tail + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
      if (text.includes(WIDE)) reportWide(text, at, report);
      for (const [how, sign, pattern] of forms) {
        if (!text.includes(sign)) continue;
        for (const match of text.matchAll(pattern)) {
          // What stands in the tail alone was reported with the chunk before.
          if (match.index + match[0].length <= tail.length) continue;
          report(how, at - tail.length + match.index, match[0].slice(0, 4));
        }
      }
      tail = text.slice(-OVERLAP);
    },
  };
}

/** In UTF-16 a zero byte stands before or behind each character; of either order these are the first in the middle. */
const WIDE = 'S\0C\u00000';

function reportWide(text: string, at: number, report: Report): void {
  const narrow = text.replaceAll('\0', '');
  for (const [how, , pattern] of FORMS)
    for (const match of narrow.matchAll(pattern)) report(`${how}, UTF-16`, at, match[0].slice(0, 4));
}
