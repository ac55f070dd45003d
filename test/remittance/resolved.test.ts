import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { order } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard, until } from '../support/shopping.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

test('a remittance out of balance ends by the word of a person, which is kept, and leaves the work list', async () => {
  await order(house.bank, { kind: 'OUT_OF_BALANCE' });
  const id = await closed();
  expect(await workList()).toEqual([{ kind: 'REMITTANCE_OUT_OF_BALANCE', remittance: { id }, transaction: null }]);

  const word = { idempotencyKey: 'the word', remittanceId: id, reason: 'Compared by telephone: a cent of theirs.' };
  const resolved = await resolve(word);
  expect(resolved).toEqual({ __typename: 'Remittance', id, status: 'ACKNOWLEDGED' });
  expect(await workList()).toEqual([]);
  expect(await resolve(word)).toEqual(resolved);
  const kept = await house.server.app.deps.sql
    .selectFrom('event')
    .select(['from_status', 'to_status', 'facts', 'actor_kind'])
    .where('subject_id', '=', id)
    .where('event', '=', 'RESOLVED')
    .execute();
  expect(kept).toEqual([
    { from_status: 'OUT_OF_BALANCE', to_status: 'ACKNOWLEDGED', facts: { reason: word.reason }, actor_kind: 'KEY' },
  ]);
});

test('nobody gives their word on totals that agree, nor on those of another shop', async () => {
  const id = await closed();
  const word = { idempotencyKey: 'no need', remittanceId: id, reason: 'Just so.' };
  expect(await resolve(word)).toMatchObject({ __typename: 'Refusal', code: 'ACTION_NOT_POSSIBLE' });
  expect(await resolve({ ...word, idempotencyKey: 'nothing', reason: '  ' })).toMatchObject({ path: 'reason' });
  const { apiKey } = await house.openShop();
  expect(await resolve(word, apiKey)).toMatchObject({ __typename: 'Refusal', code: 'NOT_FOUND' });
});

async function resolve(input: object, key = house.shop.apiKey): Promise<unknown> {
  const document = `mutation ($input: ResolveRemittanceInput!) { resolveRemittance(input: $input) {
    __typename ... on Remittance { id status } ... on Refusal { code path } } }`;
  return (await house.ask(document, { input }, key)).data['resolveRemittance'];
}

async function workList(): Promise<unknown> {
  return (await house.ask('{ workList { kind remittance { id } transaction { id } } }')).data['workList'];
}

/** A payment, remitted and answered; the remittance's id. */
async function closed(): Promise<string> {
  const session = await openSession(house, { amount: 900 });
  await pay(house, session, sandboxCard('00'));
  const open = await remittances();
  const remittanceId = open.find(({ status }) => status === 'OPEN')?.id ?? '';
  const document = `mutation ($input: CloseRemittanceInput!) { closeRemittance(input: $input) { __typename } }`;
  await house.ask(document, { input: { idempotencyKey: `close ${remittanceId}`, remittanceId } });
  await until(remittances, seen => seen.some(({ id, status }) => id === remittanceId && ENDED.has(status)));
  return remittanceId;
}

const ENDED: ReadonlySet<string> = new Set(['ACKNOWLEDGED', 'OUT_OF_BALANCE']);

interface Shown {
  readonly id: string;
  readonly status: string;
}

async function remittances(): Promise<Shown[]> {
  const query = '{ remittances { nodes { id status } edges { node { id status } } } }';
  const { data } = await house.ask<{ remittances: { nodes: Shown[]; edges: { node: Shown }[] } }>(query);
  expect(data.remittances.edges.map(edge => edge.node)).toEqual(data.remittances.nodes);
  return data.remittances.nodes;
}
