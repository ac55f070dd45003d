/** A payment as a shopper without JavaScript makes it: the page, its form, and what comes after. */
import { sandboxCard } from '../support/shopping.js';

export interface Shop {
  /** Of the house, without a slash at the end. */
  readonly web: string;
  readonly apiKey: string;
}

export interface Order {
  readonly id: string;
  readonly checkoutUrl: string;
}

export async function openOrder({ web, apiKey }: Shop, number: string): Promise<Order> {
  const input = {
    idempotencyKey: `order-${number}`,
    orderId: `bench-${number}`,
    amount: { amount: 1250, currency: 'EUR' },
    locale: 'en',
    lines: [{ label: 'Lampe de bureau', quantity: 1, amount: 1250 }],
    returnUrl: `${web}/demo/return`,
  };
  const query = `mutation ($input: CreatePaymentSessionInput!) { createPaymentSession(input: $input) {
    ... on PaymentSession { id checkoutUrl } ... on Refusal { code message } } }`;
  const { createPaymentSession } = await ask<{ createPaymentSession: Order }>({ web, apiKey }, query, { input });
  if (!createPaymentSession.id) throw new Error(`No session: ${JSON.stringify(createPaymentSession)}`);
  return createPaymentSession;
}

/** Answers when the session is paid; anything else is a failure. */
export async function payByForm(shop: Shop, order: Order): Promise<void> {
  const entered = await fetch(order.checkoutUrl, { redirect: 'manual' });
  const cookie = entered.headers
    .getSetCookie()
    .map(line => line.split(';')[0] ?? '')
    .join('; ');
  const page = new URL(entered.headers.get('location') ?? '', order.checkoutUrl);
  const html = await (await fetch(page, { headers: { cookie } })).text();
  const key = /name="idempotencyKey" value="([^"]+)"/.exec(html)?.[1];
  if (!key) throw new Error(`There is no form: ${html.slice(0, 500)}`);
  const body = new URLSearchParams({
    action: 'pay',
    idempotencyKey: key,
    number: sandboxCard('00'),
    expiry: '12/30',
    securityCode: '123',
  });
  const answer = await fetch(page, { method: 'POST', body, headers: { cookie, origin: shop.web }, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`The form was answered ${answer.status}: ${await answer.text()}`);
  const { paymentSession } = await ask<{ paymentSession: { status: string } | null }>(
    shop,
    `query ($id: ID!) { paymentSession(id: $id) { status } }`,
    { id: order.id },
  );
  if (paymentSession?.status !== 'PAID') throw new Error(`Not paid: ${JSON.stringify(paymentSession)}`);
}

async function ask<Data>({ web, apiKey }: Shop, query: string, variables: object): Promise<Data> {
  const response = await fetch(`${web}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}
