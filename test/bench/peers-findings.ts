/** What the peers' figures come to, beside ours. */
import { spreadOf, told, type Spread } from './figures.js';
import { MEDUSA, VENDURE } from './peers-editions.js';
import { machine, type Findings } from './run-bench.js';
import { verdictOn } from './verdict.js';

/** All per payment, of the process that takes it and of PostgreSQL. */
export interface Measured {
  readonly perSecond: number;
  readonly p50_ms: number;
  readonly cpu_ms: number;
  readonly postgres_ms: number;
  readonly commits: number;
  readonly wal_bytes: number;
}

export interface PeerMeasured extends Measured {
  /** With what goes before the payment, which is left out of everything else. */
  readonly wholePerSecond: number;
}

/** One after the other. */
export interface Turn {
  readonly house: Measured;
  readonly medusa: PeerMeasured;
  readonly vendure: PeerMeasured;
  /** The same payment, over its own HTTP and GraphQL. */
  readonly vendureDoor: PeerMeasured;
}

export interface Results {
  readonly postgres: string;
  readonly rounds: number;
  /** By how many are at it at a time. */
  readonly turns: ReadonlyMap<number, readonly Turn[]>;
}

type Line = readonly [string, (turn: Turn) => number];

const SIDES: readonly (readonly [string, (turn: Turn) => Measured])[] = [
  ['Guichet', ({ house }) => house],
  ['Medusa', ({ medusa }) => medusa],
  ['Vendure', ({ vendure }) => vendure],
  ['Vendure through its door', ({ vendureDoor }) => vendureDoor],
];

/** Of each side, one under the other. */
const each = (title: string, figure: (measured: Measured) => number): Line[] =>
  SIDES.map(([name, side]) => [`${title}, ${name}`, turn => figure(side(turn))] as const);

const LINES: readonly Line[] = [
  ['Guichet: full payments per second', ({ house }) => house.perSecond],
  ['Medusa: authorisations per second', ({ medusa }) => medusa.perSecond],
  ['Vendure: payments of an arranged order per second', ({ vendure }) => vendure.perSecond],
  ['Vendure through its door: the same per second', ({ vendureDoor }) => vendureDoor.perSecond],
  ['Guichet ÷ Medusa', ({ house, medusa }) => house.perSecond / medusa.perSecond],
  ['Guichet ÷ Vendure', ({ house, vendure }) => house.perSecond / vendure.perSecond],
  ['Guichet ÷ Vendure through its door', ({ house, vendureDoor }) => house.perSecond / vendureDoor.perSecond],
  ['Medusa: collection, session and authorisation, per second', ({ medusa }) => medusa.wholePerSecond],
  ['Vendure: order, address, delivery and payment, per second', ({ vendure }) => vendure.wholePerSecond],
  ['Guichet ÷ Medusa with its collection and session', ({ house, medusa }) => house.perSecond / medusa.wholePerSecond],
  ...each("time of one (without the bank's), p50, ms", ({ p50_ms }) => p50_ms),
  ...each('CPU of the process, ms', ({ cpu_ms }) => cpu_ms),
  ...each('CPU of PostgreSQL, ms', ({ postgres_ms }) => postgres_ms),
  ...each('writing commits', ({ commits }) => commits),
  ...each('WAL, kB', ({ wal_bytes }) => wal_bytes / 1000),
];

export function findingsOf(results: Results): Findings {
  const { turns } = results;
  const head = ['at a time', ...[...turns.keys()].map(String)];
  const body = LINES.map(([title, figure]) => [title, ...[...turns.values()].map(all => told(spread(all, figure)))]);
  return {
    title: 'Peers: `npm run bench:peers`',
    how: howOf(results),
    rows: [head, ...body],
    verdicts: verdictsOf(turns),
  };
}

/** Whoever reads a ratio shall see what was compared. */
function howOf({ rounds, postgres }: Results): string {
  return [
    `${rounds} rounds of each in turn, medians (lowest–highest); ${machine()}, PostgreSQL ${postgres} with fsync, a database for each.`,
    'What is compared does not do the same. Guichet: the whole payment, session opened and card submitted over HTTP and GraphQL, rights and limits looked at, the card sealed, the bank asked over ISO 8583, five events told; server, bank and load are processes of their own and share the cores.',
    `Medusa ${MEDUSA.version}: \`authorizePaymentSession\` of its Payment Module alone, with \`pp_system_default\`. Vendure ${VENDURE.version}: \`OrderService.addPaymentToOrder\` in a transaction, with \`dummyPaymentHandler\`. Both are called in their own process, to their favour: no HTTP, nobody who asks is looked at, no card, no acquirer, nothing is told to anybody; and what goes before (collection and session; an order of one line, ready to be paid) is made before the clock starts, unless a line says otherwise. Through its door, Vendure is asked over HTTP and GraphQL by the bench's process, as we are, and looks at the session; there is no acquirer there either.`,
    'Every process pays for some seconds before it counts. The ratios are those of one turn each, so that what else the machine did fell on all three.',
  ].join('\n\n');
}

const AIMS: readonly (readonly [string, number, number, (turn: Turn) => number])[] = [
  ["Medusa's authorisation", 5, 12, ({ house, medusa }) => house.perSecond / medusa.perSecond],
  ["Vendure's payment", 15, 30, ({ house, vendure }) => house.perSecond / vendure.perSecond],
  ["Vendure's payment through its door", 15, 30, ({ house, vendureDoor }) => house.perSecond / vendureDoor.perSecond],
];

function verdictsOf(turns: Results['turns']): string[] {
  return [...turns].flatMap(([atATime, all]) =>
    AIMS.map(([other, bar, goal, ratio]) => {
      const what = `Guichet's full payment ÷ ${other}, ${atATime} at a time`;
      return verdictOn({ what, bar, goal, more: true }, spread(all, ratio));
    }),
  );
}

function spread(turns: readonly Turn[], figure: (turn: Turn) => number): Spread {
  return spreadOf(turns.map(figure));
}
