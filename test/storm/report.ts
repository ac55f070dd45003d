/** What a storm says of itself in the end. */
import type { Verdict } from './evidence.js';
import type { StormOptions } from './options.js';
import type { Outcome } from './storm.js';

/** Everything that makes a storm fail, a sentence each. */
export function complaints({ missing, quiet, faultsOfClients, unanswered }: Outcome, verdict: Verdict): string[] {
  return [
    ...missing.map(kind => `It never happened: ${kind}.`),
    ...quiet.left.map(({ what, count }) => `It did not come to an end: ${count} ${what}.`),
    ...unanswered.map(what => `It was never answered: ${what}.`),
    ...faultsOfClients.map(fault => `A client made no sense of it: ${fault}`),
    ...verdict.violations.map(
      ({ invariant, says, where }) => `Invariant ${invariant}: ${says} ${JSON.stringify(where)}`,
    ),
  ];
}

export function written(options: StormOptions, { counts, work, quiet }: Outcome, { checked }: Verdict): string {
  const table = (title: string, rows: Iterable<readonly [string, number]>) =>
    [title, ...[...rows].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(row)].join('\n');
  return [
    `storm of seed ${options.seed}: ${options.minutes} minutes, quiet after ${Math.round(quiet.lasted_ms / 1_000)} seconds`,
    table('what was done', work),
    table('what went wrong', counts),
    table('what was checked', Object.entries(checked)),
  ].join('\n\n');
}

const row = ([name, count]: readonly [string, number]): string => `${String(count).padStart(8)}  ${name}`;

export function replay({ seed, minutes, shoppers }: StormOptions): string {
  return `npm run storm -- --seed ${seed} --minutes ${minutes} --shoppers ${shoppers}`;
}
