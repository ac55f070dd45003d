import type { ReactElement } from 'react';
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

export function Status<Kind extends StatusKind>(props: {
  readonly kind: Kind;
  readonly status: keyof (typeof TONES)[Kind] & string;
  readonly t: Translate;
}): ReactElement {
  const tones: Readonly<Record<string, Tone>> = TONES[props.kind];
  return (
    <span className={`standing ${tones[props.status] ?? 'quiet'}`}>
      {statusWord(props.kind, props.status, props.t)}
    </span>
  );
}

export function statusWord(kind: StatusKind, status: string, t: Translate): string {
  return t(`till.${kind}.${status}` as MessageKey);
}

export function statusesOf<Kind extends StatusKind>(kind: Kind): readonly (keyof (typeof TONES)[Kind] & string)[] {
  return Object.keys(TONES[kind]) as (keyof (typeof TONES)[Kind] & string)[];
}
