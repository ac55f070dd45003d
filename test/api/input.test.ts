import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { atRest } from '../support/books.js';
import { INSIDE, knock } from '../support/door.js';
import { everything } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';

let house: House;
let authorization: string;
beforeAll(async () => {
  house = await startHouse();
  authorization = `Bearer ${house.shop.apiKey}`;
}, 90_000);
afterAll(() => house?.close());
afterEach(() => expect(house.log.filter(line => line.includes('"level":"error"'))).toEqual([]));

const OPEN = `mutation ($input: CreatePaymentSessionInput!) { createPaymentSession(input: $input) {
  __typename ... on PaymentSession { id amount { amount } } ... on Refusal { code path message } } }`;

const order = (changes: object = {}) => ({
  idempotencyKey: randomUUID(),
  orderId: randomUUID(),
  amount: { amount: 1050, currency: 'EUR' },
  ...changes,
});

interface Opened {
  readonly __typename?: string;
  readonly code?: string;
  readonly path?: string;
  readonly amount?: { amount: number };
}

async function open(input: object): Promise<Opened> {
  const { data, errors } = await house.ask<{ createPaymentSession: Opened }>(OPEN, { input });
  return errors ? { code: errors[0]?.extensions.code ?? '' } : data.createPaymentSession;
}

describe('an amount', () => {
  const literal = (amount: string) =>
    `mutation { createPaymentSession(input: { idempotencyKey: "${randomUUID()}", orderId: "o",
       amount: { amount: ${amount}, currency: EUR } }) { __typename } }`.replace('EUR', '"EUR"');
  const variable = (amount: string) => {
    const body = JSON.stringify({
      query: OPEN,
      variables: { input: order({ amount: { amount: 'HERE', currency: 'EUR' } }) },
    });
    return body.replace('"HERE"', amount);
  };

  test.each([
    '1.5',
    '-1',
    '"1"',
    '1e3',
    '1E3',
    '10.0',
    '1.0e1',
    '1000000000000',
    '-0',
    'true',
    'null',
    '[1]',
    '{}',
    '1e400',
  ])('%s is none, neither as a variable nor in the document', async amount => {
    for (const body of [variable(amount), JSON.stringify({ query: literal(amount) })]) {
      const reply = await knock(house, body, { authorization });
      const { status, codes } = reply;
      expect({ amount, status, codes }).toEqual({ amount, status: 400, codes: ['BAD_USER_INPUT'] });
      expect(reply.text).not.toMatch(INSIDE);
    }
  });

  test('has twelve digits at most, and one minor unit at least', async () => {
    const most = await knock(house, variable('999999999999'), { authorization });
    expect(most.text).toMatch(/"amount":999999999999/);
    expect(await open(order({ amount: { amount: 0, currency: 'EUR' } }))).toMatchObject({
      code: 'AMOUNT_NOT_POSSIBLE',
      path: 'amount.amount',
    });
  });

  test.each(['eur', 'EURO', 'XXX', '', 'E', '978', '__proto__', 'constructor'])(
    'of "%s" is of no currency',
    async currency => {
      expect(await open(order({ amount: { amount: 1, currency } }))).toEqual({ code: 'BAD_USER_INPUT' });
    },
  );
});

describe('a field', () => {
  test.each([
    [{ orderId: '' }, 'orderId'],
    [{ orderId: 'x'.repeat(65) }, 'orderId'],
    [{ orderId: 'a\nb' }, 'orderId'],
    [{ orderId: 'a\u0000b' }, 'orderId'],
    [{ returnUrl: 'javascript:alert(1)' }, 'returnUrl'],
    [{ returnUrl: 'http://shop.example/' }, 'returnUrl'],
    [{ returnUrl: '//shop.example' }, 'returnUrl'],
    [{ returnUrl: 'https://user:word@shop.example/' }, 'returnUrl'],
    [{ cancelUrl: `https://shop.example/${'x'.repeat(2_100)}` }, 'cancelUrl'],
    [{ locale: 'xx' }, 'locale'],
    [{ locale: `fr-${'x'.repeat(60)}` }, 'locale'],
    [{ lines: Array.from({ length: 101 }, () => ({ label: 'x', quantity: 1, amount: 1 })) }, 'lines'],
    [{ lines: [{ label: '', quantity: 1, amount: 1 }] }, 'lines.0.label'],
    [{ lines: [{ label: 'x', quantity: 0, amount: 1 }] }, 'lines.0.quantity'],
    [{ shopper: { email: 'nobody' } }, 'shopper.email'],
    [{ shopper: { country: 'fr' } }, 'shopper.country'],
    [{ metadata: { filler: 'x'.repeat(5_000) } }, 'metadata'],
    [{ idempotencyKey: '' }, 'idempotencyKey'],
    [{ idempotencyKey: 'x'.repeat(256) }, 'idempotencyKey'],
  ])('that is not acceptable is named: %j', async (changes, path) => {
    expect(await open(order(changes))).toMatchObject({ __typename: 'Refusal', path });
  });

  test.each([
    { orderId: 1 },
    { orderId: null },
    { amount: 1050 },
    { capture: 'IMMEDIATE' },
    { capture: { plan: 'NEVER' } },
    { lines: 'none' },
    { metadata: [] },
    { metadata: 'text' },
    { status: 'PAID' },
    { shopId: 'shop_x' },
    { attemptsAllowed: 99 },
    { expiresInSeconds: 1.5 },
    { expiresInSeconds: 3_000_000_000 },
  ])('of another type, or that is not there to be set, is bad input: %j', async changes => {
    expect(await open(order(changes))).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test('may hold what people write: accents, emoji, right to left, quotes and angles', async () => {
    for (const orderId of ["L'été à 20€ n°1", '注文-1', 'طلب', '🧾', '<b>"x"</b> & \'y\'', '${1+1} {{7*7}} %s']) {
      const opened = await open(order({ orderId, metadata: { note: orderId, __proto__: null } }));
      expect(opened.__typename).toBe('PaymentSession');
      const { data } = await house.ask<{ paymentSession: { orderId: string } }>(
        'query ($orderId: String) { paymentSession(orderId: $orderId) { orderId } }',
        { orderId },
      );
      expect(data.paymentSession).toEqual({ orderId });
    }
  });
});

describe('a card number in the wrong field', () => {
  const number = sandboxCard('00', { serial: '44444' });
  const grouped = number.replaceAll(/(\d{4})/g, '$1 ').trim();

  async function expectNowhere(): Promise<void> {
    await atRest(house);
    const rows = await everything(house.server.app.deps.sql);
    for (const written of [number, grouped, grouped.replaceAll(' ', '-')])
      for (const text of [rows, house.log.join('\n')]) expect(text).not.toContain(written);
  }

  test.each([
    { orderId: number },
    { orderId: `order ${grouped}` },
    { metadata: { note: number } },
    { metadata: { deep: [{ in: grouped }] } },
    { metadata: { [number]: true } },
    { lines: [{ label: grouped.replaceAll(' ', '-'), quantity: 1, amount: 1 }] },
    { shopper: { name: number } },
    { shopper: { phone: grouped } },
    { shopper: { email: `${number}@shop.example` } },
    { returnUrl: `https://shop.example/?card=${number}` },
    { locale: number },
    { idempotencyKey: number },
  ])('of an order is refused, not repeated and written nowhere: %j', async changes => {
    const answer = await house.ask(OPEN, { input: order(changes) });
    expect(answer.data['createPaymentSession']).toMatchObject({ __typename: 'Refusal' });
    expect(JSON.stringify(answer)).not.toContain(number);
    await expectNowhere();
  });

  test.each([
    { holderName: number },
    { holderName: grouped },
    { idempotencyKey: grouped },
    { expiry: number },
    { securityCode: number },
  ])('of a checkout is refused, not repeated and written nowhere: %j', async changes => {
    const session = await openSession(house);
    const answer = await pay(house, session, sandboxCard('00'), changes);
    expect(answer.__typename).toBe('Refusal');
    expect(JSON.stringify(answer)).not.toContain(number);
    await expectNowhere();
  });

  test('as a name, a filter, a literal, an operation or a token is written nowhere', async () => {
    await house.ask('query ($id: ID!) { node(id: $id) { id } }', { id: number });
    await house.ask(`{ transactions(filter: { orderId: "${number}" }) { totalCount } }`);
    await house.ask(`query Card${number} { a${number}: __typename }`);
    await house.ask(`{ card${number} }`);
    await house.ask(`{ paymentSession(id: "${grouped}") { id } }`, {}, number);
    await knock(house, `{"query":"{ __typename }","operationName":"${number}"}`);
    await expectNowhere();
  });
});
