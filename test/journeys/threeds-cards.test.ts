/**
 * Each behaviour of the card grammar in 3-D Secure, from the session to its end, over the API and at the issuer's own pages.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { control } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { expectWay, takeWay, type Taken } from './threeds-walk.js';
import type { Way } from './threeds-way.js';
import { WAYS } from './threeds-ways.js';

let house: House;
/** Those that wait for real time to pass wait for it while the others are told. */
const SLOW: ReadonlySet<string> = new Set(['07', '15']);
const slow = new Map<Way, Promise<Taken>>();

beforeAll(async () => {
  house = await startHouse({ threeds: true });
  for (const [index, way] of Object.values(WAYS).entries()) {
    if (!SLOW.has(way.threeds)) continue;
    const taken = takeWay(house, way, index);
    // Whoever waits for it below is told; nobody else has to hear of it.
    taken.catch(() => undefined);
    slow.set(way, taken);
  }
}, 90_000);
afterAll(() => house?.close());

test('every behaviour that the bank publishes has its way, and every way its behaviour', async () => {
  const { body } = await control<{ authentications: Record<string, string> }>(house.bank, 'GET', '/cards');
  const told = new Set(Object.values(WAYS).map(({ threeds }) => threeds));
  expect([...told].toSorted()).toEqual(Object.keys(body.authentications).toSorted());
});

describe.each(Object.entries(WAYS).map(([title, way], index) => [title, way, index] as const))(
  '%s',
  (_, way, index) => {
    test(`(behaviour ${way.threeds})`, async () => {
      expectWay(way, await (slow.get(way) ?? takeWay(house, way, index)));
    });
  },
);

test('at the end the two books agree, every journal refolds and no secret is kept', async () => {
  await expectAllInOrder(house);
  const { rows } = await sealed(house);
  expect(rows).toEqual([]);
});

/** Of an authentication that has ended nothing is kept that could prove or pay anything. */
async function sealed({ server }: House) {
  const rows = await server.app.deps.sql
    .selectFrom('authentication')
    .select('id')
    .where(row => row.or([row('sealed_code', 'is not', null), row('sealed_cavv', 'is not', null)]))
    .execute();
  return { rows };
}
