import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { sequenceEvents } from '../../server/notifications/sequence-events.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';

let house: House;
beforeAll(async () => {
  // Without a timetable: everything waits until it is told at once.
  house = await startHouse({ run: 'api' });
});
afterAll(() => house.close());

interface Told {
  readonly position: bigint;
  readonly subject_id: string;
  readonly sequence: number;
}

test('every event of a crowd is told once, without a gap, each subject in its own order', async () => {
  const crowd = Array.from({ length: 12 }, async (_, index) => {
    const session = await openSession(house);
    await pay(house, session, sandboxCard('00', { serial: String(index).padStart(5, '0') }));
  });
  await Promise.all(crowd);
  const database = house.server.app.deps.sql;
  const { rows: events } = await sql`select id from event`.execute(database);
  // A session: opened, begun, paid. A transaction: requested, authorised. And the beginnings of the shop.
  expect(events.length).toBeGreaterThan(crowd.length * 5);
  expect(await sequenceEvents(house.server.app.deps)).toBe(events.length);
  expect(await sequenceEvents(house.server.app.deps)).toBe(0);

  const { rows } = await sql<Told>`select position, subject_id, sequence
    from feed join event on event.id = event_id order by position`.execute(database);
  expect(rows).toHaveLength(events.length);
  expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => BigInt(index + 1)));
  for (const told of Map.groupBy(rows, row => row.subject_id).values())
    expect(told.map(({ sequence }) => sequence)).toEqual(told.map((_, index) => index + 1));
});
