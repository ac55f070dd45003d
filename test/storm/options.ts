import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

export interface StormOptions {
  readonly seed: string;
  readonly minutes: number;
  /** How many shoppers at a time; others come with them. */
  readonly shoppers: number;
  /** Whether the folder stays although nothing was found. */
  readonly keep: boolean;
  /** Whether it is written into `test/bench/RESULTS.md` when it holds. */
  readonly record: boolean;
}

export const USAGE = `npm run storm [-- options]
  --seed N        what chance begins with; drawn when it is not given
  --minutes M     how long it lasts before it is let go quiet: 2 unless said otherwise
  --shoppers N    how many at a time: 6 unless said otherwise
  --keep          keep the evidence also when nothing is found
  --record        write what it came to into test/bench/RESULTS.md, when it holds
`;

export function readOptions(given: readonly string[]): StormOptions {
  const { values } = parseArgs({
    args: [...given],
    options: {
      seed: { type: 'string', default: String(randomInt(1_000_000)) },
      minutes: { type: 'string', default: '2' },
      shoppers: { type: 'string', default: '6' },
      keep: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
    },
  });
  const minutes = Number(values.minutes);
  const shoppers = Number(values.shoppers);
  if (!(minutes > 0 && minutes <= 24 * 60)) throw new Error('--minutes takes a number up to 1440.');
  if (!(Number.isInteger(shoppers) && shoppers >= 1 && shoppers <= 200))
    throw new Error('--shoppers takes a number from 1 to 200.');
  return { seed: values.seed, minutes, shoppers, keep: values.keep, record: values.record };
}
