/**
 * What nobody may guess or repeat, also after a restart: ids of transactions (UUID), and proofs that prove nothing. Everything else
 * that the bank leaves to chance comes from its seed.
 */
import { randomBytes, randomUUID } from 'node:crypto';

export function newTransactionId(): string {
  return randomUUID();
}

/** Twenty bytes in base64, as a CAVV has; of no authentication. */
export function proofOfNothing(): string {
  return randomBytes(20).toString('base64');
}
