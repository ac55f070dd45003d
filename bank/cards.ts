/**
 * Run directly, prints example cards of every range, and what their digits mean.
 */
import { AUTHENTICATIONS, LETTER_CODES, cardNumber } from './grammar.js';
import { RANGES, SIPS_PREFIXES } from './ranges.js';

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? [];
  return rows
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const examples = RANGES.map(({ bin, brands, funding, country, issuer, enrolled }) => [
  cardNumber(bin, '00', 1, '00'),
  cardNumber(bin, enrolled ? '02' : '00', 1, '51'),
  brands.join('+'),
  funding,
  country,
  issuer,
  enrolled ? 'enrolled' : 'not enrolled',
]);

const sips = SIPS_PREFIXES.map(({ bin, brands, length }) => [
  bin.padEnd(length, '0'),
  `${bin.padEnd(length - 2, '0')}05`,
  brands.join('+'),
]);

process.stdout.write(
  `BBBBBB DD sssss RR L: range, 3-D Secure, serial, response code, Luhn digit. Any expiry to come, any security code.

${table([['approved, no 3-D Secure', 'challenge, then 51', 'brand', 'funding', 'country', 'issuer', '3-D Secure'], ...examples])}

DD, in an enrolled range
${table(Object.entries(AUTHENTICATIONS).toSorted())}

RR that stand for letters
${table(Object.entries(LETTER_CODES))}

SIPS's own test cards: the last two digits are the code
${table([['approved', 'declined with 05', 'brand'], ...sips])}
`,
);
