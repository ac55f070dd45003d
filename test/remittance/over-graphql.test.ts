import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard, until } from '../support/shopping.js';

let house: House;
let keys = 0;
beforeAll(async () => {
  house = await startHouse();
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

const REMITTANCE = `__typename id number status currency businessDay debitCount debits { amount } creditCount credits { amount }
  bankTotals { debitCount debits { amount } credits { amount } } closedBy
  items(first: 10) { totalCount edges { node { kind status responseCode amount { amount }
    transaction { id remittance { id } } refund { id status } } } }`;

test('a payment is remitted and refunded by a merchant server, from order to credit', async () => {
  const transactionId = await paid(3000);
  const open = await openRemittance();
  expect(open).toMatchObject({ number: 1, debitCount: 1, debits: { amount: 3000 }, bankTotals: null });
  expect(open['items']).toMatchObject({
    totalCount: 1,
    edges: [
      { node: { kind: 'CAPTURE', status: 'PENDING', amount: { amount: 3000 }, transaction: { id: transactionId } } },
    ],
  });
  const closed = await mutate('closeRemittance', 'CloseRemittanceInput', { remittanceId: open['id'] }, REMITTANCE);
  expect(closed).toMatchObject({ __typename: 'Remittance', id: open['id'], closedBy: 'KEY', items: { totalCount: 1 } });
  const captured = await settled(transactionId, 'CAPTURED');
  expect(captured).toMatchObject({ outcome: 'PAID', remittance: { id: open['id'] }, refunds: [] });

  const asked = { transactionId, amount: 1200, reason: 'Returned' };
  const refund = await mutate('refundTransaction', 'RefundTransactionInput', asked, REFUND);
  expect(refund).toMatchObject({
    __typename: 'Refund',
    status: 'TO_CREDIT',
    amount: { amount: 1200, currency: 'EUR' },
    reason: 'Returned',
    remittance: null,
    transaction: { id: transactionId },
  });
  const next = await openRemittance();
  expect(next).toMatchObject({ number: 2, debitCount: 0, creditCount: 1, credits: { amount: 1200 } });
  expect(next['items']).toMatchObject({
    totalCount: 1,
    edges: [{ node: { kind: 'REFUND', amount: { amount: 1200 }, refund: { id: refund['id'] } } }],
  });
  await mutate('closeRemittance', 'CloseRemittanceInput', { remittanceId: next['id'] }, REMITTANCE);
  const done = await until(
    async () =>
      (await house.ask(`query ($id: ID!) { remittance(id: $id) { ${REMITTANCE} } }`, next)).data['remittance'],
    seen => (seen as { status: string }).status === 'ACKNOWLEDGED',
  );
  expect(done).toMatchObject({
    bankTotals: { debitCount: 0, credits: { amount: 1200 } },
    items: {
      edges: [{ node: { kind: 'REFUND', status: 'ACCEPTED', refund: { id: refund['id'], status: 'CREDITED' } } }],
    },
  });
});

test('what is not possible is refused with what is', async () => {
  const transactionId = await paid(500);
  const tooEarly = await mutate('refundTransaction', 'RefundTransactionInput', { transactionId }, REFUND);
  expect(tooEarly).toMatchObject({ __typename: 'Refusal', code: 'ACTION_NOT_POSSIBLE', retryable: false });
  expect(tooEarly['possibleActions']).toContainEqual({
    action: 'CANCEL',
    blockedBecause: null,
    maxAmount: { amount: 500, currency: 'EUR' },
  });
  const reversed = await mutate(
    'reverseTransaction',
    'ReverseTransactionInput',
    { transactionId },
    '... on Transaction { status }',
  );
  expect(reversed).toMatchObject({ status: 'CANCELLED' });
  const again = await mutate('holdCapture', 'HoldCaptureInput', { transactionId }, '... on Transaction { status }');
  expect(again).toMatchObject({ __typename: 'Refusal', code: 'ACTION_NOT_POSSIBLE' });
  const { id: remittanceId } = await openRemittance();
  const empty = await mutate('closeRemittance', 'CloseRemittanceInput', { remittanceId }, REMITTANCE);
  expect(empty).toMatchObject({ __typename: 'Refusal', code: 'NOTHING_TO_REMIT' });
});

test('a held capture says why, and a released one travels', async () => {
  const transactionId = await paid(700);
  const shown = '... on Transaction { status capture { heldBecause } }';
  const held = await mutate('holdCapture', 'HoldCaptureInput', { transactionId }, shown);
  expect(held).toMatchObject({ status: 'TO_CAPTURE', capture: { heldBecause: 'HELD_BY_PERSON' } });
  const released = await mutate('releaseCapture', 'ReleaseCaptureInput', { transactionId }, shown);
  expect(released).toMatchObject({ status: 'TO_CAPTURE', capture: { heldBecause: null } });
});

test("a stranger's key sees and touches nothing of it", async () => {
  const transactionId = await paid(800);
  const { id: remittanceId } = await openRemittance();
  const stranger = (await house.openShop()).apiKey;
  for (const id of [remittanceId, 'rem_00000000000000000000000000']) {
    const query = `query ($id: ID!) { remittance(id: $id) { id } node(id: $id) { id } remittances { totalCount } }`;
    const { data } = await house.ask(query, { id }, stranger);
    expect(data).toEqual({ remittance: null, node: null, remittances: { totalCount: 0 } });
    const closed = await mutate('closeRemittance', 'CloseRemittanceInput', { remittanceId: id }, REMITTANCE, stranger);
    expect(closed).toMatchObject({ code: 'NOT_FOUND', possibleActions: null });
  }
  for (const id of [transactionId, 'txn_00000000000000000000000000']) {
    for (const [name, type] of OPERATIONS) {
      const refused = await mutate(name, type, { transactionId: id }, '__typename', stranger);
      expect(refused).toMatchObject({
        code: 'NOT_FOUND',
        message: 'There is no such transaction.',
        possibleActions: null,
      });
    }
  }
});

test("a shopper's token and nobody at all are turned away at every door of refunds and remittances", async () => {
  const session = await openSession(house);
  for (const [bearer, code] of [
    [session.token, 'FORBIDDEN'],
    [null, 'UNAUTHENTICATED'],
  ] as const) {
    const documents = [
      '{ remittances { totalCount } }',
      '{ remittance(id: "rem_x") { id } }',
      '{ refund(id: "ref_x") { id } }',
      ...[...OPERATIONS, ['closeRemittance', 'CloseRemittanceInput'] as const].map(
        ([name]) =>
          `mutation { ${name}(input: { idempotencyKey: "k", ${name === 'closeRemittance' ? 'remittanceId' : 'transactionId'}: "x" }) { __typename } }`,
      ),
    ];
    for (const document of documents) {
      const { errors } = await house.ask(document, {}, bearer);
      expect(errors?.[0]?.extensions.code).toBe(code);
    }
  }
});

const OPERATIONS = [
  ['refundTransaction', 'RefundTransactionInput'],
  ['reverseTransaction', 'ReverseTransactionInput'],
  ['holdCapture', 'HoldCaptureInput'],
  ['releaseCapture', 'ReleaseCaptureInput'],
] as const;

const REFUND = `... on Refund { id status reason responseCode amount { amount currency } remittance { id } transaction { id } }`;
const REFUSAL = `... on Refusal { code message path limit retryable
  possibleActions { action blockedBecause maxAmount { amount currency } } }`;

async function mutate(
  name: string,
  type: string,
  input: Record<string, unknown>,
  selection: string,
  bearer?: string,
): Promise<Record<string, unknown>> {
  keys += 1;
  const shown = selection.startsWith('__typename id') ? `... on Remittance { ${selection} }` : selection;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${shown} ${REFUSAL} } }`;
  const answer = await house.ask<Record<string, Record<string, unknown>>>(
    document,
    { input: { idempotencyKey: `key ${keys}`, ...input } },
    ...(bearer === undefined ? [] : [bearer]),
  );
  const result = answer.data?.[name];
  if (!result) throw new Error(JSON.stringify(answer.errors));
  return result;
}

async function paid(amount: number): Promise<string> {
  const session = await openSession(house, { amount });
  await pay(house, session, sandboxCard('00'));
  const query = `query ($id: ID!) { paymentSession(id: $id) { transaction { id } } }`;
  const { data } = await house.ask<{ paymentSession: { transaction: { id: string } } }>(query, { id: session.id });
  return data.paymentSession.transaction.id;
}

async function openRemittance(): Promise<Record<string, unknown>> {
  const query = `{ remittances(first: 10) { edges { node { ${REMITTANCE} } } } }`;
  const { data } = await house.ask<{ remittances: { edges: { node: Record<string, unknown> }[] } }>(query);
  const open = data.remittances.edges.map(edge => edge.node).find(node => node['status'] === 'OPEN');
  if (!open) throw new Error('No remittance is open.');
  return open;
}

function settled(transactionId: string, status: string): Promise<Record<string, unknown>> {
  const query = `query ($id: ID!) { transaction(id: $id) { status outcome remittance { id } refunds { id } } }`;
  return until(
    async () =>
      (await house.ask<{ transaction: Record<string, unknown> }>(query, { id: transactionId })).data.transaction,
    seen => seen['status'] === status,
  );
}
