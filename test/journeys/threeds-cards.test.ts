/**
 * Each behaviour of the card grammar in 3-D Secure, from the session to its end, over the API and at the issuer's own pages.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { control } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { takeWay, type Taken } from './threeds-walk.js';
import { WAYS, type Way } from './threeds-ways.js';

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
}, 60_000);
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
      const { first, last, payment, cres, asked, usedBy, results } = await (slow.get(way) ??
        takeWay(house, way, index));
      const { end } = way;
      expect(first.step).toBe(way.first ?? end.step);
      expect([last.step, last.status]).toEqual([end.step, end.session]);
      expect(last.notAuthenticated?.reason).toBe(end.reason);
      expect(payment.authentication).toEqual(end.authentication);
      expect(cres).toBe(way.cres ?? null);
      expect(results).toEqual(way.results ?? []);
      const isPaid = end.step === 'TICKET';
      expect(payment.status).toBe(isPaid ? 'TO_CAPTURE' : 'REFUSED');
      expect(payment.refusalReason).toBe(isPaid ? null : end.reason);
      // Nobody is asked for money where the authentication gave no right to; and never twice.
      expect(asked).toEqual(isPaid ? [{ code: '00', held: 1050 }] : []);
      expect(payment.messages.map(({ kind }) => kind)).toEqual(isPaid ? ['AUTHORISATION'] : []);
      // The proof went with the request exactly where the issuer bears a fraud, and the bank knows it for its own.
      expect(usedBy).toBe(end.authentication.liability === 'ISSUER' ? payment.authorisation.rrn : null);
      expect(last.ticket?.authenticated).toBe(isPaid ? isProven(way) : undefined);
    });
  },
);

function isProven({ end }: Way): boolean {
  return end.authentication.outcome === 'AUTHENTICATED';
}

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
