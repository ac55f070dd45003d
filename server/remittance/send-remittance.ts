/**
 * Tells the bank what closed remittances hold: every item until it is answered, then the totals until they are.
 */
import { THE_BANK } from '../core/caller.js';
import type { AdviceAnswer, AdviceAnswered } from '../core/ports.js';
import type { Deps } from '../database/deps.js';
import { whileOthersAreQuicker, Writes } from '../database/writes.js';
import { nowAt } from '../shops/shop.js';
import { causeOf, leaseDue, logUntold, underLease, writeTryAgain } from '../transactions/advices.js';
import { closeWork, openWork } from '../transactions/work-list.js';
import { beginSending } from './begin-sending.js';
import { park, resume, resumeAnswered, UNANSWERED_ATTEMPTS_MOST } from './park.js';
import { adviceOf, surroundingsOf, type Told } from './round.js';
import { isBelievable, writeItemAnswer } from './settle-item.js';
import { verdictOf, writeTotals, writeTotalsAnswer } from './settle-totals.js';

/** Tells what is due until nothing is. Answers how many messages were tried. */
export async function sendRemittances(deps: Deps): Promise<number> {
  let tried = 0;
  for (;;) {
    await resumeAnswered(deps);
    await beginSending(deps);
    await writeTotals(deps);
    const due = await leaseDue(deps, ['CAPTURE', 'REFUND', 'TOTALS']);
    if (due.length === 0) return tried;
    tried += due.length;
    const round = await surroundingsOf(deps, due);
    await Promise.all(round.map(around => tellOne(deps, around)));
    deps.nudge('OUTBOX');
  }
}

async function tellOne(deps: Deps, around: Parameters<typeof adviceOf>[1]): Promise<void> {
  try {
    const answer = await deps.acquirer.advise(adviceOf(deps, around));
    await whileOthersAreQuicker(() => settle(deps, around, answer));
  } catch (error) {
    await logUntold(deps, around.exchange, error);
  }
}

async function settle(deps: Deps, told: Told, answer: AdviceAnswer): Promise<void> {
  if (answer.kind === 'unknown') return tryAgain(deps, told, answer.cause);
  const { exchange, remittance } = told;
  if (exchange.kind === 'TOTALS') {
    const verdict = verdictOf(remittance, answer);
    return verdict ? settleTotals(deps, told, answer, verdict) : tryAgain(deps, told, causeOf(answer.responseCode));
  }
  if (!isBelievable(exchange, answer.responseCode)) return tryAgain(deps, told, causeOf(answer.responseCode));
  const writes = new Writes();
  writeAnswered(writes, deps, told, answer);
  await writeItemAnswer(writes, deps, told, answer);
  await writes.commit(deps.sql);
  await resume(deps, remittance.id);
}

async function settleTotals(
  deps: Deps,
  told: Told,
  answer: AdviceAnswered,
  verdict: 'ACKNOWLEDGED' | 'OUT_OF_BALANCE',
): Promise<void> {
  const { remittance, shop } = told;
  const writes = new Writes();
  writeAnswered(writes, deps, told, answer);
  await writeTotalsAnswer(writes, deps, told, answer, verdict);
  const about = { remittanceId: remittance.id };
  const at = nowAt(shop, deps.clock);
  if (verdict === 'OUT_OF_BALANCE') openWork(writes, deps, shop.id, 'REMITTANCE_OUT_OF_BALANCE', about, at);
  closeWork(writes, ['REMITTANCE_PARKED'], about, THE_BANK, at);
  await writes.commit(deps.sql);
}

function writeAnswered(writes: Writes, deps: Deps, { exchange }: Told, answer: AdviceAnswered): void {
  writes.update('exchange', underLease(exchange), {
    status: 'ANSWERED',
    response_code: answer.responseCode,
    request: JSON.stringify(answer.request),
    answer: JSON.stringify(answer.answer),
    answered_at: deps.clock.now(),
    leased_until: null,
    cause: null,
  });
}

async function tryAgain(deps: Deps, { exchange, remittance }: Told, cause: string): Promise<void> {
  const writes = new Writes();
  writeTryAgain(writes, deps, exchange, cause);
  await writes.commit(deps.sql);
  if (exchange.attempts >= UNANSWERED_ATTEMPTS_MOST) await park(deps, remittance.id, exchange.id, cause);
}
