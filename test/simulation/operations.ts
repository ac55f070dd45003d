/**
 * What is asked of the house in a story, as data, and how it is asked.
 */
import { cardNumber } from '../../bank/grammar.js';
import {
  abandonAuthentication,
  completeChallenge,
  completeMethod,
} from '../../server/checkout/authentication-steps.js';
import { submitCard } from '../../server/checkout/submit-card.js';
import { cancelSession } from '../../server/checkout/cancel-session.js';
import { claimKey, once, SHOP_SCOPE } from '../../server/api/idempotency.js';
import type { Actor } from '../../server/core/caller.js';
import { Secret } from '../../server/core/secret.js';
import type { Deps } from '../../server/database/deps.js';
import { refundTransaction } from '../../server/refunds/refund-transaction.js';
import { reverseTransaction } from '../../server/refunds/reverse-transaction.js';
import { closeRemittance } from '../../server/remittance/close-remittance.js';
import { holdCapture, releaseCapture } from '../../server/remittance/hold-capture.js';
import { loadSession } from '../../server/sessions/load-session.js';
import { openSession } from '../../server/sessions/open-session.js';
import type { SessionInput } from '../../server/sessions/session-input.js';
import { loadShop } from '../../server/shops/shop.js';
import { advanceTestClock } from '../../server/test-clock.js';
import { cancelTransaction } from '../../server/transactions/cancel-transaction.js';
import { validateTransaction } from '../../server/transactions/validate-transaction.js';
import { ENROLLED_BINS } from './sim-directory.js';

export const VERBS = [
  'OPEN',
  'PAY',
  'METHOD_DONE',
  'METHOD_OVER',
  'RETURN',
  'OTHER_CARD',
  'GIVE_UP',
  'VALIDATE',
  'CANCEL',
  'REFUND',
  'REVERSE',
  'HOLD',
  'RELEASE',
  'CLOSE',
  'ADVANCE',
] as const;
export type Verb = (typeof VERBS)[number];

/** Everything that one request says. What it is about is known by then. */
export interface Asked {
  readonly verb: Verb;
  readonly shopId: string;
  readonly key: string;
  /** A session, a transaction or a remittance; null where something is opened. */
  readonly about: string | null;
  /** Minor units; seconds for a clock. */
  readonly amount: bigint | null;
  readonly order?: Omit<SessionInput, 'amount'>;
  readonly currency?: string;
  readonly card?: string;
}

/** What is told of one thing: at this number of its journal it was in this status. */
export interface Told {
  readonly subjectId: string;
  readonly sequence: number;
  readonly status: string;
}

const BY_KEY: Actor = { kind: 'KEY', id: 'key_of_a_story' };

/** The answers of a request, or it throws the refusal. */
export async function ask(deps: Deps, asked: Asked): Promise<Told[]> {
  const { shopId, key: idempotencyKey, amount } = asked;
  const about = asked.about ?? '';
  const shopper = { kind: 'SHOPPER', shopId, sessionId: about } as const;
  const onTransaction = { idempotencyKey, transactionId: about, amount };
  switch (asked.verb) {
    case 'OPEN': {
      const input = {
        orderId: '',
        ...asked.order,
        amount: { amount: amount ?? 1n, currency: asked.currency ?? 'EUR' },
      };
      return told(await openSession(deps, await loadShop(deps.sql, shopId), BY_KEY, idempotencyKey, input));
    }
    case 'PAY':
      return told(await submitCard(deps, await loadShop(deps.sql, shopId), shopper, formOf(asked)));
    case 'METHOD_DONE':
    case 'METHOD_OVER':
      return told(await completeMethod(deps, shopper, asked.verb === 'METHOD_DONE'));
    case 'RETURN':
      return told(await completeChallenge(deps, shopper));
    case 'OTHER_CARD':
      return told(await abandonAuthentication(deps, shopper));
    case 'GIVE_UP': {
      const claim = claimKey(deps, {
        shopId,
        scope: SHOP_SCOPE,
        operation: 'cancelSession',
        key: idempotencyKey,
        input: { about },
      });
      const cancel = () => cancelSession(deps, about, BY_KEY, claim);
      return told(await once(deps, claim, cancel, id => loadSession(deps.sql, id)));
    }
    case 'VALIDATE':
      return told(await validateTransaction(deps, shopId, BY_KEY, onTransaction));
    case 'CANCEL':
      return told(await cancelTransaction(deps, shopId, BY_KEY, onTransaction));
    case 'REFUND':
      return told(await refundTransaction(deps, shopId, BY_KEY, onTransaction));
    case 'REVERSE':
      return told(await reverseTransaction(deps, shopId, BY_KEY, onTransaction));
    case 'HOLD':
      return told(await holdCapture(deps, shopId, BY_KEY, { idempotencyKey, transactionId: about }));
    case 'RELEASE':
      return told(await releaseCapture(deps, shopId, BY_KEY, { idempotencyKey, transactionId: about }));
    case 'CLOSE':
      return told(await closeRemittance(deps, shopId, BY_KEY, { idempotencyKey, remittanceId: about }));
    case 'ADVANCE': {
      const { id, sequence } = await advanceTestClock(deps, shopId, BY_KEY, { bySeconds: Number(amount) });
      return told({ id, sequence, status: 'ACTIVE' });
    }
  }
}

function told({ id, sequence, status }: { id: string; sequence: number; status: string }): Told[] {
  return [{ subjectId: id, sequence, status }];
}

function formOf({ key, card }: Asked) {
  return {
    idempotencyKey: key,
    number: new Secret(card ?? ''),
    expiry: '12/35',
    securityCode: new Secret('123'),
    holderName: null,
    brand: null,
    saveCard: false,
    sameCard: false,
    browser: { acceptHeader: '*/*', userAgent: 'story', language: 'fr', address: null, script: SCRIPT },
    address: '',
  } as const;
}

/** Without it no issuer's method page is shown. */
const SCRIPT = {
  javaEnabled: false,
  colorDepth: 24,
  screenHeight: 900,
  screenWidth: 1_440,
  timeZoneOffset_minutes: -120,
} as const;

/** It is answered with this code. Its issuer does what `way` says; null is a card that nobody authenticates. */
export function cardOf(serial: number, code: string, way: string | null): string {
  const [one, other] = ENROLLED_BINS;
  return way === null
    ? cardNumber('400012', '00', serial, code)
    : cardNumber(serial % 2 ? one : other, way, serial, code);
}
