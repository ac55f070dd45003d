/**
 * What merchants and shoppers do in the stories: open a session, pay it with a card of the sandbox's grammar.
 */
import { randomUUID } from 'node:crypto';
import type { House } from './house.js';

/** `BBBBBB DD ..... RR L`: range, 3-D Secure behaviour, serial, response code, check digit. */
export function sandboxCard(code = '00', { bin = '400012', threeds = '00', serial = '00000' } = {}): string {
  const body = `${bin}${threeds}${serial}${code}`;
  return body + checkDigit(body);
}

/** Draws cards of the sandbox, each another one. */
export function cardDrawer(): (code?: string) => string {
  let drawn = 0;
  return (code = '00') => {
    drawn += 1;
    return sandboxCard(code, { serial: String(drawn).padStart(5, '0') });
  };
}

function checkDigit(body: string): string {
  const sum = [...body].toReversed().reduce((total, digit, place) => {
    const weighted = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

export interface OpenedSession {
  readonly id: string;
  readonly token: string;
  readonly orderId: string;
  readonly checkoutUrl: string;
}

export interface SessionWishes {
  readonly orderId?: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly capture?: { plan: string; days?: number };
  readonly bearer?: string;
  readonly returnUrl?: string;
  readonly cancelUrl?: string;
  readonly expiresInSeconds?: number;
}

export async function openSession(house: House, wishes: SessionWishes = {}): Promise<OpenedSession> {
  const { bearer = house.shop.apiKey, amount = 1050, currency = 'EUR', ...rest } = wishes;
  const input = {
    idempotencyKey: randomUUID(),
    orderId: `order-${randomUUID().slice(0, 8)}`,
    amount: { amount, currency },
    ...rest,
  };
  const answer = await house.ask<{ createPaymentSession: OpenedSession }>(
    `mutation ($input: CreatePaymentSessionInput!) { createPaymentSession(input: $input) {
       ... on PaymentSession { id token orderId checkoutUrl }
       ... on Refusal { code message path } } }`,
    { input },
    bearer,
  );
  if (answer.errors || !answer.data.createPaymentSession.id) throw new Error(JSON.stringify(answer));
  return answer.data.createPaymentSession;
}

export interface CheckoutAnswer {
  readonly __typename: 'CheckoutSession' | 'Refusal';
  readonly step?: string;
  readonly status?: string;
  readonly attemptsLeft?: number;
  readonly decline?: { title: string; nextStep: string; moneyTaken: boolean } | null;
  readonly ticket?: { reference: string; authorisationCode: string; amount: { amount: number } } | null;
  readonly code?: string;
  readonly message?: string;
  readonly path?: string | null;
}

const CHECKOUT = `__typename
  ... on CheckoutSession { step status attemptsLeft decline { title nextStep moneyTaken }
    ticket { reference authorisationCode amount { amount } } }`;

export async function pay(
  house: House,
  session: Pick<OpenedSession, 'token'>,
  number: string | null,
  changes: Record<string, unknown> = {},
): Promise<CheckoutAnswer> {
  const entered = number === null ? {} : { number, expiry: '12/30' };
  const input = { idempotencyKey: randomUUID(), securityCode: '123', ...entered, ...changes };
  const answer = await house.ask<{ submitCard: CheckoutAnswer }>(
    `mutation ($input: SubmitCardInput!) { submitCard(input: $input) { ${CHECKOUT} ... on Refusal { code message path } } }`,
    { input },
    session.token,
  );
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.submitCard;
}

export async function checkout(house: House, session: Pick<OpenedSession, 'token'>): Promise<CheckoutAnswer> {
  const answer = await house.ask<{ checkout: CheckoutAnswer }>(`{ checkout { ${CHECKOUT} } }`, {}, session.token);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.checkout;
}

/** Asks again and again until it is so; what never becomes so fails with what was seen last. */
export async function until<T>(look: () => Promise<T>, isSo: (seen: T) => boolean, most_ms = 15_000): Promise<T> {
  const end = Date.now() + most_ms;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > end) throw new Error(`It never became so; last seen: ${JSON.stringify(seen)}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
