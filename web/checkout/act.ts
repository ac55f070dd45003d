/**
 * What a shopper can do on the page: pay, go on, use another card, ask for more time, cancel. Each ends in "ask the page again" or in the form
 * with its errors; nothing here decides where the payment stands.
 */
import type { IncomingMessage } from 'node:http';
import { type Answer, type Caller, ask } from '../graphql/client.ts';
import type { BrowserInput, RefusalCode } from '../graphql/generated/graphql.ts';
import type { Form } from '../http/form.ts';
import { missingFields, normaliseExpiry, readCard } from './card-input.ts';
import type { Checkout } from './checkout.queries.ts';
import {
  AbandonAuthenticationMutation,
  CancelCheckoutMutation,
  CompleteMethodMutation,
  ExtendCheckoutMutation,
  SubmitCardMutation,
} from './checkout.queries.ts';
import { type FormError, type FormState, MISSING, errorOf } from './form-errors.ts';

export type Acted =
  /** Answer 303: the page tells the truth. `interrupted`: nobody knows whether the API heard of it. */
  | { readonly kind: 'askAgain'; readonly interrupted: boolean }
  | { readonly kind: 'errors'; readonly form: FormState }
  | { readonly kind: 'badRequest' };

type Outcome = { readonly __typename: 'CheckoutSession' } | RefusalFields;
type RefusalFields = { readonly __typename: 'Refusal'; readonly code: RefusalCode; readonly path: string | null };

export async function act(form: Form, checkout: Checkout, caller: Caller, request: IncomingMessage): Promise<Acted> {
  const idempotencyKey = form.get('idempotencyKey') ?? '';
  if (!/^[\w-]{1,255}$/.test(idempotencyKey)) return { kind: 'badRequest' };
  switch (form.get('action')) {
    case 'pay':
      return await pay(idempotencyKey, form, checkout, caller, request);
    case 'method': {
      const answer = await ask(caller, CompleteMethodMutation, { input: { done: form.get('done') === 'true' } });
      return concluded(answer, data => data.completeMethod, form);
    }
    case 'abandon': {
      const answer = await ask(caller, AbandonAuthenticationMutation, {});
      return concluded(answer, data => data.abandonAuthentication, form);
    }
    case 'extend': {
      const answer = await ask(caller, ExtendCheckoutMutation, { input: { idempotencyKey } });
      return concluded(answer, data => data.extendCheckout, form);
    }
    case 'cancel': {
      const answer = await ask(caller, CancelCheckoutMutation, { input: { idempotencyKey } });
      return concluded(answer, data => data.cancelCheckout, form);
    }
    default:
      return { kind: 'badRequest' };
  }
}

async function pay(
  idempotencyKey: string,
  form: Form,
  checkout: Checkout,
  caller: Caller,
  request: IncomingMessage,
): Promise<Acted> {
  const missing = missingFields(form);
  if (missing.length > 0)
    return withErrors(
      form,
      missing.map(field => ({ field, message: MISSING[field] })),
    );
  const input = { idempotencyKey, ...readCard(form, checkout.brands), browser: browserOf(form, caller, request) };
  return concluded(await ask(caller, SubmitCardMutation, { input }), data => data.submitCard, form);
}

function concluded<Data>(answer: Answer<Data>, outcomeOf: (data: Data) => Outcome, form: Form): Acted {
  if (answer.kind === 'unreachable') return { kind: 'askAgain', interrupted: true };
  if (answer.kind === 'refused')
    return answer.code === 'RATE_LIMITED'
      ? withErrors(form, [{ field: null, message: 'error.form.tooMany' }])
      : { kind: 'askAgain', interrupted: true };
  const outcome = outcomeOf(answer.data);
  if (outcome.__typename === 'CheckoutSession') return { kind: 'askAgain', interrupted: false };
  const error = errorOf(outcome.code, outcome.path);
  return error ? withErrors(form, [error]) : { kind: 'askAgain', interrupted: false };
}

function withErrors(form: Form, errors: readonly FormError[]): Acted {
  const values = {
    brand: form.get('brand') ?? '',
    expiry: normaliseExpiry((form.get('expiry') ?? '').slice(0, 10)),
    holderName: (form.get('holderName') ?? '').slice(0, 100),
  };
  return { kind: 'errors', form: { errors, sameCard: form.get('sameCard') === 'true', values } };
}

/** What an issuer is told of the browser (EMV 3DS, AReq). The script fills in what only a script can know. */
function browserOf(form: Form, caller: Caller, request: IncomingMessage): BrowserInput {
  const whole = (name: string): number | null => {
    const text = form.get(name) ?? '';
    return /^-?\d{1,5}$/.test(text) ? Number(text) : null;
  };
  return {
    acceptHeader: (request.headers.accept ?? '*/*').slice(0, 2048),
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 2048),
    language: (request.headers['accept-language'] ?? 'en').split(/[,;]/)[0]?.slice(0, 8) ?? 'en',
    javaScript: form.get('javaScript') === 'true',
    colourDepth: whole('colourDepth'),
    screenHeight: whole('screenHeight'),
    screenWidth: whole('screenWidth'),
    timeZoneOffset_min: whole('timeZoneOffset_min'),
    ip: caller.address,
  };
}
