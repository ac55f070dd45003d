import { sql } from 'kysely';
import { selectionsOf } from '../../api/along.js';
import { ALL_COLUMNS, type RowsAsked } from '../../api/asked.js';
import { countOf } from '../../api/list.js';
import type { PageAsked } from '../../api/page.js';
import type { Sql } from '../../database/connection.js';
import { KeptQuery, madeOnce } from '../../database/kept-query.js';
import { PLANNED_EACH_TIME } from '../../database/preparing-client.js';
import { columnsOf, type TransactionRow } from '../transaction.js';
import { areOfSeveralKinds, isFiltered, matching, ofKind, type WhichTransactions } from './which-transactions.js';

/** In the order asked, one more than asked. */
export async function listTransactions(
  database: Sql,
  which: WhichTransactions,
  page: PageAsked,
  newestFirst: boolean,
  asked: RowsAsked = ALL_COLUMNS,
): Promise<TransactionRow[]> {
  if (!isFiltered(which)) {
    const list = listOfAll(which, page, newestFirst, asked);
    return (await list.rows(database, { shopId: which.shopId, ...page })).slice(0, page.size + 1);
  }
  const ofFew = areOfSeveralKinds(which) && (await areFew(database, which));
  return pageOfTransactions(database, which, page, newestFirst, asked, ofFew).execute();
}

/** So many are gathered and put in order in a moment. */
const FEW = 1_000;

/**
 * The planner hopes to meet a page of them soon, walking through all from the newest on. Where what is frequent alone is rare together
 * (captured, and authentication failed) it walks to the end: so they are counted first, in their index and no further than it matters.
 */
async function areFew(database: Sql, which: WhichTransactions): Promise<boolean> {
  const some = ofKind(database, which)
    .select(sql<number>`1`.as('one'))
    .limit(FEW);
  const counting = sql<{ count: bigint }>`select ${PLANNED_EACH_TIME} count(*) as count from (${some}) as counted`;
  const { rows } = await counting.execute(database);
  return Number(rows[0]?.count) < FEW;
}

type PageOfShop = Readonly<{ shopId: string; after: string | null; before: string | null }>;

/**
 * How many are read for a page and what may follow it. The number stands in the text: PostgreSQL plans a text once for all shops only if
 * it knows that little is wanted. Of each size a text of its own would be too many for a connection to keep.
 */
const READ_AT_MOST = [11, 26, 51, 101];

/** The list that people look at first, and that programs walk through to the end: its text depends on little. */
function listOfAll(which: WhichTransactions, page: PageAsked, newestFirst: boolean, asked: RowsAsked) {
  const { forwards, after, before } = page;
  const size = (READ_AT_MOST.find(most => most > page.size) ?? page.size + 1) - 1;
  const lists = listsOf(asked);
  const name = JSON.stringify([newestFirst, forwards, after === null, before === null, size]);
  const list =
    lists.get(name) ??
    new KeptQuery<PageOfShop, TransactionRow>((database, given) => {
      const at = { after: after === null ? null : given.after, before: before === null ? null : given.before };
      const ofShop = { ...which, shopId: given.shopId };
      return pageOfTransactions(database, ofShop, { forwards, size, ...at }, newestFirst, asked);
    });
  lists.set(name, list);
  return list;
}

const listsOf = madeOnce((_: RowsAsked) => new Map<string, KeptQuery<PageOfShop, TransactionRow>>());

/** Of each row what is asked for, its id in any case; columns that nobody asks for are not there. */
export function pageOfTransactions(
  database: Sql,
  which: WhichTransactions,
  page: PageAsked,
  newestFirst: boolean,
  { columns, along }: RowsAsked = ALL_COLUMNS,
  /** Whether those of their kinds are few, and are gathered before anything else. */
  ofFew = false,
) {
  const [onwards, backwards] = newestFirst ? (['<', '>'] as const) : (['>', '<'] as const);
  const direction = newestFirst === page.forwards ? 'desc' : 'asc';
  const byTime = which.from !== null || which.until !== null;
  const beyond = byTime ? beyondInTime : beyondById;
  const found = isFiltered(which) ? matching(database, which).modifyFront(PLANNED_EACH_TIME) : allOf(database, which);
  const shown = found.select(selectionsOf(along));
  let query = columns === null ? shown.selectAll('transaction') : shown.select(columnsOf(columns));
  if (ofFew) query = query.where(sql<boolean>`transaction.id = any(array(${ofKind(database, which).select('id')}))`);
  if (page.after !== null) query = query.where(beyond(onwards, page.after, which.shopId));
  if (page.before !== null) query = query.where(beyond(backwards, page.before, which.shopId));
  // Ids sort as transactions began. A stretch of time is read from its own index, where the list by ids might be read from its
  // end until the stretch is met.
  if (byTime) query = query.orderBy('transaction.created_at', direction);
  if (!isFiltered(which)) query = query.orderBy('transaction.shop_id', direction);
  return query.orderBy('transaction.id', direction).limit(sql.lit(page.size + 1));
}

/**
 * One of a set of shops, so that to sort by the shop is to sort at all: then only the index of each shop's transactions has the order, and is
 * taken whichever shop it is. Of one that is not known when it is planned, the planner would walk through all shops' transactions instead.
 */
function allOf(database: Sql, { shopId }: WhichTransactions) {
  return database.selectFrom('transaction').where(sql<boolean>`transaction.shop_id = any(array[${shopId}])`);
}

export async function countTransactions(database: Sql, which: WhichTransactions): Promise<number> {
  return countOf(database, matching(database, which));
}

function beyondById(direction: '<' | '>', id: string) {
  return sql<boolean>`transaction.id ${sql.raw(direction)} ${id}`;
}

function beyondInTime(direction: '<' | '>', id: string, shopId: string) {
  return sql<boolean>`(transaction.created_at, transaction.id) ${sql.raw(direction)}
    (select at.created_at, at.id from transaction at where at.id = ${id} and at.shop_id = ${shopId})`;
}
