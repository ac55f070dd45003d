/**
 * What happened in a business day, in one consistent read: every figure of a report is of the same instant.
 */
import { sql, type Transaction } from 'kysely';
import type { Brand } from '../core/card.js';
import { OUTCOME_OF, TRANSACTION_STATUSES, type TransactionStatus } from '../core/transaction.js';
import type { RefundStatus } from '../core/refund.js';
import type { Sql } from '../database/connection.js';
import type { Tables } from '../database/tables.js';
import { addTime, DAY_ms } from '../core/time.js';
import type { RemittanceRow } from '../remittance/remittance.js';
import type { ReportRow } from './daily-report.js';

/** A count and a sum of one currency. */
export interface Sum {
  readonly currency: string;
  readonly count: number;
  readonly amount: bigint;
}

export interface Day {
  readonly byStatus: readonly (Sum & { readonly status: TransactionStatus })[];
  /** `accepted` of `count` were authorised and not given up; `amount` is theirs. */
  readonly byBrand: readonly (Sum & { readonly brand: Brand; readonly accepted: number })[];
  /** Of those that were refused by us or declined by the issuer. */
  readonly byReason: readonly (Sum & { readonly status: TransactionStatus; readonly reason: string | null })[];
  readonly refunds: readonly (Sum & { readonly status: RefundStatus })[];
  readonly remittances: readonly RemittanceRow[];
  readonly rejected: readonly RejectedItem[];
  readonly attention: Attention;
  readonly transactions: readonly DayTransaction[];
}

export interface RejectedItem extends Omit<Sum, 'count'> {
  readonly remittance_id: string;
  readonly kind: 'CAPTURE' | 'REFUND';
  readonly transaction_id: string;
  readonly order_id: string;
  readonly response_code: string | null;
}

/** What waits for somebody, of this day or of earlier ones. */
export interface Attention {
  readonly work: readonly { readonly kind: string; readonly count: number }[];
  readonly toValidate: number;
  readonly held: number;
  readonly toReview: number;
  readonly toApprove: number;
  readonly endpointsGone: number;
  readonly notificationsAbandoned: number;
}

export type DayTransaction = Awaited<ReturnType<typeof readTransactions>>[number];

/** A validation whose deadline is so near is told of. */
const DEADLINE_NEAR_ms = 2 * DAY_ms;

const ACCEPTED = TRANSACTION_STATUSES.filter(
  status => OUTCOME_OF[status] === 'ACCEPTED' || OUTCOME_OF[status] === 'PAID',
);

export async function readDay(database: Sql, report: ReportRow): Promise<Day> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async unit => ({
      ...(await readSums(unit, report)),
      remittances: await readRemittances(unit, report),
      rejected: await readRejected(unit, report),
      attention: await readAttention(unit, report),
      transactions: await readTransactions(unit, report),
    }));
}

function ofDay(unit: Transaction<Tables>, { shop_id, from_at, until_at }: ReportRow) {
  return unit
    .selectFrom('transaction')
    .where('transaction.shop_id', '=', shop_id)
    .where('transaction.created_at', '>=', from_at)
    .where('transaction.created_at', '<', until_at);
}

const counted = sql<number>`count(*)::integer`.as('count');
const summed = (what: string) => sql<bigint>`coalesce(sum(${sql.ref(what)}), 0)::bigint`.as('amount');

async function readSums(unit: Transaction<Tables>, report: ReportRow) {
  const transactions = ofDay(unit, report);
  const byStatus = await transactions
    .select(['status', 'currency', counted, summed('requested')])
    .groupBy(['status', 'currency'])
    .orderBy('currency')
    .execute();
  const isAccepted = sql<boolean>`status = any(${[...ACCEPTED]})`;
  const byBrand = await transactions
    .select(['brand', 'currency', counted])
    .select(sql<number>`(count(*) filter (where ${isAccepted}))::integer`.as('accepted'))
    .select(sql<bigint>`coalesce(sum(authorised - cancelled) filter (where ${isAccepted}), 0)::bigint`.as('amount'))
    .groupBy(['brand', 'currency'])
    .orderBy('currency')
    .orderBy('brand')
    .execute();
  const byReason = await transactions
    .where('status', 'in', ['REFUSED', 'DECLINED'])
    .select(['status', 'currency', counted, summed('requested')])
    .select(sql<string | null>`case status when 'REFUSED' then refusal_reason else response_code end`.as('reason'))
    .groupBy(['status', 'currency', 'reason'])
    .orderBy('status', 'desc')
    .orderBy('count', 'desc')
    .orderBy('reason')
    .execute();
  const refunds = await unit
    .selectFrom('refund')
    .where('shop_id', '=', report.shop_id)
    .where('created_at', '>=', report.from_at)
    .where('created_at', '<', report.until_at)
    .select(['status', 'currency', counted, summed('amount')])
    .groupBy(['status', 'currency'])
    .orderBy('currency')
    .execute();
  return { byStatus, byBrand, byReason, refunds };
}

/** Those that closed on this day, and those that should have. */
function readRemittances(unit: Transaction<Tables>, { shop_id, business_day, until_at }: ReportRow) {
  return unit
    .selectFrom('remittance')
    .selectAll()
    .where('shop_id', '=', shop_id)
    .where('business_day', '=', business_day)
    .where(row => row.or([row('status', '<>', 'OPEN'), row('due_at', '<=', until_at)]))
    .orderBy('currency')
    .orderBy('number')
    .execute();
}

function readRejected(unit: Transaction<Tables>, { shop_id, business_day }: ReportRow): Promise<RejectedItem[]> {
  return unit
    .selectFrom('remittance_item as item')
    .innerJoin('remittance', 'remittance.id', 'item.remittance_id')
    .innerJoin('transaction', 'transaction.id', 'item.transaction_id')
    .select(['item.remittance_id', 'item.kind', 'item.transaction_id', 'item.amount', 'item.currency'])
    .select(['item.response_code', 'transaction.order_id'])
    .where('remittance.shop_id', '=', shop_id)
    .where('remittance.business_day', '=', business_day)
    .where('item.status', '=', 'REJECTED')
    .orderBy('item.id')
    .execute();
}

async function readAttention(unit: Transaction<Tables>, report: ReportRow): Promise<Attention> {
  const { shop_id: shopId, from_at: from, until_at: until } = report;
  const work = await unit
    .selectFrom('work_item')
    .select(['kind', counted])
    .where('shop_id', '=', shopId)
    .where('closed_at', 'is', null)
    .groupBy('kind')
    .orderBy('kind')
    .execute();
  const { rows } = await sql<Omit<Attention, 'work'>>`select
    (select count(*)::integer from transaction where shop_id = ${shopId} and status = 'TO_VALIDATE'
       and validation_deadline <= ${addTime(until, DEADLINE_NEAR_ms)}) as "toValidate",
    (select count(*)::integer from transaction where shop_id = ${shopId} and status = 'TO_CAPTURE'
       and held_because is not null) as "held",
    (select count(*)::integer from transaction where shop_id = ${shopId} and status = 'TO_REVIEW') as "toReview",
    (select count(*)::integer from refund where shop_id = ${shopId} and status = 'TO_APPROVE') as "toApprove",
    (select count(*)::integer from webhook_endpoint where shop_id = ${shopId} and disabled_because = 'GONE')
      as "endpointsGone",
    (select count(*)::integer from delivery where shop_id = ${shopId} and status = 'ABANDONED'
       and ended_at >= ${from} and ended_at < ${until}) as "notificationsAbandoned"`.execute(unit);
  const [first] = rows;
  if (!first) throw new Error('A select without a table has one row.');
  return { work, ...first };
}

function readTransactions(unit: Transaction<Tables>, report: ReportRow) {
  return ofDay(unit, report)
    .select(['transaction.id', 'reference', 'order_id', 'transaction.created_at', 'status', 'channel', 'card_masked'])
    .select(['transaction.brand', 'currency', 'requested', 'authorised', 'cancelled', 'captured', 'refunded'])
    .select(['capture_day', 'authorisation_code', 'response_code', 'refusal_reason', 'remittance_id'])
    .orderBy('transaction.created_at')
    .orderBy('transaction.id')
    .execute();
}
