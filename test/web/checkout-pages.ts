/**
 * What a shopper does on the pages, by the words and labels on them.
 */
import type { Page } from 'playwright-core';
import type { House } from '../support/house.js';

export interface Words {
  readonly number: string;
  readonly expiry: string;
  readonly securityCode: string;
  readonly pay: RegExp;
  readonly paid: string;
  readonly cancel: string;
}

export const WORDS: Readonly<Record<'en' | 'fr', Words>> = {
  en: {
    number: 'Card number',
    expiry: 'Expiry date',
    securityCode: 'Security code',
    pay: /^Pay €10\.50$/,
    paid: 'Payment accepted',
    cancel: 'Cancel the payment',
  },
  fr: {
    number: 'Numéro de carte',
    expiry: 'Date d’expiration',
    securityCode: 'Code de sécurité',
    pay: /^Payer 10,50\s€$/,
    paid: 'Paiement accepté',
    cancel: 'Annuler le paiement',
  },
};

export interface Opened {
  readonly id: string;
  readonly token: string;
  readonly orderId: string;
  readonly checkoutUrl: string;
}

let orders = 0;

export async function openCheckout(house: House, changes: Record<string, unknown> = {}): Promise<Opened> {
  orders += 1;
  const orderId = `web-${orders}`;
  const input = {
    idempotencyKey: orderId,
    orderId,
    amount: { amount: 1050, currency: 'EUR' },
    locale: 'en',
    lines: [{ label: 'Teapot <b>', quantity: 2, amount: 1050 }],
    returnUrl: `${house.publicUrl}/demo/return?from=checkout`,
    cancelUrl: `${house.publicUrl}/demo/return?cancelled=1`,
    ...changes,
  };
  const answer = await house.ask<{ createPaymentSession: Opened }>(
    `mutation ($input: CreatePaymentSessionInput!) { createPaymentSession(input: $input) {
       ... on PaymentSession { id token orderId checkoutUrl } ... on Refusal { code message path } } }`,
    { input },
  );
  if (answer.errors || !answer.data.createPaymentSession.id) throw new Error(JSON.stringify(answer));
  return answer.data.createPaymentSession;
}

export async function typeCard(
  page: Page,
  words: Words,
  number: string,
  expiry = '12/30',
  code = '123',
): Promise<void> {
  await page.getByLabel(words.number).fill(number);
  await page.getByLabel(words.expiry).fill(expiry);
  await page.getByLabel(words.securityCode).fill(code);
}

export async function press(page: Page, words: Words): Promise<void> {
  await page.getByRole('button', { name: words.pay }).click();
}

export async function heading(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).innerText()).trim();
}

/** The transactions of a session, as the shop sees them. */
export async function attemptsOf(house: House, id: string): Promise<{ status: string }[]> {
  const answer = await house.ask<{ paymentSession: { transactions: { status: string }[] } }>(
    'query ($id: ID!) { paymentSession(id: $id) { transactions { status } } }',
    { id },
  );
  return answer.data.paymentSession.transactions;
}

/** Has the sandbox bank misbehave; `{}` ends all that was ordered. */
export async function orderFault(
  house: House,
  order: { kind?: string; count?: number; delayMs?: number },
): Promise<void> {
  const url = `${house.environment.bankControlUrl}/faults`;
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(
    url,
    order.kind ? { method: 'POST', headers, body: JSON.stringify(order) } : { method: 'DELETE' },
  );
  if (!answer.ok) throw new Error(await answer.text());
}

export async function advanceClock(house: House, bySeconds: number): Promise<void> {
  const answer = await house.ask<{ advanceTestClock: { __typename: string } }>(
    'mutation ($input: AdvanceTestClockInput!) { advanceTestClock(input: $input) { __typename } }',
    { input: { bySeconds } },
  );
  if (answer.errors || answer.data.advanceTestClock.__typename === 'Refusal') throw new Error(JSON.stringify(answer));
}

/** A form sent by hand, as our own page would send it, unless told otherwise. */
export async function sendForm(
  house: House,
  session: Opened,
  fields: Record<string, string> | string,
  changes: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${house.publicUrl}/pay/${session.id}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: `pay-${session.id}=${session.token}`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...changes,
    },
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  });
}
