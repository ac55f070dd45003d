import type { RemittanceStatus } from '../core/remittance.js';

/** Of a remittance that has come to its cut-off: the bank has not said its last word yet. */
export const OPEN_ANSWERS: ReadonlySet<RemittanceStatus> = new Set(['OPEN', 'CLOSED', 'SENT', 'PARKED']);
