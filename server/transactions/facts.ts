/**
 * What the law needs to know of a transaction to say what may be done to it.
 */
import { nextCutOff, cutOffOf } from '../core/business-day.js';
import type { TransactionFacts } from '../core/possible-actions.js';
import { mayBeUsedAgain } from '../core/response-codes.js';
import type { Deps } from '../database/deps.js';
import { cutOffOfShop, nowAt, type ShopRow } from '../shops/shop.js';
import { amountsOf, type TransactionRow } from './transaction.js';

/** What other rows say about it. */
export interface Surroundings {
  readonly cardKept: boolean;
  readonly saveConsented: boolean;
  readonly reversalPending: boolean;
}

export async function factsOf(deps: Deps, shop: ShopRow, transaction: TransactionRow): Promise<TransactionFacts> {
  const [surroundings] = await surroundingsOf(deps, [transaction.id]);
  if (!surroundings) throw new Error(`The transaction ${transaction.id} has no card.`);
  return factsFrom(shop, transaction, surroundings, nowAt(shop, deps.clock));
}

/** In the order of the ids; undefined for what does not exist. */
export async function surroundingsOf(
  deps: Pick<Deps, 'sql'>,
  ids: readonly string[],
): Promise<(Surroundings | undefined)[]> {
  const rows = await deps.sql
    .selectFrom('transaction')
    .innerJoin('card', 'card.id', 'transaction.card_id')
    .select(['transaction.id', 'card.save_consented'])
    .select(kept => kept('card.sealed_number', 'is not', null).as('card_kept'))
    .select(pending =>
      pending
        .exists(
          pending
            .selectFrom('exchange')
            .select('exchange.id')
            .whereRef('exchange.transaction_id', '=', 'transaction.id')
            .where('exchange.status', '=', 'PENDING')
            .where('exchange.kind', 'in', ['REVERSAL', 'RELEASE']),
        )
        .as('reversal_pending'),
    )
    .where('transaction.id', 'in', ids)
    .execute();
  const byId = new Map(rows.map(row => [row.id, row]));
  return ids.map(id => {
    const row = byId.get(id);
    return (
      row && {
        cardKept: Boolean(row.card_kept),
        saveConsented: row.save_consented,
        reversalPending: Boolean(row.reversal_pending),
      }
    );
  });
}

export function factsFrom(
  shop: ShopRow,
  transaction: TransactionRow,
  { cardKept, saveConsented, reversalPending }: Surroundings,
  now: Date,
): TransactionFacts {
  const usable = transaction.response_code !== null && mayBeUsedAgain(transaction.response_code);
  return {
    status: transaction.status,
    amounts: amountsOf(transaction),
    currency: transaction.currency,
    validationDeadline: transaction.validation_deadline,
    reviewDeadline: null,
    captureClosesAt: captureClosesAt(shop, transaction, now),
    authorisationExpiresAt: transaction.authorisation_expires_at,
    cardKept,
    reversalPending,
    mayBeDuplicated: saveConsented && usable && transaction.scheme_transaction_id !== null,
  };
}

/** The closing of the remittance that would carry the capture: the cut-off of its day, or the next one once that has passed. */
function captureClosesAt(shop: ShopRow, transaction: TransactionRow, now: Date): Date | null {
  if (transaction.capture_day === null || transaction.held_because !== null) return null;
  const ofItsDay = cutOffOf(transaction.capture_day, cutOffOfShop(shop));
  return ofItsDay > now ? ofItsDay : nextCutOff(now, cutOffOfShop(shop));
}
