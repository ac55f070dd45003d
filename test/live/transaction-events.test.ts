import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Client } from 'graphql-ws';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard, until, type OpenedSession } from '../support/shopping.js';
import { atRest } from '../support/books.js';
import { seeTransaction } from '../support/till.js';
import { stockClient, urlOf, type Right } from './sockets.js';

interface Seen {
  readonly cursor: string;
  readonly sequence: number;
  readonly type: string;
  readonly to: string;
  readonly transaction: { readonly id: string; readonly status: string };
}

const FOLLOW = `subscription ($after: String, $filter: TransactionEventFilter) {
  transactionEvents(after: $after, filter: $filter) { cursor sequence type to transaction { id status } } }`;

let house: House;
const clients: Client[] = [];
beforeAll(async () => {
  house = await startHouse();
});
afterAll(async () => {
  for (const client of clients) void client.dispose();
  await house.close();
});

interface Following {
  readonly seen: Seen[];
  readonly errors: unknown[];
}

/** Acknowledged before it answers, so that what comes from now on is followed. */
async function follow(right: Right, variables: object = {}): Promise<Following> {
  const following: Following = { seen: [], errors: [] };
  let isIn: () => void = () => undefined;
  const entered = new Promise<void>(resolve => {
    isIn = resolve;
  });
  const client = stockClient(urlOf(house), right, { lazy: false, on: { connected: () => isIn() } });
  clients.push(client);
  client.subscribe<{ transactionEvents: Seen }>(
    { query: FOLLOW, variables: { ...variables } },
    {
      next: ({ data, errors }) => {
        if (data) following.seen.push(data.transactionEvents);
        if (errors) following.errors.push(...errors);
      },
      error: error => following.errors.push(error),
      complete: () => undefined,
    },
  );
  await entered;
  // The server deals with `subscribe` after it has acknowledged; a question on the same house comes later still.
  await new Promise(resolve => setTimeout(resolve, 200));
  return following;
}

const cursorsOf = ({ seen }: Following): string[] => seen.map(({ cursor }) => cursor);

async function feedCursor(bearer?: string): Promise<string> {
  const { data } = await house.ask<{ feedCursor: string }>('{ feedCursor }', {}, bearer);
  return data.feedCursor;
}

async function positions(shopId: string, after = '0'): Promise<string[]> {
  await atRest(house);
  const { rows } = await sql<{ position: string }>`
    select position::text from feed join event on event.id = event_id
    where feed.shop_id = ${shopId} and transaction_id is not null and position > ${after}::bigint
    order by feed.position`.execute(house.server.app.deps.sql);
  return rows.map(({ position }) => position);
}

async function payOne(bearer?: string, card = sandboxCard('00')): Promise<OpenedSession> {
  const session = await openSession(house, bearer === undefined ? {} : { bearer });
  await pay(house, session, card);
  return session;
}

test('what happens is told as it happens, with the transaction as it is', async () => {
  const { apiKey: bearer, shopId } = await house.openShop({ enrolled: false });
  await payOne(bearer);
  await atRest(house);
  const before = await feedCursor(bearer);
  const following = await follow(bearer);
  const session = await payOne(bearer);
  const expected = await positions(shopId, before);
  await until(
    async () => cursorsOf(following),
    seen => seen.length >= expected.length,
  );
  expect(cursorsOf(following)).toEqual(expected);
  expect(following.seen.at(-1)).toMatchObject({
    type: 'AUTHORISED_FOR_CAPTURE',
    transaction: { id: (await seeTransaction(house, session, bearer)).id, status: 'TO_CAPTURE' },
  });
  expect(following.errors).toEqual([]);
});
