import { expect, test } from '@jest/globals';
import { RANGES, SIPS_PREFIXES } from '../../bank/ranges.js';
import { sandboxRanges } from '../../server/cards/sandbox-ranges.js';

const known = sandboxRanges(new Date(0));

/** What the server knows of the card whose number begins like this. */
function knownOf(beginning: string) {
  const point = beginning.padEnd(19, '5');
  return known.filter(({ low, high }) => low <= point && point <= high);
}

test.each(RANGES)(
  'the server knows $bin as the bank does',
  ({ bin, brands, country, funding, issuer, length, enrolled }) => {
    const same = { brands, issuing_country: country, funding, issuer, number_length: length };
    expect(knownOf(`${bin}00`)).toMatchObject([{ ...same, enrolled: false }]);
    expect(knownOf(`${bin}01`)).toMatchObject([{ ...same, enrolled }]);
    expect(knownOf(`${bin}99`)).toMatchObject([{ ...same, enrolled }]);
  },
);

test.each(SIPS_PREFIXES)(
  'the server knows $bin, of the tests of SIPS, as the bank does',
  ({ bin, brands, funding }) => {
    expect(knownOf(bin)).toMatchObject([{ brands, funding, enrolled: false }]);
  },
);

test('the server knows no other card', () => {
  expect(known).toHaveLength(2 * RANGES.length + SIPS_PREFIXES.length);
});
