import type { AuthenticationStatus } from '../core/authentication-states.js';
import type { TransactionStatus } from '../core/transaction.js';
import { isPaidFor } from '../core/transaction.js';
import type { SessionRow } from '../sessions/session.js';
import type { Step } from './checkout.view.js';

/** Which page the shopper should see: from what is written, never from what the browser remembers. */
export function stepOf(
  session: SessionRow,
  last: TransactionStatus | null,
  authentication: AuthenticationStatus | null = null,
): Step {
  switch (session.status) {
    case 'OPEN':
      if (last === 'DECLINED') return 'DECLINED';
      return last === 'REFUSED' ? 'NOT_AUTHENTICATED' : 'CARD';
    case 'PROCESSING':
      if (last === 'UNKNOWN') return 'UNKNOWN';
      if (last === 'TO_REVIEW') return 'REVIEW';
      if (last !== 'AUTHENTICATING') return 'PROCESSING';
      if (authentication === 'METHOD') return 'METHOD';
      return authentication === 'CHALLENGE' ? 'CHALLENGE' : 'PROCESSING';
    case 'PAID':
      return last !== null && isPaidFor(last) ? 'TICKET' : 'ENDED';
    case 'REFUSED':
      if (last === 'DECLINED') return 'DECLINED';
      return last === 'REFUSED' ? 'NOT_AUTHENTICATED' : 'ENDED';
    case 'CANCELLED':
    case 'EXPIRED':
      return 'ENDED';
  }
}
