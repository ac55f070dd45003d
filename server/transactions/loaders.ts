import DataLoader from 'dataloader';
import type { Selectable } from 'kysely';
import type { Deps } from '../database/deps.js';
import type { EventTable } from '../database/tables.js';
import { inOrderOfSubjects } from '../notifications/sequence-events.js';
import type { ExchangeRow } from './exchange.js';
import { surroundingsOf, type Surroundings } from './facts.js';
import type { TransactionRow } from './transaction.js';

export type EventRow = Selectable<EventTable>;

/** Reads of what belongs to transactions, batched over one request. */
export function transactionLoaders(deps: Deps) {
  return {
    cards: one(ids => deps.sql.selectFrom('card').selectAll().where('id', 'in', ids).execute()),
    sessions: one(ids => deps.sql.selectFrom('payment_session').selectAll().where('id', 'in', ids).execute()),
    transactions: one(ids => deps.sql.selectFrom('transaction').selectAll().where('id', 'in', ids).execute()),
    authentications: one(ids => deps.sql.selectFrom('authentication').selectAll().where('id', 'in', ids).execute()),
    shops: one(ids => deps.sql.selectFrom('shop').selectAll().where('id', 'in', ids).execute()),
    ofSession: many<TransactionRow>(
      ids => deps.sql.selectFrom('transaction').selectAll().where('session_id', 'in', ids).orderBy('id').execute(),
      row => row.session_id,
    ),
    events: many<EventRow>(
      // What was written in one millisecond has ids in no order; its sequence has one.
      async ids =>
        inOrderOfSubjects(
          await deps.sql.selectFrom('event').selectAll().where('transaction_id', 'in', ids).orderBy('id').execute(),
        ),
      row => row.transaction_id,
    ),
    exchanges: many<ExchangeRow>(
      ids => deps.sql.selectFrom('exchange').selectAll().where('transaction_id', 'in', ids).orderBy('id').execute(),
      row => row.transaction_id,
    ),
    surroundings: new DataLoader<string, Surroundings>(async ids =>
      (await surroundingsOf(deps, ids)).map((row, index) => row ?? missing(ids[index])),
    ),
  };
}

export type TransactionLoaders = ReturnType<typeof transactionLoaders>;

function one<Row extends { readonly id: string }>(
  read: (ids: readonly string[]) => Promise<Row[]>,
): DataLoader<string, Row> {
  return new DataLoader(async ids => {
    const byId = new Map((await read(ids)).map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? missing(id));
  });
}

function many<Row>(
  read: (ids: readonly string[]) => Promise<Row[]>,
  keyOf: (row: Row) => string | null,
): DataLoader<string, Row[]> {
  return new DataLoader(async ids => {
    const byKey = Map.groupBy(await read(ids), keyOf);
    return ids.map(id => byKey.get(id) ?? []);
  });
}

function missing(id: string | undefined): Error {
  return new Error(`${id} is referred to and does not exist.`);
}
