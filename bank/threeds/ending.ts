/**
 * How a challenge ends: what is true, and what RReq and CRes say of it when card or fault want them to differ.
 */
import { type FaultName } from '../fault-kinds.js';
import type { Fault } from '../faults.js';
import type { Authentication } from './authentications.js';
import type { ChallengeEnded } from './changes.js';
import { cavvOf, eciOf } from './proof.js';

export type Event = 'RIGHT' | 'FAILED' | 'CANCELLED' | 'TIMED_OUT';

/** PROTOCOL-3DS.md: a challenge lives ten minutes. */
export const LIFE_ms = 600_000;
export const MOST_FAILURES = 3;
/** PROTOCOL-3DS.md, DD 15. */
const LATE_ms = 5_000;

/** EMV 3-D Secure, table A.1, transStatusReason: 01 it failed, 14 timed out, 19 too many challenges. */
const REASONS: Readonly<Record<Event, string>> = { RIGHT: '01', FAILED: '19', CANCELLED: '01', TIMED_OUT: '14' };

type Plan = ChallengeEnded['plan'];

const PLAN_OF_CARD: Readonly<Record<string, Plan>> = { '08': 'NEVER', '10': 'TWICE', '15': 'LATE', '17': 'NEVER' };
const PLAN_OF_FAULT: Partial<Readonly<Record<FaultName, Plan>>> = {
  RREQ_NEVER: 'NEVER',
  RREQ_TWICE: 'TWICE',
  RREQ_LATE: 'LATE',
};

export function endingOf(
  authentication: Authentication,
  event: Event,
  hash: (text: string) => string,
  fault?: Fault,
): ChallengeEnded {
  const { acsTransID, behaviour, brand } = authentication;
  const [transStatus, cresStatus] = statusesOf(behaviour, event, fault);
  const plan = (fault && PLAN_OF_FAULT[fault.kind]) ?? PLAN_OF_CARD[behaviour] ?? 'ONCE';
  const challengeCancel = cancelOf(authentication, event);
  return {
    kind: 'CHALLENGE_ENDED',
    acsTransID,
    transStatus,
    cresStatus,
    plan,
    ...(plan === 'LATE' && { late_ms: fault?.delayMs ?? LATE_ms }),
    ...(transStatus === 'N' && { transStatusReason: REASONS[event] }),
    ...(transStatus === 'N' && challengeCancel !== undefined && { challengeCancel }),
    ...(transStatus === 'Y' && { eci: eciOf(brand, 'Y') }),
    ...(transStatus === 'Y' && behaviour !== '18' && { cavvHash: hash(cavvOf(hash, acsTransID)) }),
    ...(fault && { befell: fault.kind }),
  };
}

/** What the RReq says, and what the CRes says. */
function statusesOf(behaviour: string, event: Event, fault: Fault | undefined): readonly ['Y' | 'N', 'Y' | 'N'] {
  const truth = event === 'RIGHT' ? 'Y' : 'N';
  if (fault?.kind === 'RREQ_CONTRADICTS') return [truth === 'Y' ? 'N' : 'Y', truth];
  if (event === 'RIGHT' && behaviour === '09') return ['N', 'Y'];
  if (event === 'RIGHT' && behaviour === '16') return ['Y', 'N'];
  return [truth, truth];
}

/** EMV 3-D Secure, table A.1, challengeCancel: 05 when not even the first CReq came. */
function cancelOf({ opened }: Authentication, event: Event): string | undefined {
  if (event === 'CANCELLED') return '01';
  if (event === 'TIMED_OUT') return opened ? '04' : '05';
  return undefined;
}
