/**
 * Messages by chance: any set of fields, each with any value that its rule allows.
 */
import * as fc from 'fast-check';
import { FIELDS, type FieldSpec } from '../../../server/adapters/acquirer/spec.js';
import type { Message } from '../../../server/adapters/acquirer/iso8583.js';

/** Always the same chance, so that a red test is red again; another seed is worth a try now and then. */
export function runs(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: Number(process.env['SEED'] ?? 8583), numRuns };
}

const DIGITS = [...'0123456789'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
const PRINTABLE = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));

function text(alphabet: readonly string[], minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
}

/** Two digits from `from` to `to`. */
function two(from: number, to: number): fc.Arbitrary<string> {
  return fc.integer({ min: from, max: to }).map(value => String(value).padStart(2, '0'));
}

const time = fc.tuple(two(0, 23), two(0, 59), two(0, 59)).map(parts => parts.join(''));
const date = fc.tuple(two(1, 12), two(1, 31)).map(parts => parts.join(''));

/** Fields that hold more than their format says. */
const MEANINGFUL: Readonly<Record<number, fc.Arbitrary<string>>> = {
  2: text(DIGITS, 12, 19),
  7: fc.tuple(date, time).map(parts => parts.join('')),
  11: fc.integer({ min: 1, max: 999_999 }).map(value => String(value).padStart(6, '0')),
  12: time,
  13: date,
  14: fc.tuple(two(0, 99), two(1, 12)).map(parts => parts.join('')),
};

export function anyValue(spec: FieldSpec): fc.Arbitrary<string> {
  const { number, content, prefix, size } = spec;
  const meaningful = MEANINGFUL[number];
  if (meaningful) return meaningful;
  if (content === 'n') return text(DIGITS, prefix ? 1 : size, size);
  if (content === 'x+n')
    return fc.tuple(fc.constantFrom('C', 'D'), text(DIGITS, size - 1, size - 1)).map(parts => parts.join(''));
  if (content === 'an') return text([...DIGITS, ...LETTERS], 1, size);
  if (prefix) return text(PRINTABLE, 1, size);
  // Spaces at the end of a fixed text are padding, so a value has none.
  return text(PRINTABLE, 1, size).map(value => value.trimEnd() || 'x');
}

export const anyMessage: fc.Arbitrary<Message> = fc
  .tuple(
    fc.constantFrom(
      '0100',
      '0110',
      '0220',
      '0221',
      '0230',
      '0420',
      '0421',
      '0430',
      '0500',
      '0501',
      '0510',
      '0800',
      '0810',
    ),
    fc.subarray([...FIELDS]),
  )
  .chain(([mti, specs]) =>
    fc
      .tuple(...specs.map(anyValue))
      .map(values => ({ mti, fields: new Map(specs.map((spec, index) => [spec.number, values[index] ?? ''])) })),
  );
