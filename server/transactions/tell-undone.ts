/**
 * Works off unknown outcomes and releases: tells the bank, again and again, that an authorisation or a part of it is not
 * wanted, until it acknowledges.
 */
import { isReauthorisation } from '../core/amounts.js';
import { THE_BANK } from '../core/caller.js';
import { REVERSAL_FAILURES_MOST } from '../core/deadlines.js';
import type { AdviceAnswer, ReversalAdvice } from '../core/ports.js';
import { loadCard, openCardNumber, type CardRow } from '../cards/stored-card.js';
import type { Deps } from '../database/deps.js';
import { StaleError, whileOthersAreQuicker, Writes } from '../database/writes.js';
import { attemptEnded } from '../sessions/attempt-ended.js';
import { loadSession } from '../sessions/load-session.js';
import { recordSession } from '../sessions/session.js';
import { loadShop, nowAt, type ShopRow } from '../shops/shop.js';
import { causeOf, leaseDue, logUntold, underLease, writeTryAgain } from './advices.js';
import { writeUndo, type ExchangeRow } from './exchange.js';
import { loadTransaction, recordTransaction, type TransactionRow } from './transaction.js';
import { closeWork, openWork } from './work-list.js';

/** One round over what is due. Answers how many advices were tried. */
export async function tellUndone(deps: Deps): Promise<number> {
  const due = await leaseDue(deps, ['REVERSAL', 'RELEASE']);
  await Promise.all(due.map(exchange => tellOne(deps, exchange)));
  if (due.length > 0) deps.nudge('OUTBOX');
  return due.length;
}

async function tellOne(deps: Deps, exchange: ExchangeRow): Promise<void> {
  try {
    const transaction = await loadTransaction(deps.sql, ofTransaction(exchange));
    const shop = await loadShop(deps.sql, exchange.shop_id);
    const card = await loadCard(deps, transaction.card_id);
    const isKept = card.sealed_number !== null;
    const answer = isKept
      ? await deps.acquirer.advise(adviceOf(deps, shop, transaction, exchange, card))
      : WITHOUT_A_NUMBER;
    await whileOthersAreQuicker(() => settleUndo(deps, exchange, answer));
  } catch (error) {
    await logUntold(deps, exchange, error);
  }
}

/** Nothing can be told about a card whose number is erased: a try in vain like others, so that a person hears of it in the end. */
const WITHOUT_A_NUMBER = { kind: 'unknown', cause: 'CARD_NOT_KEPT' } as const;

function adviceOf(
  deps: Deps,
  shop: ShopRow,
  transaction: TransactionRow,
  exchange: ExchangeRow,
  card: CardRow,
): ReversalAdvice {
  const { rrn, amount, stan, transmittedAt } = undoneBy(exchange);
  const { currency } = transaction;
  return {
    kind: 'REVERSAL',
    stan: exchange.stan,
    transmittedAt: exchange.transmitted_at,
    terminal: exchange.terminal,
    acceptor: shop.acceptor,
    acquirerId: shop.acquirer_id,
    timeZone: shop.time_zone,
    repeat: exchange.attempts > 1,
    rrn,
    amount: { amount, currency },
    cardNumber: openCardNumber(deps, card),
    authorisationCode: transaction.authorisation_code,
    original: { stan, transmittedAt },
    remaining: exchange.remaining === null ? null : { amount: exchange.remaining, currency },
  };
}

async function settleUndo(deps: Deps, exchange: ExchangeRow, answer: Told): Promise<void> {
  const transaction = await loadTransaction(deps.sql, ofTransaction(exchange));
  const shop = await loadShop(deps.sql, exchange.shop_id);
  const verdict = answer.kind === 'answered' ? verdictOf(exchange, answer.responseCode) : 'TRY_AGAIN';
  if (answer.kind === 'unknown' || verdict === 'TRY_AGAIN') return tryAgain(deps, shop, exchange, transaction, answer);
  const writes = new Writes();
  writes.update('exchange', underLease(exchange), {
    status: 'ANSWERED',
    response_code: answer.responseCode,
    request: JSON.stringify(answer.request),
    answer: JSON.stringify(answer.answer),
    answered_at: deps.clock.now(),
    leased_until: null,
  });
  if (verdict === 'ASK_ONCE_MORE') await askOnceMore(writes, deps, shop, exchange, transaction);
  else await confirmed(writes, deps, shop, exchange, transaction, answer.responseCode);
  await writes.commit(deps.sql);
}

type Told = AdviceAnswer | typeof WITHOUT_A_NUMBER;
type Verdict = 'CONFIRMED' | 'ASK_ONCE_MORE' | 'TRY_AGAIN';

/**
 * 00: done. 25, original not found: believed only when it is said again after the host's own time-out, as the original may
 * still be on its way through the bank. 21, captured already: a part that was to be released went with the capture, while nothing
 * of what was released whole may have been captured. Anything else acknowledges nothing.
 */
function verdictOf(exchange: ExchangeRow, responseCode: string): Verdict {
  if (responseCode === '00') return 'CONFIRMED';
  if (responseCode === '21' && exchange.kind === 'RELEASE' && (exchange.remaining ?? 0n) > 0n) return 'CONFIRMED';
  if (responseCode === '25') return exchange.not_found_once ? 'CONFIRMED' : 'ASK_ONCE_MORE';
  return 'TRY_AGAIN';
}

async function tryAgain(
  deps: Deps,
  shop: ShopRow,
  exchange: ExchangeRow,
  transaction: TransactionRow,
  answer: Told,
): Promise<void> {
  const writes = new Writes();
  writeTryAgain(writes, deps, exchange, answer.kind === 'unknown' ? answer.cause : causeOf(answer.responseCode));
  if (exchange.attempts >= REVERSAL_FAILURES_MOST) {
    const kind = transaction.status === 'UNKNOWN' ? 'UNKNOWN_OUTCOME' : 'RELEASE_UNACKNOWLEDGED';
    openWork(writes, deps, shop.id, kind, { transactionId: transaction.id }, nowAt(shop, deps.clock));
  }
  await writes.commit(deps.sql);
}

/** What a reversal speaks of. */
function undoneBy({ id, rrn, amount, original_stan: stan, original_transmitted_at: transmittedAt }: ExchangeRow) {
  if (rrn === null || amount === null || stan === null || transmittedAt === null)
    throw new Error(`The reversal ${id} does not say what it undoes.`);
  return { rrn, amount, stan, transmittedAt };
}

/** A new message with a new STAN: a repeat of the old one would get the old answer from the bank's memory. */
async function askOnceMore(
  writes: Writes,
  deps: Deps,
  shop: ShopRow,
  exchange: ExchangeRow,
  transaction: TransactionRow,
): Promise<void> {
  await writeUndo(writes, deps, shop, transaction, undoneBy(exchange), {
    kind: exchange.kind === 'RELEASE' ? 'RELEASE' : 'REVERSAL',
    delay_ms: deps.acquirerTimeout_ms,
    notFoundOnce: true,
    ...(exchange.remaining === null ? {} : { remaining: exchange.remaining }),
  });
}

async function confirmed(
  writes: Writes,
  deps: Deps,
  shop: ShopRow,
  exchange: ExchangeRow,
  transaction: TransactionRow,
  responseCode: string,
): Promise<void> {
  const at = nowAt(shop, deps.clock);
  closeWork(writes, ['UNKNOWN_OUTCOME', 'RELEASE_UNACKNOWLEDGED'], { transactionId: transaction.id }, THE_BANK, at);
  // The message names what was authorised and what is to stay of it; what the bank lets go is the rest.
  const amount = (exchange.amount ?? 0n) - (exchange.remaining ?? 0n);
  const told = { amount, actor: THE_BANK, at, facts: { responseCode, stan: exchange.stan } };
  const wasUnknown = transaction.status === 'UNKNOWN' && exchange.original_stan === transaction.stan;
  if (!wasUnknown) {
    recordTransaction(writes, deps, transaction, [{ event: 'RELEASE_CONFIRMED', ...told }]);
  } else if (isReauthorisation({ toCapture: transaction.to_capture })) {
    recordTransaction(writes, deps, transaction, [{ event: 'REAUTHORISATION_REVERSED', ...told }]);
  } else {
    recordTransaction(writes, deps, transaction, [{ event: 'REVERSAL_CONFIRMED', ...told }]);
    const session = await loadSession(deps.sql, transaction.session_id);
    // Read after the transaction was: another reversal of it may have been acknowledged in between.
    if (session.status !== 'PROCESSING') throw new StaleError(`${session.id} is not being paid any more.`);
    recordSession(writes, deps, session, attemptEnded(session, THE_BANK, at));
  }
}

function ofTransaction(exchange: ExchangeRow): string {
  if (exchange.transaction_id === null) throw new Error(`The exchange ${exchange.id} has no transaction.`);
  return exchange.transaction_id;
}
