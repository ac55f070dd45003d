/**
 * What a payload is made of cannot be read for a while: a connection of the database breaks just then, or a table is locked away. An
 * error in place of an event would have no cursor, and its reader would never know what it missed.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startHouse, type House } from '../support/house.js';
import { until } from '../support/shopping.js';
import { payOne, positions } from './following.js';
import { stockClient, urlOf } from './sockets.js';

let house: House;
let owner: Client;
beforeAll(async () => {
  house = await startHouse();
  owner = new Client({ connectionString: house.database.ownerUrl });
  await owner.connect();
}, 90_000);
afterAll(async () => {
  await owner?.end();
  await house?.close();
});

interface Payload {
  readonly transactionEvents: { readonly cursor: string };
}

test('events that could not be shown at once are shown later, each of them, in order and without an error', async () => {
  const { apiKey: bearer, shopId } = await house.openShop({ enrolled: false });
  const client = stockClient(urlOf(house), bearer);
  const cursors: string[] = [];
  const errors: unknown[] = [];
  client.subscribe<Payload>(
    { query: 'subscription { transactionEvents(after: "0") { cursor transaction { id deliveries { id } } } }' },
    {
      next: payload => {
        if (payload.data) cursors.push(payload.data.transactionEvents.cursor);
        if (payload.errors) errors.push(...payload.errors);
      },
      error: error => errors.push(error),
      complete: () => undefined,
    },
  );
  await payOne(house, bearer);
  await until(
    async () => cursors.length,
    count => count >= 2,
  );
  await owner.query('revoke select on delivery from guichet_run');
  await payOne(house, bearer);
  await until(
    async () => house.log.filter(line => line.includes('payloads could not be made')).length,
    count => count >= 1,
  );
  await owner.query('grant select on delivery to guichet_run');
  const all = await positions(house, shopId);
  await until(
    async () => cursors.length + errors.length,
    count => count >= all.length,
  );
  expect([cursors, errors]).toEqual([all, []]);
  await client.dispose();
});
