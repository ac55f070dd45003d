/**
 * An authorisation request (ISO 8583, 0100) as it is written down before it is sent: the numbers it goes under, and the message.
 */
import type { Deps } from '../database/deps.js';
import type { Stan } from '../database/stans.js';
import type { Writes } from '../database/writes.js';
import type { ShopRow } from '../shops/shop.js';
import { timeToAsk } from './ask-acquirer.js';
import { transmissionTime, writeExchange } from './exchange.js';
import type { TransactionRow } from './transaction.js';

export interface NewRequest {
  readonly number: Stan;
  readonly transmittedAt: Date;
  /** On this process's own steady clock. */
  readonly askBefore_ms: number;
  /** What the transaction keeps of its latest request. */
  readonly columns: Pick<TransactionRow, 'terminal' | 'stan' | 'transmitted_at' | 'answer_due_at'>;
}

/** Takes a trace number of the shop's day; a number that is then not used is lost, never used twice. */
export async function newRequest(deps: Deps, shop: ShopRow): Promise<NewRequest> {
  const transmittedAt = transmissionTime(shop, deps);
  const number = await deps.stans.take(shop, transmittedAt);
  const { answer_due_at, askBefore_ms } = timeToAsk(deps);
  const columns = { terminal: number.terminal, stan: number.stan, transmitted_at: transmittedAt, answer_due_at };
  return { number, transmittedAt, askBefore_ms, columns };
}

/** Writes down the message for a transaction that already carries the request's numbers. Answers the exchange's id. */
export function writeRequest(
  writes: Writes,
  deps: Deps,
  shop: ShopRow,
  { number, transmittedAt }: NewRequest,
  { id: transactionId, rrn, currency }: Pick<TransactionRow, 'id' | 'rrn' | 'currency'>,
  amount: bigint,
): string {
  return writeExchange(writes, deps, {
    kind: 'AUTHORISATION',
    shop,
    number,
    transmittedAt,
    transactionId,
    rrn,
    amount,
    currency,
  });
}
