/**
 * The end of a remittance: our totals beside the bank's (0500, 0510).
 */
import { THE_BANK, THE_TILL } from '../core/caller.js';
import type { AdviceAnswered } from '../core/ports.js';
import type { Deps } from '../database/deps.js';
import { violatedKey, Writes } from '../database/writes.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { transmissionTime, writeExchange } from '../transactions/exchange.js';
import { loadRemittance, recordRemittance, type RemittanceHappening, type RemittanceRow } from './remittance.js';
import type { Told } from './round.js';

/** Writes down the totals of every remittance whose items are all answered; only what was accepted counts. */
export async function writeTotals(deps: Deps): Promise<void> {
  for (const remittance of await findAnswered(deps)) await writeTotalsOf(deps, remittance);
}

function findAnswered(deps: Deps): Promise<RemittanceRow[]> {
  return deps.sql
    .selectFrom('remittance')
    .selectAll()
    .where('status', '=', 'SENT')
    .where(all =>
      all.not(
        all.exists(
          all
            .selectFrom('exchange')
            .select('exchange.id')
            .whereRef('exchange.remittance_id', '=', 'remittance.id')
            .where(or => or.or([or('exchange.status', '=', 'PENDING'), or('exchange.kind', '=', 'TOTALS')])),
        ),
      ),
    )
    .execute();
}

async function writeTotalsOf(deps: Deps, remittance: RemittanceRow): Promise<void> {
  const shop = await loadShop(deps.sql, remittance.shop_id);
  const transmittedAt = transmissionTime(shop, deps);
  const number = await deps.stans.take(shop, transmittedAt);
  const writes = new Writes();
  writes.update('remittance', { id: remittance.id, sequence: remittance.sequence }, await acceptedOf(deps, remittance));
  const remittanceId = remittance.id;
  writeExchange(writes, deps, { kind: 'TOTALS', shop, number, transmittedAt, remittanceId });
  try {
    await writes.commit(deps.sql);
  } catch (error) {
    // Another worker was quicker: one message only tells the totals.
    if (violatedKey(error) === undefined) throw error;
  }
}

async function acceptedOf(deps: Deps, remittance: RemittanceRow) {
  const rows = await deps.sql
    .selectFrom('remittance_item')
    .select(['kind', all => all.fn.countAll<bigint>().as('count')])
    .select(all => all.fn.sum<string>('amount').as('amount'))
    .where('remittance_id', '=', remittance.id)
    .where('status', '=', 'ACCEPTED')
    .groupBy('kind')
    .execute();
  const of = (kind: string) => rows.find(row => row.kind === kind) ?? { count: 0n, amount: '0' };
  return {
    debit_count: Number(of('CAPTURE').count),
    debit_amount: BigInt(of('CAPTURE').amount),
    credit_count: Number(of('REFUND').count),
    credit_amount: BigInt(of('REFUND').amount),
  };
}

/** What an 0510 ends with; null for a code that ends nothing: the totals are told again. */
export function verdictOf(remittance: RemittanceRow, answer: AdviceAnswered): 'ACKNOWLEDGED' | 'OUT_OF_BALANCE' | null {
  if (answer.responseCode === '95') return 'OUT_OF_BALANCE';
  if (answer.responseCode !== '00') return null;
  const theirs = answer.bankTotals;
  const agrees =
    theirs === null ||
    (theirs.debitCount === remittance.debit_count &&
      theirs.debits === remittance.debit_amount &&
      theirs.creditCount === remittance.credit_count &&
      theirs.credits === remittance.credit_amount);
  // A bank that says yes and counts otherwise contradicts itself: a person has to look.
  return agrees ? 'ACKNOWLEDGED' : 'OUT_OF_BALANCE';
}

/** Ends the remittance with what the bank said to its totals; one that was parked is sent first, as it has just been heard. */
export async function writeTotalsAnswer(
  writes: Writes,
  deps: Deps,
  { remittance: { id }, shop, exchange }: Told,
  answer: AdviceAnswered,
  event: 'ACKNOWLEDGED' | 'OUT_OF_BALANCE',
): Promise<void> {
  const remittance = await loadRemittance(deps.sql, id);
  const at = nowAt(shop, deps.clock);
  const facts = { responseCode: answer.responseCode, stan: exchange.stan };
  const ended: RemittanceHappening = { event, actor: THE_BANK, at, facts };
  const resumed: RemittanceHappening = { event: 'SENT', actor: THE_TILL, at };
  const theirs = answer.bankTotals;
  recordRemittance(writes, deps, remittance, remittance.status === 'PARKED' ? [resumed, ended] : [ended], {
    response_code: answer.responseCode,
    bank_debit_count: theirs?.debitCount ?? null,
    bank_debit_amount: theirs?.debits ?? null,
    bank_credit_count: theirs?.creditCount ?? null,
    bank_credit_amount: theirs?.credits ?? null,
  });
}
