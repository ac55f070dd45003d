/**
 * Every example of the studio, asked of a house in which something has happened: with the demo shop's key, as a developer does.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EXAMPLES } from '../../web/studio/examples.ts';
import { SOME_TRANSACTION } from '../../web/studio/payment-examples.ts';
import { BareSocket, urlOf } from '../live/sockets.js';
import { atRest } from '../support/books.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard, until } from '../support/shopping.js';
import { freePort } from '../../server/database/embedded/free-port.js';
import { createEndpoint } from '../support/webhooks.js';
import { seeTransaction } from '../support/till.js';

const named = EXAMPLES.map(example => ({
  ...example,
  kind: /\b(query|mutation|subscription) \w+/.exec(example.query)?.[1] ?? '',
  name: /\b(?:query|mutation|subscription) (\w+)/.exec(example.query)?.[1] ?? '',
}));

let house: House;
/** By the name of the example, the transaction it is tried on. */
const transactions = new Map<string, string>();

beforeAll(async () => {
  house = await startHouse();
  // Nobody listens there: attempts that fail are shown as well.
  await createEndpoint(house, { url: `http://127.0.0.1:${await freePort()}/hook` });
  transactions.set('Refund', await paid('00'));
  await paid('51');
  const remittance = await house.ask('{ remittances(first: 1) { edges { node { id } } } }');
  const remittanceId = /rem_\w+/.exec(JSON.stringify(remittance.data))?.[0];
  await mutate('closeRemittance', 'CloseRemittanceInput', { idempotencyKey: randomUUID(), remittanceId });
  await until(
    async () => JSON.stringify((await house.ask('{ transactions { edges { node { status } } } }')).data),
    statuses => statuses.includes('CAPTURED'),
  );
  transactions.set('OneTransaction', transactions.get('Refund') ?? '');
  for (const name of ['Validate', 'Cancel']) transactions.set(name, await paid('00', { plan: 'VALIDATION', days: 6 }));
  await atRest(house);
}, 90_000);
afterAll(() => house?.close());

async function mutate(verb: string, type: string, input: object): Promise<void> {
  const { data, errors } = await house.ask<Record<string, { __typename: string }>>(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename } }`,
    { input },
  );
  if (errors || data[verb]?.__typename === 'Refusal') throw new Error(JSON.stringify({ data, errors }));
}

async function paid(code: string, capture?: { plan: string; days: number }): Promise<string> {
  const session = await openSession(house, capture ? { capture } : {});
  await pay(house, session, sandboxCard(code));
  return (await seeTransaction(house, session)).id;
}

/** As somebody would who tries it: with a transaction and a key of one's own. */
function filledIn(name: string, variables: object): object {
  const text = JSON.stringify(variables)
    .replaceAll(SOME_TRANSACTION, transactions.get(name) ?? 'none')
    .replaceAll('choose-a-new-one-each-time', randomUUID());
  return JSON.parse(text) as object;
}

test('there are a dozen at least, each with a name of its own', () => {
  expect(named.length).toBeGreaterThanOrEqual(12);
  expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
});

test.each(named.filter(({ kind }) => kind !== 'subscription'))(
  '$kind $name is answered without an error, and with something in it',
  async ({ name, query, variables }) => {
    const answer = await house.ask(query, filledIn(name, variables));
    expect(answer.errors).toBeUndefined();
    const text = JSON.stringify(answer.data);
    expect(text).not.toContain('Refusal');
    // Nothing waits for a person here, and no business day has ended.
    if (!['WorkList', 'Reports'].includes(name))
      expect(text).not.toMatch(/^\{"\w+":(?:null|\[\]|\{"(?:edges|nodes)":\[\])/);
  },
);

test.each(named.filter(({ kind }) => kind === 'subscription'))(
  'subscription $name is told something',
  async ({ query, variables }) => {
    const socket = await BareSocket.enter(urlOf(house), house.shop.apiKey);
    socket.subscribe('1', query, variables);
    const { type, payload } = await socket.until(({ id }) => id === '1');
    expect([type, Object.keys(payload as object)]).toEqual(['next', ['data']]);
    await socket.close();
  },
);
