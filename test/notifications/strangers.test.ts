import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHouse, type House } from '../support/house.js';
import { Receiver } from '../support/receiver.js';
import { openSession, pay, sandboxCard, until } from '../support/shopping.js';
import {
  createEndpoint,
  freshKey,
  redeliver,
  rotateSecret,
  seeDeliveries,
  seeEndpoints,
  switchEndpoint,
} from '../support/webhooks.js';

let house: House;
let ours: string;
let theirs: string;
let receiver: Receiver;

beforeAll(async () => {
  house = await startHouse();
  ({ apiKey: ours } = await house.openShop({ enrolled: false }));
  ({ apiKey: theirs } = await house.openShop({ enrolled: false }));
  receiver = await Receiver.start();
});
afterAll(async () => {
  await receiver.close();
  await house.close();
});

test('another shop’s endpoints and deliveries look as if there were none', async () => {
  const { endpoint } = await createEndpoint(house, { url: receiver.url, events: ['SESSION_PAID'] }, ours);
  const session = await openSession(house, { bearer: ours });
  await pay(house, session, sandboxCard('00'));
  const [delivery] = await until(
    () => seeDeliveries(house, { endpointId: endpoint.id, status: 'DELIVERED' }, ours),
    seen => seen.length === 1,
  );
  const absent = `whe_${'0'.repeat(26)}`;
  expect(await seeEndpoints(house, theirs)).toEqual([]);
  expect(await seeDeliveries(house, { endpointId: endpoint.id }, theirs)).toEqual([]);
  for (const way of ['disable', 'enable'] as const)
    expect(await switchEndpoint(house, way, endpoint.id, theirs)).toEqual(
      await switchEndpoint(house, way, absent, theirs),
    );
  expect(await rotateSecret(house, endpoint.id, theirs)).toEqual(await rotateSecret(house, absent, theirs));
  expect(await redeliver(house, delivery?.id ?? '', theirs)).toEqual(
    await redeliver(house, `msg_${'0'.repeat(26)}`, theirs),
  );
  expect(await seeEndpoints(house, ours)).toMatchObject([{ id: endpoint.id, status: 'ENABLED' }]);
  expect(receiver.received).toHaveLength(1);
});

test('an idempotency key of one shop means nothing at another', async () => {
  const idempotencyKey = freshKey();
  const mine = await createEndpoint(house, { url: receiver.url, idempotencyKey }, ours);
  const other = await createEndpoint(house, { url: receiver.url, idempotencyKey }, theirs);
  expect(other.secret).toMatch(/^whsec_/);
  expect(other.endpoint.id).not.toBe(mine.endpoint.id);
});

test.each([
  ['inside', 'https://10.0.0.1/'],
  ['metadata', 'http://169.254.169.254/latest/'],
  ['decimal', 'http://2130706433:8080/'],
  ['mapped', 'http://[::ffff:127.0.0.1]:8080/'],
  ['credentials', 'https://a:b@shop.example/'],
  ['plain', 'http://shop.example/'],
])('an address that may not be called is refused when it is given: %s', async (_, url) => {
  expect(await createEndpoint(house, { url }, ours)).toMatchObject({ code: 'URL_INVALID', path: 'url' });
});

test('a card number in an address or a description is refused, and so is a list of no types', async () => {
  const card = sandboxCard('00');
  const told = { url: receiver.url };
  expect(await createEndpoint(house, { url: `${receiver.url}&card=${card}` }, ours)).toMatchObject({ path: 'url' });
  expect(await createEndpoint(house, { ...told, description: card }, ours)).toMatchObject({ path: 'description' });
  expect(await createEndpoint(house, { ...told, events: [] }, ours)).toMatchObject({ path: 'events' });
});

test('a shop has at most twenty enabled endpoints', async () => {
  const { apiKey } = await house.openShop();
  for (let count = 0; count < 20; count++) await createEndpoint(house, { url: receiver.url }, apiKey);
  expect(await createEndpoint(house, { url: receiver.url }, apiKey)).toMatchObject({ code: 'INPUT_INVALID' });
});

test('no secret stands in the database, and none in the log', async () => {
  const { sql } = house.server.app.deps;
  const { secret } = await createEndpoint(house, { url: receiver.url }, theirs);
  const rows = await sql.selectFrom('webhook_secret').selectAll().execute();
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  expect(rows.length).toBeGreaterThan(0);
  for (const { sealed } of rows) {
    expect(Buffer.from(sealed).includes(key)).toBe(false);
    expect(Buffer.from(sealed).includes(secret)).toBe(false);
  }
  expect(house.log.join('\n')).not.toContain('whsec_');
});
