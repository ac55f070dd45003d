import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly rounds: number;
  readonly concurrencies: readonly number[];
  /** How many payments are recorded at most while the house warms up, and for how long; the floor says them again. */
  readonly recorded: number;
  readonly warmUp_ms: number;
  readonly house_ms: number;
  readonly floor_ms: number;
  /** Write `RESULTS.md`. */
  readonly record: boolean;
  /** List the statements of a payment. */
  readonly statements: boolean;
  /** Folder for a CPU profile of the server, which then is all that is made. */
  readonly profile: string | null;
}

const SHORT = { rounds: 3, recorded: 1_500, warmUp_ms: 12_000, house_ms: 2_000, floor_ms: 1_200 };
const LONG = { rounds: 9, recorded: 8_000, warmUp_ms: 120_000, house_ms: 15_000, floor_ms: 6_000 };

export const USAGE = `npm run bench [-- options]
  --long             for the night: more rounds, longer ones
  --record           write the figures into test/bench/RESULTS.md
  --at 1,8,64        how many payments at a time
  --statements       list the statements of a payment
  --profile FOLDER   write a CPU profile of the server under load instead of measuring
`;

export function readOptions(given: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...given],
    options: {
      long: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      statements: { type: 'boolean', default: false },
      at: { type: 'string', default: '1,8,64' },
      profile: { type: 'string' },
    },
  });
  const concurrencies = values.at.split(',').map(Number);
  // The cluster takes 120 connections, and the floor needs one for each payment at a time.
  if (!concurrencies.every(number => Number.isInteger(number) && number >= 1 && number <= 64))
    throw new Error('--at takes numbers from 1 to 64.');
  const { record, statements, profile = null } = values;
  return { ...(values.long ? LONG : SHORT), concurrencies, record, statements, profile };
}
