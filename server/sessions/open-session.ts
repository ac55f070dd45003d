import { type Actor } from '../core/caller.js';
import { requireText } from '../core/free-text.js';
import { newId } from '../core/identifiers.js';
import { addTime, SECOND_ms } from '../core/time.js';
import { claimKey, keepAnswer, once, SHOP_SCOPE } from '../api/idempotency.js';
import type { Deps } from '../database/deps.js';
import { Writes } from '../database/writes.js';
import { tell } from '../notifications/tell.js';
import { nowAt, type ShopRow } from '../shops/shop.js';
import {
  requireAmount,
  requireCapture,
  requireLife_s,
  requireLines,
  requireLocale,
  requireMetadata,
  requireShopper,
  requireUrl,
  type SessionInput,
} from './session-input.js';
import { loadSession } from './load-session.js';
import type { SessionRow } from './session.js';
import { sessionToken } from './session-token.js';

/** Opens a payment session for an order. Errors: every refusal of `session-input.ts`, and those of idempotency. */
export async function openSession(
  deps: Deps,
  shop: ShopRow,
  actor: Actor,
  idempotencyKey: string,
  input: SessionInput,
): Promise<SessionRow> {
  const claim = claimKey(deps, {
    shopId: shop.id,
    scope: SHOP_SCOPE,
    operation: 'createPaymentSession',
    key: idempotencyKey,
    input,
  });
  return once(
    deps,
    claim,
    async () => {
      const session = newSession(deps, shop, input);
      const writes = new Writes();
      writes.insert('payment_session', {
        ...session,
        shopper: session.shopper && JSON.stringify(session.shopper),
        lines: JSON.stringify(session.lines),
        metadata: session.metadata && JSON.stringify(session.metadata),
      });
      tell(writes, deps, {
        shopId: shop.id,
        subject: 'SESSION',
        subjectId: session.id,
        transactionId: null,
        sequence: 1,
        event: 'OPENED',
        from: 'NEW',
        to: 'OPEN',
        amount: session.amount,
        currency: session.currency,
        actor,
        at: session.created_at,
      });
      keepAnswer(writes, deps, claim, 'SESSION', session.id);
      await writes.commit(deps.sql);
      deps.nudge('OUTBOX');
      return session;
    },
    sessionId => loadSession(deps.sql, sessionId),
  );
}

function newSession(deps: Deps, shop: ShopRow, input: SessionInput): SessionRow {
  const amount = requireAmount(input.amount, shop);
  const capture = requireCapture(input.capture);
  const now = nowAt(shop, deps.clock);
  const id = newId('session', deps);
  return {
    id,
    shop_id: shop.id,
    order_id: requireText(input.orderId, { path: 'orderId', max: 64 }),
    status: 'OPEN',
    sequence: 1,
    amount: amount.amount,
    currency: amount.currency,
    capture_plan: capture.plan,
    capture_days: capture.days,
    attempts_allowed: shop.attempts_allowed,
    attempts: 0,
    extensions: 0,
    expires_at: addTime(now, requireLife_s(input.expiresInSeconds) * SECOND_ms),
    current_transaction_id: null,
    token_hash: deps.vault.hash(sessionToken(deps.vault, id).reveal()),
    locale: requireLocale(input.locale, shop),
    shopper: requireShopper(input.shopper),
    lines: requireLines(input.lines),
    metadata: requireMetadata(input.metadata),
    return_url: requireUrl(input.returnUrl, 'returnUrl', shop),
    cancel_url: requireUrl(input.cancelUrl, 'cancelUrl', shop),
    created_at: now,
  };
}
