/** What a storm says of itself in the end. */
import { recordSection } from '../bench/record.js';
import { machine } from '../bench/run-bench.js';
import { verdictOn } from '../bench/verdict.js';
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

export function record(options: StormOptions, { counts, quiet }: Outcome, { checked }: Verdict): void {
  const sumOf = (numbers: Iterable<number>) => [...numbers].reduce((sum, number) => sum + number, 0);
  const kills = sumOf([...counts].filter(([kind]) => kind.endsWith('SIGKILL')).map(([, count]) => count));
  const aim = { what: 'real kills (SIGKILL) in one storm without a violation', bar: 100, goal: 10_000, more: true };
  recordSection(
    'Storm: `npm run storm`',
    [
      `Seed ${options.seed}, ${options.minutes} minutes, ${options.shoppers} shoppers at a time; quiet after ${Math.round(quiet.lasted_ms / 1_000)} seconds; ${machine()}.`,
      `${sumOf(counts.values())} faults of ${counts.size} kinds, ${sumOf(Object.values(checked))} checks, no violation.`,
      `- ${verdictOn(aim, { median: kills, lowest: kills, highest: kills })}`,
    ].join('\n\n'),
  );
}
