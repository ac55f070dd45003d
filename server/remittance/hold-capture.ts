/**
 * A person keeps a capture out of the remittances, or lets it travel again: after a rejection, to present it again.
 */
import type { Actor } from '../core/caller.js';
import { possibleActions } from '../core/possible-actions.js';
import { refuse, type RefusalError } from '../core/refusal.js';
import type { Deps } from '../database/deps.js';
import { operate, type Operation, type OperationInput } from '../transactions/operation.js';
import { recordTransaction, type TransactionRow } from '../transactions/transaction.js';

export type HoldInput = Omit<OperationInput, 'amount'>;

/** What `held_because` says of a capture that a person holds; one that the bank rejected names the code. */
const BY_A_PERSON = 'HELD_BY_PERSON';

export async function holdCapture(deps: Deps, shopId: string, actor: Actor, input: HoldInput): Promise<TransactionRow> {
  return operate(deps, shopId, 'holdCapture', { ...input, amount: null }, async operation => {
    const { transaction, now, writes } = operation;
    if (transaction.status !== 'TO_CAPTURE')
      throw notPossible(operation, 'Only what waits for a remittance can be held.');
    if (transaction.held_because !== null) throw notPossible(operation, 'It is held already.');
    const held = { event: 'HELD', amount: transaction.to_capture, actor, at: now } as const;
    recordTransaction(writes, deps, transaction, [held], { held_because: BY_A_PERSON });
  });
}

export async function releaseCapture(
  deps: Deps,
  shopId: string,
  actor: Actor,
  input: HoldInput,
): Promise<TransactionRow> {
  return operate(deps, shopId, 'releaseCapture', { ...input, amount: null }, async operation => {
    const { transaction, now, writes } = operation;
    if (transaction.status !== 'TO_CAPTURE' || transaction.held_because === null)
      throw notPossible(operation, 'It is not held.');
    const facts = { heldBecause: transaction.held_because };
    const released = { event: 'HOLD_RELEASED', amount: transaction.to_capture, actor, at: now, facts } as const;
    recordTransaction(writes, deps, transaction, [released], { held_because: null });
  });
}

function notPossible({ facts, now }: Operation, because: string): RefusalError {
  return refuse('ACTION_NOT_POSSIBLE', because, { possibleActions: possibleActions(facts, now) });
}
