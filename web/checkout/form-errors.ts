/**
 * From the API's refusals to sentences beside the right field. A refusal that no field can mend stands at the top; one
 * that the next page explains better is no error at all.
 */
import type { RefusalCode } from '../graphql/generated/graphql.ts';
import type { MessageKey } from '../ui/text.ts';
import { CARD_FIELDS, type CardField } from './card-input.ts';

export interface FormError {
  /** Null when no field is at fault. */
  readonly field: CardField | null;
  readonly message: MessageKey;
}

export interface FormState {
  readonly errors: readonly FormError[];
  /** Which of the page's two forms was sent. */
  readonly sameCard: boolean;
  /** What may be shown again. Never the number, never the security code. */
  readonly values: { readonly brand: string; readonly expiry: string; readonly holderName: string };
}

export const MISSING: Readonly<Record<CardField, MessageKey>> = {
  number: 'error.number.missing',
  brand: 'error.brand.notPossible',
  expiry: 'error.expiry.missing',
  securityCode: 'error.securityCode.missing',
  holderName: 'error.holderName.invalid',
};

/** The state has moved on: the page, asked again, tells the truth better than a message on an old form. */
const ASK_AGAIN: ReadonlySet<RefusalCode> = new Set([
  'IN_FLIGHT',
  'IDEMPOTENCY_KEY_REUSED',
  'ACTION_NOT_POSSIBLE',
  'SESSION_CANCELLED',
  'SESSION_EXPIRED',
  'SESSION_PAID',
  'SESSION_REFUSED',
  'NOT_FOUND',
]);

const REFUSED: Readonly<Partial<Record<RefusalCode, FormError>>> = {
  AUTHENTICATION_NOT_POSSIBLE: { field: 'number', message: 'error.number.needsAuthentication' },
  BRAND_NOT_POSSIBLE: { field: 'brand', message: 'error.brand.notPossible' },
  CARD_EXPIRED: { field: 'expiry', message: 'error.expiry.past' },
  CARD_NOT_ACCEPTED: { field: 'number', message: 'error.number.notAccepted' },
  CARD_NOT_ALLOWED_AGAIN: { field: 'number', message: 'error.number.notAgain' },
  CARD_NOT_KEPT: { field: null, message: 'error.form.typeAgain' },
  CARD_NUMBER_INVALID: { field: 'number', message: 'error.number.invalid' },
  CARD_TESTING_SUSPECTED: { field: null, message: 'error.form.cardTesting' },
  CARD_TRIED_TOO_OFTEN: { field: 'number', message: 'error.number.tooOften' },
  EXPIRY_INVALID: { field: 'expiry', message: 'error.expiry.invalid' },
  EXTENSIONS_USED_UP: { field: null, message: 'error.form.noMoreTime' },
  ORDER_ALREADY_PAID: { field: null, message: 'error.form.orderPaid' },
  ORDER_IN_PROGRESS: { field: null, message: 'error.form.orderInProgress' },
  RATE_LIMITED: { field: null, message: 'error.form.tooMany' },
  SECURITY_CODE_INVALID: { field: 'securityCode', message: 'error.securityCode.invalid' },
};

/** Null: answer by asking the page again. */
export function errorOf(code: RefusalCode, path: string | null): FormError | null {
  if (ASK_AGAIN.has(code)) return null;
  const known = REFUSED[code];
  if (known) return known;
  const field = CARD_FIELDS.find(each => each === path?.split('.').at(-1)) ?? null;
  return { field, message: field === 'holderName' ? 'error.holderName.invalid' : 'error.form.notPossible' };
}
