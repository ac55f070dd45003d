import type { Deps } from '../database/deps.js';
import { askDirectory } from './authenticating/ask-directory.js';
import { continuePayment } from './authenticating/continue-payment.js';
import type { Step } from './step.js';

/** Takes a transaction as far as it goes without its shopper. A soft decline leads back once, so this ends. */
export async function pursue(deps: Deps, first: Step | null): Promise<void> {
  for (let step = first; step !== null;)
    step =
      step.kind === 'ASK_DIRECTORY'
        ? await askDirectory(deps, step.authenticationId)
        : await continuePayment(deps, step.transactionId);
}
