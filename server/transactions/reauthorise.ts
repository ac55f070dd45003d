/**
 * Claim, call, settle once more: a capture whose authorisation lapsed is authorised again when its day has come. The merchant asks,
 * nobody pays anew: the stored card, no security code, the scheme's reference of the first payment.
 */
import { businessDayOf } from '../core/business-day.js';
import { THE_TILL } from '../core/caller.js';
import { RefusalError } from '../core/refusal.js';
import { loadCard, takeStoredCard } from '../cards/stored-card.js';
import type { TakenCard } from '../cards/take-card.js';
import type { Deps } from '../database/deps.js';
import { Writes } from '../database/writes.js';
import { cutOffOfShop, nowAt, type ShopRow } from '../shops/shop.js';
import { askAcquirer, type ClaimedAuthorisation } from './ask-acquirer.js';
import { newRequest, writeRequest } from './authorisation-request.js';
import { changeEach, findToAuthorise } from './due-transactions.js';
import { newRrn } from './rrn.js';
import { settleAuthorisation } from './settle-authorisation.js';
import { recordTransaction, type TransactionRow } from './transaction.js';

/** Asks again for what is due. Answers how many were asked or given up. */
export async function reauthoriseDue(deps: Deps): Promise<number> {
  return changeEach(deps, await findToAuthorise(deps), async (shop, transaction) => {
    const today = businessDayOf(nowAt(shop, deps.clock), cutOffOfShop(shop));
    const { status, capture_day: day } = transaction;
    if (status !== 'TO_AUTHORISE' || day === null || day > today) return false;
    const card = await keptCard(deps, transaction);
    if (!card) return giveUp(deps, shop, transaction);
    const claimed = await claimAgain(deps, shop, transaction);
    await settleAuthorisation(deps, claimed, await askAcquirer(deps, claimed, card, null));
    return true;
  });
}

async function keptCard(deps: Deps, transaction: TransactionRow): Promise<TakenCard | null> {
  try {
    return takeStoredCard(deps, await loadCard(deps, transaction.card_id));
  } catch (error) {
    if (error instanceof RefusalError) return null;
    throw error;
  }
}

async function giveUp(deps: Deps, shop: ShopRow, transaction: TransactionRow): Promise<true> {
  const writes = new Writes();
  const at = nowAt(shop, deps.clock);
  const facts = { because: 'CARD_NOT_KEPT' };
  const event = {
    event: 'REAUTHORISATION_LAPSED',
    amount: transaction.to_capture,
    actor: THE_TILL,
    at,
    facts,
  } as const;
  recordTransaction(writes, deps, transaction, [event]);
  await writes.commit(deps.sql);
  return true;
}

async function claimAgain(deps: Deps, shop: ShopRow, lapsed: TransactionRow): Promise<ClaimedAuthorisation> {
  const request = await newRequest(deps, shop);
  const asked = lapsed.to_capture;
  const writes = new Writes();
  const at = nowAt(shop, deps.clock);
  const facts = { stan: request.number.stan, initiator: 'MERCHANT' };
  const event = { event: 'AUTHORISATION_REQUESTED', amount: asked, actor: THE_TILL, at, facts } as const;
  const transaction = recordTransaction(writes, deps, lapsed, [event], {
    initiator: 'MERCHANT',
    ...request.columns,
    rrn: newRrn(deps, request.transmittedAt),
    authorisation_code: null,
    authorised_at: null,
    authorisation_expires_at: null,
  });
  const exchangeId = writeRequest(writes, deps, shop, request, transaction, asked);
  await writes.commit(deps.sql);
  return {
    shop,
    session: null,
    transaction,
    asked,
    proof: null,
    canAuthenticate: false,
    exchangeId,
    askBefore_ms: request.askBefore_ms,
  };
}
