/**
 * The shopper pays: with a new card, or once more with the card of the last attempt.
 */
import { actorOf, type ShopperCaller } from '../core/caller.js';
import { parseSecurityCode, type Brand } from '../core/card.js';
import { refuse } from '../core/refusal.js';
import { maySameCardTryAgain } from '../core/response-codes.js';
import { Secret } from '../core/secret.js';
import { claimKey, once, sessionScope, type KeyClaim } from '../api/idempotency.js';
import { requireEnrolment, type Enrolment } from '../authentication/ranges.js';
import { loadCard, takeStoredCard } from '../cards/stored-card.js';
import { takeCard, type TakenCard } from '../cards/take-card.js';
import type { Deps } from '../database/deps.js';
import type { BrowserFacts } from '../database/tables.js';
import { requireMayBeTried } from '../risk/card-tries.js';
import { visitorDigest } from '../risk/visitor-digest.js';
import { loadSession } from '../sessions/load-session.js';
import type { SessionRow } from '../sessions/session.js';
import { nowAt, type ShopRow } from '../shops/shop.js';
import { authorise } from '../transactions/authorise.js';
import { pursue } from '../transactions/pursue.js';
import { startAuthentication } from '../transactions/authenticating/start-authentication.js';
import { loadTransaction, type TransactionRow } from '../transactions/transaction.js';
import { expireIfDue } from './expire-session.js';
import { requireOpen } from './require-open.js';

export interface SubmittedCard {
  readonly idempotencyKey: string;
  readonly number: Secret | null;
  readonly expiry: string | null;
  readonly securityCode: Secret | null;
  readonly holderName: string | null;
  readonly brand: Brand | null;
  readonly saveCard: boolean;
  readonly sameCard: boolean;
  readonly browser: BrowserFacts;
  /** Where the request came from, as `visitor.ts` knows it: not what the browser says of itself. */
  readonly address: string;
}

/** Asks for the money and answers when the outcome is known, or known to be unknown. */
export async function submitCard(
  deps: Deps,
  shop: ShopRow,
  caller: ShopperCaller,
  submitted: SubmittedCard,
): Promise<SessionRow> {
  const claim = claimKeyOfCard(deps, caller, submitted);
  const answer = async () => loadSession(deps.sql, caller.sessionId);
  return once(
    deps,
    claim,
    () => payOnce(deps, shop, caller, submitted, claim),
    async () => {
      if (await isAuthorising(deps, await answer()))
        throw refuse('IN_FLIGHT', 'This payment is under way; ask again shortly.');
      // Read again: it may have been settled between the look at the session and the look at its transaction.
      return answer();
    },
  );
}

async function payOnce(
  deps: Deps,
  shop: ShopRow,
  caller: ShopperCaller,
  submitted: SubmittedCard,
  claim: KeyClaim,
): Promise<SessionRow> {
  const session = await expireIfDue(deps, shop, await loadSession(deps.sql, caller.sessionId));
  requireOpen(session);
  const last = session.current_transaction_id ? await loadTransaction(deps.sql, session.current_transaction_id) : null;
  const card = submitted.sameCard ? await takeSameCard(deps, last) : await takeCard(deps, shop, enteredCard(submitted));
  await requireAllowedAgain(deps, shop, session, card, submitted.sameCard);
  const securityCode = requireSecurityCode(submitted.securityCode, card.row.brand);
  const visitor = visitorDigest(deps.vault, shop.id, submitted.address);
  await requireMayBeTried(deps, shop, { fingerprint: card.row.fingerprint, masked: card.row.masked, visitor });
  const attempt = { shop, session, card, securityCode, visitor, actor: actorOf(caller), claim };
  const enrolment = shop.enrolled ? await enrolmentOf(deps, card) : null;
  if (enrolment === 'UNKNOWN' && !(deps.authenticator && shop.authorise_if_unavailable))
    throw refuse(
      'AUTHENTICATION_NOT_POSSIBLE',
      'The bank of this card wants to check who pays, which is not possible here.',
      'number',
    );
  if (enrolment === 'UNKNOWN') return authorise(deps, attempt, 'UNAVAILABLE');
  if (!enrolment) return authorise(deps, attempt, 'NOT_ENROLLED');
  await pursue(deps, await startAuthentication(deps, attempt, enrolment, submitted.browser));
  return loadSession(deps.sql, session.id);
}

/** Where no directory has told which cards are enrolled, our own table of ranges says whether somebody should be asked. */
async function enrolmentOf(deps: Deps, card: TakenCard): Promise<Enrolment | 'UNKNOWN' | null> {
  const enrolment = deps.authenticator ? await requireEnrolment(deps, card.number) : 'UNKNOWN';
  return enrolment === 'UNKNOWN' && !card.enrolled ? null : enrolment;
}

function enteredCard(submitted: SubmittedCard) {
  if (submitted.number === null) throw refuse('CARD_NUMBER_INVALID', 'The card number is missing.', 'number');
  if (submitted.expiry === null) throw refuse('EXPIRY_INVALID', 'The expiry date is missing.', 'expiry');
  return {
    number: submitted.number.reveal(),
    expiry: submitted.expiry,
    holderName: submitted.holderName,
    brand: submitted.brand,
    saveConsented: submitted.saveCard,
  };
}

function requireSecurityCode(code: Secret | null, brand: Brand): Secret {
  if (code === null) throw refuse('SECURITY_CODE_INVALID', 'The security code is missing.', 'securityCode');
  return parseSecurityCode(code.reveal(), brand);
}

async function takeSameCard(deps: Deps, last: TransactionRow | null): Promise<TakenCard> {
  if (last === null) throw refuse('CARD_NOT_ALLOWED_AGAIN', 'No card was tried in this session yet.', 'sameCard');
  return takeStoredCard(deps, await loadCard(deps, last.card_id));
}

/**
 * After a decline the same card only where its code allows it, also when another card was tried in between; a retyped card is
 * the same card.
 */
async function requireAllowedAgain(
  deps: Deps,
  shop: ShopRow,
  session: SessionRow,
  card: TakenCard,
  sameCard: boolean,
): Promise<void> {
  if (session.attempts === 0) return;
  const declined = await deps.sql
    .selectFrom('transaction')
    .select(['response_code', 'updated_at'])
    .where('session_id', '=', session.id)
    .where('card_fingerprint', '=', card.row.fingerprint)
    .where('status', '=', 'DECLINED')
    .orderBy('attempt', 'desc')
    .executeTakeFirst();
  if (!declined || declined.response_code === null) return;
  const since_ms = nowAt(shop, deps.clock).getTime() - declined.updated_at.getTime();
  if (!maySameCardTryAgain(declined.response_code, since_ms))
    throw refuse(
      'CARD_NOT_ALLOWED_AGAIN',
      'This card cannot be tried again now; use another one.',
      sameCard ? 'sameCard' : 'number',
    );
}

async function isAuthorising(deps: Deps, session: SessionRow): Promise<boolean> {
  if (session.status !== 'PROCESSING' || session.current_transaction_id === null) return false;
  const transaction = await loadTransaction(deps.sql, session.current_transaction_id);
  return transaction.status === 'AUTHORISING';
}

/** The number by its fingerprint, the security code left out: neither may be guessed from what is kept. */
function claimKeyOfCard(deps: Deps, caller: ShopperCaller, submitted: SubmittedCard): KeyClaim {
  // What the browser says of itself, and where it asks from, is no part of what is asked: it differs between two sendings of one form.
  const { idempotencyKey, number, securityCode: _, browser: __, address: ___, ...rest } = submitted;
  const digits = number?.reveal().replaceAll(/\D/g, '');
  const input = { ...rest, number: digits ? deps.vault.fingerprint(new Secret(digits), caller.shopId) : null };
  return claimKey(deps, {
    shopId: caller.shopId,
    scope: sessionScope(caller.sessionId),
    operation: 'submitCard',
    key: idempotencyKey,
    input,
  });
}
