/** The bugs that have to be caught, whatever else is. */
import type { Bug } from './bug.js';
import { acknowledgedBeforeCommitted } from './bugs/acknowledged-before-committed.js';
import { batchCommittedAfterSending } from './bugs/batch-committed-after-sending.js';
import { declinedOnParseError } from './bugs/declined-on-parse-error.js';
import { keyScopedGlobally } from './bugs/key-scoped-globally.js';
import { lateApprovalBelieved } from './bugs/late-approval-believed.js';
import { leaseWithoutFencing } from './bugs/lease-without-fencing.js';
import { naiveCutOff } from './bugs/naive-cut-off.js';
import { newStanOnResend } from './bugs/new-stan-on-resend.js';
import { noLockOnRefund } from './bugs/no-lock-on-refund.js';
import { outboxDeletedEarly } from './bugs/outbox-deleted-early.js';
import { refundAgainstAuthorised } from './bugs/refund-against-authorised.js';
import { reversalTriedOnce } from './bugs/reversal-tried-once.js';
import { sentBeforeWritten } from './bugs/sent-before-written.js';
import { toldBeforeCommitted } from './bugs/told-before-committed.js';
import { uniqueKeyDropped } from './bugs/unique-key-dropped.js';
import { unknownTakenAsDeclined } from './bugs/unknown-taken-as-declined.js';

export const BUGS: readonly Bug[] = [
  sentBeforeWritten,
  acknowledgedBeforeCommitted,
  newStanOnResend,
  reversalTriedOnce,
  lateApprovalBelieved,
  noLockOnRefund,
  refundAgainstAuthorised,
  toldBeforeCommitted,
  outboxDeletedEarly,
  batchCommittedAfterSending,
  naiveCutOff,
  unknownTakenAsDeclined,
  declinedOnParseError,
  leaseWithoutFencing,
  keyScopedGlobally,
  uniqueKeyDropped,
];
