/**
 * Which transactions are meant: the filter of lists and statistics as conditions of one statement.
 */
import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { AuthenticationOutcome } from '../../core/authentication.js';
import type { Brand } from '../../core/card.js';
import type { CapturePlan } from '../../core/deadlines.js';
import { refuse } from '../../core/refusal.js';
import type { TransactionStatus } from '../../core/transaction.js';
import type { Sql } from '../../database/connection.js';
import type { Tables } from '../../database/tables.js';
import { readSearch, type Search, type SearchTerm } from './search-text.js';
import type { TransactionFilter } from '../transaction.inputs.js';

export interface WhichTransactions {
  readonly shopId: string;
  readonly statuses: readonly TransactionStatus[] | null;
  readonly brands: readonly Brand[] | null;
  readonly currencies: readonly string[] | null;
  readonly capturePlans: readonly CapturePlan[] | null;
  readonly authentications: readonly AuthenticationOutcome[] | null;
  readonly orderId: string | null;
  readonly lastFour: string | null;
  readonly amountFrom: bigint | null;
  readonly amountTo: bigint | null;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly search: Search;
}

export function whichOf(shopId: string, filter: TransactionFilter | null): WhichTransactions {
  const lastFour = filter?.last4 ?? null;
  if (lastFour !== null && !/^\d{4}$/.test(lastFour))
    throw refuse('INPUT_INVALID', 'The last four digits of a card are four digits.', 'filter.last4');
  return {
    shopId,
    statuses: filter?.status ?? null,
    brands: filter?.brand ?? null,
    currencies: filter?.currency ?? null,
    capturePlans: filter?.capturePlan ?? null,
    authentications: filter?.authentication ?? null,
    orderId: filter?.orderId ?? null,
    lastFour,
    amountFrom: filter?.amountFrom ?? null,
    amountTo: filter?.amountTo ?? null,
    from: filter?.from ?? null,
    until: filter?.until ?? null,
    search: filter?.text ? readSearch(filter.text) : [],
  };
}

/** Whether it is anything but all of the shop. */
export function isFiltered({ shopId: _, search, ...conditions }: WhichTransactions): boolean {
  return search.length > 0 || Object.values(conditions).some(condition => condition !== null);
}

/** Of the kinds that are asked for: by what has few values, all of which is in one index (`transaction_of_kind`). */
export function ofKind(database: Sql, which: WhichTransactions) {
  let query = database.selectFrom('transaction').where('transaction.shop_id', '=', which.shopId);
  for (const [column, values] of kindsOf(which))
    if (values) query = query.where(column, '=', values.length === 1 ? (values[0] as string) : anyOf<string>(values));
  return query;
}

const kindsOf = (which: WhichTransactions) =>
  [
    ['transaction.status', which.statuses],
    ['transaction.brand', which.brands],
    ['transaction.currency', which.currencies],
    ['transaction.capture_plan', which.capturePlans],
    ['transaction.authentication_outcome', which.authentications],
  ] as const;

/** Whether they have to be of several kinds at once, which may be frequent each and rare together. */
export function areOfSeveralKinds(which: WhichTransactions): boolean {
  return kindsOf(which).filter(([, values]) => values !== null).length > 1;
}

export function matching(database: Sql, which: WhichTransactions) {
  let query = ofKind(database, which);
  if (which.orderId !== null) query = query.where('transaction.order_id', '=', which.orderId);
  if (which.lastFour !== null) query = query.where(LAST_FOUR, '=', which.lastFour);
  if (which.amountFrom !== null) query = query.where('transaction.requested', '>=', which.amountFrom);
  if (which.amountTo !== null) query = query.where('transaction.requested', '<=', which.amountTo);
  if (which.from) query = query.where('transaction.created_at', '>=', which.from);
  if (which.until) query = query.where('transaction.created_at', '<', which.until);
  for (const terms of which.search) query = query.where(eb => eb.or(terms.map(term => conditionOf(term, eb))));
  return query;
}

type Build = ExpressionBuilder<Tables, 'transaction'>;

const LAST_FOUR = sql<string>`right(transaction.card_masked, 4)`;

/** One parameter however many there are: lists of every length are one prepared statement. */
function anyOf<Value>(values: readonly Value[]) {
  return sql<Value>`any(${[...values]})`;
}

function conditionOf(term: SearchTerm, eb: Build): Expression<SqlBool> {
  switch (term.by) {
    case 'id':
    case 'reference':
    case 'rrn':
    case 'authorisation_code':
    case 'status':
    case 'brand':
    case 'currency':
      return eb(`transaction.${term.by}`, '=', term.is);
    case 'order':
      // Nothing that begins with these characters comes after the last of all.
      return eb.and([
        eb('transaction.order_id', '>=', term.is),
        eb('transaction.order_id', '<', `${term.is}\u{10FFFF}`),
      ]);
    case 'lastFour':
      return eb(LAST_FOUR, '=', term.digits);
    case 'masked':
      return eb.and([eb(LAST_FOUR, '=', term.last), eb('transaction.card_masked', 'like', `${term.first}%`)]);
    case 'amount':
      return eb.or(
        term.ofCurrencies.map(({ currencies, requested }) =>
          eb.and([
            eb('transaction.requested', term.comparison, requested),
            eb('transaction.currency', '=', anyOf(currencies)),
          ]),
        ),
      );
  }
}
