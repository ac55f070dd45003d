import type { MessageKey, Translate } from './text.ts';

/**
 * How a status looks, wherever it stands. The word says it all; the colour and the mark before it only help to find it.
 * `attention` is what waits for a person, `open` what goes on by itself, `good` and `bad` how it ended, `quiet` what is over
 * without money.
 */
type Tone = 'attention' | 'open' | 'good' | 'bad' | 'quiet';

const TONES = {
  status: {
    AUTHENTICATING: 'open',
    AUTHORISING: 'open',
    UNKNOWN: 'attention',
    REVERSED: 'quiet',
    REFUSED: 'bad',
    DECLINED: 'bad',
    TO_REVIEW: 'attention',
    TO_VALIDATE: 'attention',
    TO_AUTHORISE: 'open',
    TO_CAPTURE: 'open',
    REMITTING: 'open',
    CAPTURED: 'good',
    CANCELLED: 'quiet',
    EXPIRED: 'quiet',
  },
  refundStatus: {
    TO_APPROVE: 'attention',
    TO_CREDIT: 'open',
    REMITTING: 'open',
    CREDITED: 'good',
    DENIED: 'quiet',
    LAPSED: 'quiet',
    REJECTED: 'bad',
  },
  remittanceStatus: {
    OPEN: 'open',
    CLOSED: 'open',
    SENT: 'open',
    ACKNOWLEDGED: 'good',
    OUT_OF_BALANCE: 'attention',
    PARKED: 'attention',
  },
  reportStatus: { SENT: 'good', SENDING: 'open', NOT_SENT: 'quiet', FAILED: 'bad' },
  mailStatus: { SENT: 'good', PENDING: 'open', REFUSED: 'bad', ABANDONED: 'bad' },
  memberStatus: { INVITED: 'open', ACTIVE: 'good', DISABLED: 'quiet' },
  endpointStatus: { ENABLED: 'good', DISABLED: 'quiet' },
  deliveryStatus: { PENDING: 'open', DELIVERED: 'good', ABANDONED: 'bad' },
  keyStatus: { ACTIVE: 'good', REVOKED: 'quiet' },
  itemStatus: { ACCEPTED: 'good', PENDING: 'open', REJECTED: 'bad' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Tone>>>>;

export type StatusKind = keyof typeof TONES;

/** A status of a kind that there is. */
export type StatusOf<Kind extends StatusKind> = keyof (typeof TONES)[Kind] & string;

export function toneOf(kind: StatusKind, status: string): Tone {
  const tones: Readonly<Record<string, Tone>> = TONES[kind];
  return tones[status] ?? 'quiet';
}

export function statusWord(kind: StatusKind, status: string, t: Translate): string {
  return t(`till.${kind}.${status}` as MessageKey);
}

export function statusesOf<Kind extends StatusKind>(kind: Kind): readonly StatusOf<Kind>[] {
  return Object.keys(TONES[kind]) as StatusOf<Kind>[];
}
