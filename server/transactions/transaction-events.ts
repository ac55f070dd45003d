/**
 * What a subscription to the log follows: the events of a shop's transactions, as many as its filter lets through. What is
 * filtered away is passed over: whoever comes back with the last cursor it saw looks through it again, and misses nothing.
 */
import type { Source } from '../api/live/followed.js';
import type { Brand } from '../core/card.js';
import type { TransactionStatus } from '../core/transaction.js';
import type { FeedRow } from '../database/feed-rows.js';
import type { FeedTail } from '../database/feed-tail.js';
import { cursorOf } from '../notifications/feed.js';
import { TransactionEventView } from './timeline.view.js';

const ROWS_AT_A_TIME = 100;

export interface TransactionEventWishes {
  readonly status?: readonly TransactionStatus[] | null;
  readonly brand?: readonly Brand[] | null;
  readonly type?: readonly string[] | null;
  readonly transactionId?: string | null;
}

export function transactionEvents(
  tail: FeedTail,
  shopId: string,
  wishes: TransactionEventWishes,
): Source<TransactionEventView> {
  return {
    head: () => tail.head,
    follow: wake => tail.follow(shopId, wake),
    page: async after => {
      const { rows, upTo, loaders } = await tail.page(shopId, after, ROWS_AT_A_TIME);
      const entries = rows
        .filter(row => isWanted(row, wishes))
        .map(row => ({
          position: row.position,
          payload: new TransactionEventView(row, cursorOf(row.position)),
        }));
      return { entries, upTo, loaders };
    },
  };
}

function isWanted(row: FeedRow, { status, brand, type, transactionId }: TransactionEventWishes): boolean {
  if (row.transaction_id === null) return false;
  if (transactionId && row.transaction_id !== transactionId) return false;
  if (type && !type.includes(row.event)) return false;
  if (brand && (row.brand === null || !brand.includes(row.brand))) return false;
  // A refund has states of its own, some of the same name.
  return !status || (row.subject === 'TRANSACTION' && status.includes(row.to_status as TransactionStatus));
}
