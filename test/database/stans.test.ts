import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Secret } from '../../server/core/secret.js';
import { openPool, openSql, type Sql } from '../../server/database/connection.js';
import { StanLeases } from '../../server/database/stans.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let sql: Sql;
let end: () => Promise<void>;
beforeAll(async () => {
  database = await freshDatabase();
  const pool = openPool({ url: new Secret(database.runUrl), size: 8, onBroken: () => undefined });
  sql = openSql(pool);
  end = () => pool.end();
}, 90_000);
afterAll(async () => {
  await end?.();
  await database?.drop();
});

const NOON = new Date('2026-03-10T12:00:00Z');
const shop = (name: string) => ({ id: `shop_${name}`, terminal_prefix: name.padEnd(6, 'X') });
const written = ({ terminal, day, stan }: { terminal: string; day: string; stan: string }) =>
  `${terminal} ${day} ${stan}`;

async function leaveOnly(count: number, terminal: string, day = '2026-03-10'): Promise<void> {
  await sql
    .insertInto('stan_lease')
    .values({ shop_id: 'whoever', terminal, day, next_stan: 1_000_000 - count })
    .onConflict(conflict => conflict.columns(['terminal', 'day']).doUpdateSet({ next_stan: 1_000_000 - count }))
    .execute();
}

test('numbers are six digits from 000001, of the first terminal, on the day of field 7 in UTC', async () => {
  const stans = new StanLeases(sql);
  expect(await stans.take(shop('FIRST'), new Date('2026-03-10T23:30:00+02:00'))).toEqual({
    stan: '000001',
    terminal: 'FIRSTX01',
    day: '2026-03-10',
  });
  expect(await stans.take(shop('FIRST'), NOON)).toMatchObject({ stan: '000002' });
});

test('none is given twice, by several processes at once', async () => {
  const processes = [1, 2, 3].map(() => new StanLeases(sql));
  const given = await Promise.all(
    Array.from({ length: 900 }, (_, index) => (processes[index % 3] as StanLeases).take(shop('MANY'), NOON)),
  );
  expect(new Set(given.map(written)).size).toBe(900);
  expect(new Set(given.map(({ terminal }) => terminal))).toEqual(new Set(['MANYXX01']));
});

test('what a process that died had not used is lost, and given to nobody', async () => {
  const before = await new StanLeases(sql).take(shop('DEAD'), NOON);
  const after = await new StanLeases(sql).take(shop('DEAD'), NOON);
  expect([before.stan, after.stan]).toEqual(['000001', '000101']);
});

test('a new day begins at 000001 again, also when the clock was moved', async () => {
  const stans = new StanLeases(sql);
  await stans.take(shop('DAYS'), NOON);
  await stans.take(shop('DAYS'), NOON);
  const tomorrow = await stans.take(shop('DAYS'), new Date('2026-03-11T00:00:00Z'));
  expect(tomorrow).toEqual({ stan: '000001', terminal: 'DAYSXX01', day: '2026-03-11' });
});

test('shops have numbers of their own', async () => {
  const stans = new StanLeases(sql);
  const given = await Promise.all(['ONE', 'TWO'].map(name => stans.take(shop(name), NOON)));
  expect(given.map(({ terminal, stan }) => `${terminal} ${stan}`)).toEqual(['ONEXXX01 000001', 'TWOXXX01 000001']);
});

describe("at the end of a terminal's day", () => {
  test('the last number is 999999, and the next terminal goes on', async () => {
    await leaveOnly(99, 'ENDXXX01');
    const stans = new StanLeases(sql);
    const given = [];
    for (let count = 0; count < 101; count++) given.push(await stans.take(shop('END'), NOON));
    expect(given.slice(0, 99).map(({ terminal }) => terminal)).toEqual(Array.from({ length: 99 }, () => 'ENDXXX01'));
    expect(given.slice(98).map(({ terminal, stan }) => `${terminal} ${stan}`)).toEqual([
      'ENDXXX01 999999',
      'ENDXXX02 000001',
      'ENDXXX02 000002',
    ]);
    expect(new Set(given.map(written)).size).toBe(101);
  });

  test('all terminals used up is an error, not a number given twice', async () => {
    for (let number = 1; number <= 99; number++) await leaveOnly(0, `USEDXX${String(number).padStart(2, '0')}`);
    await expect(new StanLeases(sql).take(shop('USED'), NOON)).rejects.toThrow(/terminals/);
  });
});
