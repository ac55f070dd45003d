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
  /** Over HTTP, with the provider that asks the bank: what ours is compared with. */
  readonly medusaDoor: PeerMeasured;
  readonly vendureDoor: PeerMeasured;
  /** By their own process, with the provider that says yes. */
  readonly medusa: PeerMeasured;
  readonly vendure: PeerMeasured;
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
  ['Medusa', ({ medusaDoor }) => medusaDoor],
  ['Vendure', ({ vendureDoor }) => vendureDoor],
  ['Medusa within', ({ medusa }) => medusa],
  ['Vendure within', ({ vendure }) => vendure],
];

/** Of each side, one under the other. */
const each = (title: string, figure: (measured: Measured) => number): Line[] =>
  SIDES.map(([name, side]) => [`${title}, ${name}`, turn => figure(side(turn))] as const);

const cpuOf = ({ cpu_ms, postgres_ms }: Measured): number => cpu_ms + postgres_ms;

const LINES: readonly Line[] = [
  ['Guichet: full payments per second', ({ house }) => house.perSecond],
  ['Medusa: authorisations per second', ({ medusaDoor }) => medusaDoor.perSecond],
  ['Vendure: payments of an arranged order per second', ({ vendureDoor }) => vendureDoor.perSecond],
  ['Guichet ÷ Medusa', ({ house, medusaDoor }) => house.perSecond / medusaDoor.perSecond],
  ['Guichet ÷ Vendure', ({ house, vendureDoor }) => house.perSecond / vendureDoor.perSecond],
  ['Medusa: collection, session and authorisation, per second', ({ medusaDoor }) => medusaDoor.wholePerSecond],
  ['Vendure: order, address, delivery and payment, per second', ({ vendureDoor }) => vendureDoor.wholePerSecond],
  [
    'Guichet ÷ Medusa, its collection and session too',
    ({ house, medusaDoor }) => house.perSecond / medusaDoor.wholePerSecond,
  ],
  ['Medusa within: authorisations per second, no bank', ({ medusa }) => medusa.perSecond],
  ['Vendure within: payments per second, no bank', ({ vendure }) => vendure.perSecond],
  ['Guichet ÷ Medusa within', ({ house, medusa }) => house.perSecond / medusa.perSecond],
  ['Guichet ÷ Vendure within', ({ house, vendure }) => house.perSecond / vendure.perSecond],
  ...each('time of one, p50, ms', ({ p50_ms }) => p50_ms),
  ...each('CPU of the process, ms', ({ cpu_ms }) => cpu_ms),
  ...each('CPU of PostgreSQL, ms', ({ postgres_ms }) => postgres_ms),
  ['CPU of process and PostgreSQL, Medusa ÷ Guichet', ({ house, medusaDoor }) => cpuOf(medusaDoor) / cpuOf(house)],
  ['CPU of process and PostgreSQL, Vendure ÷ Guichet', ({ house, vendureDoor }) => cpuOf(vendureDoor) / cpuOf(house)],
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
    "All three are asked over HTTP by the bench's process, with a card, look at who asks, and ask the same sandbox bank for an authorisation, with the same message, through the same code, over ISO 8583. Each server is one process; bank, PostgreSQL and the load share its cores. In the end, all that was counted stands in each database, and stands in the bank's book as approved.",
    'Guichet does in the clock: two requests, session opened and card submitted, over GraphQL; rights and limits looked at; the card sealed; what is asked written down before it is asked; the answer recorded; five events told.',
    `Medusa ${MEDUSA.version} is its whole server, in production mode: one request to a route of its store, written as its documentation tells to, which calls \`authorizePaymentSession\` with a payment provider that asks the bank; its server looks at the shop front's publishable key. Before the clock starts: payment collection and session. Not done, to its favour: no cart is completed, so no order is made and no stock reserved; no Redis, what its modules share is in memory; no line of a log for a request.`,
    `Vendure ${VENDURE.version} is its whole server, in production mode: \`addPaymentToOrder\` at its shop API, over GraphQL, with a payment handler that asks the bank; its server looks at the shopper's session. Before the clock starts: an order of one line, ready to be paid. It does more than a payment, and cannot do less: the order passes from state to state, stock is allocated, the history is written.`,
    "Neither of them, as they are run here, seals or keeps a card, watches for cards being tried, writes down what it asks before it asks, undoes what it has no answer to, or keeps events for a merchant's server to be told.",
    '_Within_ is context, and no comparison: the same services called in their own process, behind no door, with the provider that says yes and asks nobody (`pp_system_default`, `dummyPaymentHandler`).',
    "Every process pays for some seconds before it counts. The ratios are those of one turn each, so that what else the machine did fell on all three. The time of one is from the first request to the last answer, the bank's time in it.",
  ].join('\n\n');
}

const AIMS: readonly (readonly [string, number, number, (turn: Turn) => number])[] = [
  ["Medusa's authorisation", 5, 12, ({ house, medusaDoor }) => house.perSecond / medusaDoor.perSecond],
  ["Vendure's payment", 15, 30, ({ house, vendureDoor }) => house.perSecond / vendureDoor.perSecond],
];

function verdictsOf(turns: Results['turns']): string[] {
  return [...turns].flatMap(([atATime, all]) =>
    AIMS.map(([other, bar, goal, ratio]) => {
      const what = `Guichet's full payment ÷ ${other}, each through its door and asking the bank, ${atATime} at a time`;
      return verdictOn({ what, bar, goal, more: true }, spread(all, ratio));
    }),
  );
}

function spread(turns: readonly Turn[], figure: (turn: Turn) => number): Spread {
  return spreadOf(turns.map(figure));
}
