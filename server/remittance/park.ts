/**
 * A remittance whose bank cannot be reached is parked, and goes on by itself when the bank answers.
 */
import { THE_BANK, THE_TILL } from '../core/caller.js';
import { addTime, MINUTE_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { whileOthersAreQuicker, Writes } from '../database/writes.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { closeWork, openWork } from '../transactions/work-list.js';
import { loadRemittance, recordRemittance } from './remittance.js';

/** Attempts of one message after which a person should know. */
export const UNANSWERED_ATTEMPTS_MOST = 6;

/** While it is parked one message goes on asking, as the others would only ask the same; these look again after so long. */
const OTHERS_WAIT_ms = 15 * MINUTE_ms;

/** Parks a remittance that is being sent; `askingId` is the message that goes on being repeated. */
export async function park(deps: Deps, remittanceId: string, askingId: string, cause: string): Promise<void> {
  const parked = await whileOthersAreQuicker(async () => {
    const remittance = await loadRemittance(deps.sql, remittanceId);
    if (remittance.status !== 'SENT') return false;
    const shop = await loadShop(deps.sql, remittance.shop_id);
    const at = nowAt(shop, deps.clock);
    const writes = new Writes();
    recordRemittance(writes, deps, remittance, [{ event: 'PARKED', actor: THE_TILL, at, facts: { cause } }]);
    openWork(writes, deps, shop.id, 'REMITTANCE_PARKED', { remittanceId }, at);
    await writes.commit(deps.sql);
    return true;
  });
  if (!parked) return;
  await pendingOf(deps, remittanceId, addTime(deps.clock.now(), OTHERS_WAIT_ms)).where('id', '<>', askingId).execute();
  deps.nudge('OUTBOX');
}

/** The bank has answered: what waits is told now. */
export async function resume(deps: Deps, remittanceId: string): Promise<void> {
  const resumed = await whileOthersAreQuicker(async () => {
    const remittance = await loadRemittance(deps.sql, remittanceId);
    if (remittance.status !== 'PARKED') return false;
    const shop = await loadShop(deps.sql, remittance.shop_id);
    const at = nowAt(shop, deps.clock);
    const writes = new Writes();
    recordRemittance(writes, deps, remittance, [{ event: 'SENT', actor: THE_TILL, at }]);
    closeWork(writes, ['REMITTANCE_PARKED'], { remittanceId }, THE_BANK, at);
    await writes.commit(deps.sql);
    return true;
  });
  if (!resumed) return;
  await pendingOf(deps, remittanceId, deps.clock.now()).execute();
  deps.nudge('OUTBOX');
}

/** A process that was stopped between an answer and `resume` has left a parked remittance with nothing more to ask. */
export async function resumeAnswered(deps: Deps): Promise<void> {
  const answered = await deps.sql
    .selectFrom('remittance')
    .select('id')
    .where('status', '=', 'PARKED')
    .where(all =>
      all.not(
        all.exists(
          all
            .selectFrom('exchange')
            .select('exchange.id')
            .whereRef('exchange.remittance_id', '=', 'remittance.id')
            .where('exchange.status', '=', 'PENDING'),
        ),
      ),
    )
    .execute();
  for (const { id } of answered) await resume(deps, id);
}

function pendingOf(deps: Deps, remittanceId: string, nextAt: Date) {
  return deps.sql
    .updateTable('exchange')
    .set({ next_at: nextAt })
    .where('remittance_id', '=', remittanceId)
    .where('status', '=', 'PENDING');
}
