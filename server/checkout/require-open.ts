import { refuse, type RefusalCode } from '../core/refusal.js';
import type { SessionStatus } from '../core/session.js';
import type { SessionRow } from '../sessions/session.js';

const WHY_NOT: Readonly<Record<Exclude<SessionStatus, 'OPEN'>, readonly [RefusalCode, string]>> = {
  PROCESSING: ['IN_FLIGHT', 'A payment of this session is under way.'],
  PAID: ['SESSION_PAID', 'This session has been paid.'],
  REFUSED: ['SESSION_REFUSED', 'This session has no attempt left.'],
  CANCELLED: ['SESSION_CANCELLED', 'This session was cancelled.'],
  EXPIRED: ['SESSION_EXPIRED', 'This session has expired.'],
};

/** Only an open session takes a card, an extension or a cancellation. */
export function requireOpen(session: SessionRow): void {
  if (session.status === 'OPEN') return;
  const [code, message] = WHY_NOT[session.status];
  throw refuse(code, message);
}
