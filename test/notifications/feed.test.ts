import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard, until } from '../support/shopping.js';
import { advanceClock } from '../support/till.js';
import { atRest } from '../support/books.js';

interface SeenEvent {
  readonly id: string;
  readonly cursor: string;
  readonly subjectId: string;
  readonly sequence: number;
  readonly type: string;
  readonly transaction: { readonly id: string };
}

interface Page {
  readonly nodes: readonly SeenEvent[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());

async function read(after: string | null, first: number, bearer?: string): Promise<Page> {
  const { data, errors } = await house.ask<{ events: Page }>(
    `query ($after: String, $first: Int) { events(after: $after, first: $first) {
       nodes { id cursor subjectId sequence type transaction { id } } edges { cursor }
       pageInfo { hasNextPage endCursor } } }`,
    { after, first },
    bearer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.events;
}

/** Reads on from the last cursor until `done`, a few at a time, as a client does that is cut again and again. */
async function follow(bearer: string, done: () => boolean): Promise<SeenEvent[]> {
  const seen: SeenEvent[] = [];
  let cursor: string | null = null;
  for (let first = 1; ; first = (first % 7) + 1) {
    const over = done();
    const page: Page = await read(cursor, first, bearer);
    seen.push(...page.nodes);
    cursor = page.pageInfo.endCursor;
    if (over && !page.pageInfo.hasNextPage) return seen;
  }
}

test('a reader that follows the log while many write it misses nothing and sees nothing twice', async () => {
  const { apiKey: bearer, shopId } = await house.openShop({ enrolled: false });
  let paid = false;
  const reading = follow(bearer, () => paid);
  await Promise.all(
    Array.from({ length: 25 }, async (_, serial) => {
      const session = await openSession(house, { bearer });
      await pay(
        house,
        session,
        sandboxCard(serial % 3 === 0 ? '51' : '00', { serial: String(serial).padStart(5, '0') }),
      );
    }),
  );
  await advanceClock(house, 86_400, bearer);
  await atRest(house);
  paid = true;
  const seen = await reading;
  const { rows } = await sql<{ id: string }>`
    select event.id from feed join event on event.id = event_id
    where feed.shop_id = ${shopId} and transaction_id is not null order by position`.execute(house.server.app.deps.sql);
  expect(seen.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  expect(seen.length).toBeGreaterThan(80);
  for (const events of Map.groupBy(seen, ({ subjectId }) => subjectId).values())
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
}, 90_000);

test('the end of the log is where to read on from, and a page says whether more follows', async () => {
  const { apiKey: bearer } = await house.openShop({ enrolled: false });
  expect(await read(null, 5, bearer)).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
  const session = await openSession(house, { bearer });
  await pay(house, session, sandboxCard('00'));
  const page = await until(
    () => read(null, 1, bearer),
    seen => seen.pageInfo.hasNextPage,
  );
  expect(page.edges).toEqual([{ cursor: page.nodes[0]?.cursor }]);
  const last = await read(page.pageInfo.endCursor, 100, bearer);
  const end = await read(last.pageInfo.endCursor, 100, bearer);
  expect(end).toEqual({ nodes: [], edges: [], pageInfo: { hasNextPage: false, endCursor: last.pageInfo.endCursor } });
});

test('what is no cursor, and too large a page, are refused', async () => {
  for (const cursor of ['evt_1', '-1', '1e3', ' 1', '9'.repeat(19)])
    await expect(read(cursor, 5)).rejects.toThrow(/Not a cursor.*BAD_USER_INPUT/);
  await expect(read(null, 101)).rejects.toThrow(/1 to 100.*BAD_USER_INPUT/);
});

test('a shop’s log holds nothing of another', async () => {
  const { apiKey: bearer } = await house.openShop();
  const session = await openSession(house);
  await pay(house, session, sandboxCard('00'));
  await until(
    () => read(null, 5),
    ({ nodes }) => nodes.length > 0,
  );
  expect((await read(null, 5, bearer)).nodes).toEqual([]);
});
