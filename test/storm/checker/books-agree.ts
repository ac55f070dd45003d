/**
 * 3. At rest the two books agree: no difference in {RRN, amount, currency, state}. And what we believe the bank has said is what it
 * has written down that it said.
 */
import type { BookAuthorisation } from './bank-book.js';
import { Check, grouped } from './check.js';
import type { Evidence } from './read.js';
import type { ExchangeRow, TransactionRow } from './rows.js';
import { HOLDING } from './states.js';

interface Line {
  readonly amount: number;
  readonly currency: string;
  readonly state: 'HELD' | 'CAPTURED' | 'NOTHING';
  readonly held: number;
  readonly captured: number;
  readonly refunded: number;
}

const NOTHING = { state: 'NOTHING', held: 0, captured: 0, refunded: 0 } as const;

export function booksAgree(evidence: Evidence): Check {
  const check = new Check(3, 'the two books');
  const { book, tables } = evidence;
  const acceptors = new Map(tables.shop.map(shop => [shop.id, shop.acceptor]));
  const asked = grouped(
    tables.exchange.filter(({ kind }) => kind === 'AUTHORISATION'),
    row => `${acceptors.get(row.shop_id)} ${row.rrn}`,
  );
  const ours = new Map(tables.transaction.map(row => [`${acceptors.get(row.shop_id)} ${row.rrn}`, row]));
  const theirs = grouped(book.authorisations, line => `${line.acceptor} ${line.rrn.trimEnd()}`);
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const row = ours.get(key);
    const lines = theirs.get(key) ?? [];
    const told = row && HOLDING.has(row.status) && lapsedAtBoth(evidence, row, lines) ? undefined : row;
    const expected = ourLine(told, asked.get(key) ?? []);
    const found = theirLine(lines);
    const agrees = isNothing(expected) ? isNothing(found) : JSON.stringify(expected) === JSON.stringify(found);
    check.that(agrees, 'The books differ.', {
      rrn: key,
      transaction: row?.id,
      status: row?.status,
      ours: expected,
      theirs: found,
    });
  }
  return check;
}

function isNothing({ held, captured, refunded }: Line): boolean {
  return held + captured + refunded === 0;
}

function ourLine(row: TransactionRow | undefined, asked: readonly ExchangeRow[]): Line {
  const amount = asked.find(({ stan }) => stan === row?.stan)?.amount ?? row?.authorised ?? 0;
  if (!row) return { amount, currency: '', ...NOTHING };
  const { captured, refunded, currency } = row;
  const held = HOLDING.has(row.status) ? row.to_validate + row.to_capture + row.remitting : 0;
  return {
    amount,
    currency,
    state: captured > 0 ? 'CAPTURED' : held > 0 ? 'HELD' : 'NOTHING',
    held,
    captured,
    refunded,
  };
}

/** Of several authorisations under one RRN all but one hold nothing; should they, it shows in the sum. */
function theirLine(lines: readonly BookAuthorisation[]): Line {
  const live = lines.filter(line => !isNothing({ ...line, state: 'NOTHING' }));
  const [first] = live;
  if (!first) return { amount: 0, currency: '', ...NOTHING };
  const total = (name: 'held' | 'captured' | 'refunded') => live.reduce((sum, line) => sum + line[name], 0);
  const [held, captured, refunded] = [total('held'), total('captured'), total('refunded')];
  return {
    amount: first.amount,
    currency: first.currency,
    state: captured > 0 ? 'CAPTURED' : 'HELD',
    held,
    captured,
    refunded,
  };
}

/**
 * A hold lapses at the bank after thirty days. What still waits for a validation then has lapsed for us as well: it is known to have
 * ended, and will be authorised again when it is validated.
 */
function lapsedAtBoth({ tables, run }: Evidence, row: TransactionRow, lines: readonly BookAuthorisation[]): boolean {
  const shop = tables.shop.find(({ id }) => id === row.shop_id);
  const now_ms = Date.parse(run.endedAt) + (shop?.clock_offset_ms ?? 0);
  const ended = row.authorisation_expires_at;
  const lapsed = lines.some(({ state }) => state === 'LAPSED');
  return lapsed && row.status === 'TO_VALIDATE' && ended !== null && Date.parse(ended) <= now_ms;
}
