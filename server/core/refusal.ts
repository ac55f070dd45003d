/**
 * The first of the three kinds of no: *refusal*, our own law. (A *decline* is the issuer's, an *unknown* nobody's.)
 *
 * Refusals are thrown by the core and by verbs from this closed list, and reach callers as the `Refusal` member of every
 * mutation's union. Anything else that is thrown is a bug: masked, numbered and logged whole.
 */

/** Every refusal there is, with what it means. The sentences become the descriptions of the public enum. */
export const REFUSAL_CODES = {
  ABOVE_CEILING: 'The amount is above what this member may cancel or refund at once; `limit` says how much that is.',
  ACTION_NOT_POSSIBLE: 'The object is in a state that does not allow this; `possibleActions` says what is allowed.',
  AMOUNT_NOT_POSSIBLE: 'The amount is zero, above the limit named in `limit`, or not one this currency has.',
  AUTHENTICATION_NOT_POSSIBLE:
    'This card has to be authenticated by its bank (3-D Secure), which this till cannot ask for.',
  BRAND_NOT_POSSIBLE: 'The brand is not on this card, or the shop does not take it.',
  CAPTURE_PLAN_INVALID:
    'The capture plan needs other days: none for IMMEDIATE, 0–99 for DEFERRED, 1–99 for VALIDATION.',
  CARD_EXPIRED: 'The expiry date lies in the past.',
  CARD_NOT_ACCEPTED: 'The shop takes no brand of this card, or nobody knows this card.',
  CARD_NOT_ALLOWED_AGAIN: 'After the last decline this card may not be tried again in this session.',
  CARD_NOT_KEPT: 'The card number has been erased.',
  CARD_NUMBER_INVALID: 'Not a card number: 12 to 19 digits with a check digit.',
  CARD_NUMBER_NOT_SEARCHABLE:
    'A card number cannot be searched for, because it is never stored in a way that could be: the last four digits can.',
  CARD_TESTING_SUSPECTED:
    'Too many different cards were declined here within minutes, from this address or of this issuer: the bank was not asked, and no money was taken. `limit` says how long it takes to calm down.',
  CARD_TRIED_TOO_OFTEN: 'This card was tried ten times at this shop within thirty days.',
  CURRENCY_NOT_ACCEPTED: 'The shop does not take this currency, or it is not the one of the object.',
  EMAIL_NOT_POSSIBLE: 'A member with this address cannot be invited: there is one already.',
  EXPIRES_IN_INVALID: 'A session lives from 5 minutes to 24 hours.',
  EXPIRY_INVALID: 'Not an expiry date: a month and a year, such as 03/28.',
  EXTENSIONS_USED_UP: 'A session may be extended ten times.',
  IDEMPOTENCY_KEY_INVALID: 'An idempotency key has 1 to 255 characters.',
  IDEMPOTENCY_KEY_REUSED: 'This key was used with another input.',
  IN_FLIGHT: 'The same or another operation on this object is under way; ask again shortly.',
  INPUT_INVALID: 'A field of the input is not acceptable; `path` says which, `message` why.',
  INVITATION_NOT_VALID: 'This invitation was used, withdrawn or has ended, or never was one.',
  LAST_ACCOUNTANT: 'A shop keeps at least one member with the profile ACCOUNTANT who can sign in.',
  NOT_FOUND: 'There is no such object, or it is not yours.',
  NOTHING_TO_REMIT: 'The open remittance holds nothing.',
  ORDER_ALREADY_PAID: 'Another session of this order has been paid.',
  ORDER_IN_PROGRESS: 'Another session of this order is being paid.',
  PASSWORD_NOT_ACCEPTED:
    'A password has 12 to 128 characters, is none that many people use, and does not hold the address.',
  RATE_LIMITED: 'Too many tries; ask again later.',
  RESULT_TOO_LARGE: 'The answer would span too much time or have too many rows; `message` says how much is possible.',
  SECURITY_CODE_INVALID: 'The security code has three digits, on American Express four.',
  SESSION_CANCELLED: 'The session was cancelled.',
  SESSION_EXPIRED: 'The session has expired.',
  SESSION_PAID: 'The session has been paid.',
  SESSION_REFUSED: 'The session has no attempt left.',
  SIGN_IN_REFUSED:
    'Address and password do not belong together, or this member may not sign in now. Nothing more is said on purpose.',
  TEST_MODE_ONLY: 'Only a shop in test mode has this.',
  URL_INVALID: 'Not an acceptable address: absolute, https (http on loopback in test mode), without credentials.',
} as const;

export type RefusalCode = keyof typeof REFUSAL_CODES;

/** What may be done to an object instead, as `possibleActions` shows it. */
export interface PossibleAction {
  readonly action: string;
  /** Minor units of the object's currency; null where the action takes no amount. */
  readonly maxAmount: bigint | null;
  readonly until: Date | null;
  /** Null when the action is possible now. */
  readonly blockedBecause: string | null;
}

export interface RefusalDetails {
  /** The path of the input field that is at fault, such as `amount` or `shopper.email`. */
  readonly path?: string;
  /** The limit that was passed, as text with its unit. */
  readonly limit?: string;
  /** Whether the same request may succeed later, unchanged. */
  readonly retryable?: boolean;
  readonly possibleActions?: readonly PossibleAction[];
}

export class RefusalError extends Error {
  override readonly name = 'RefusalError';

  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly details: RefusalDetails = {},
  ) {
    super(message);
  }
}

const RETRYABLE: ReadonlySet<RefusalCode> = new Set(['IN_FLIGHT', 'ORDER_IN_PROGRESS', 'RATE_LIMITED']);

/** Makes a refusal to throw. The third argument is a path, or all the details. */
export function refuse(code: RefusalCode, message: string, details: string | RefusalDetails = {}): RefusalError {
  const given = typeof details === 'string' ? { path: details } : details;
  return new RefusalError(code, message, { retryable: RETRYABLE.has(code), ...given });
}
