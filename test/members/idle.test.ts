import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { membersOfSignIns } from '../../server/members/recognise-member.js';
import { Writes } from '../../server/database/writes.js';
import { endSignIns, forgetSignIns } from '../../server/members/sign-out.js';
import { type House, startHouse } from '../support/house.js';
import { type Browser, signIn } from '../support/members.js';
import { PushedClock } from '../support/pushed-clock.js';

const clock = new PushedClock();
const MINUTE_ms = 60_000;
let house: House;
beforeAll(async () => {
  house = await startHouse({ run: 'api', outside: { clock } });
});
afterAll(() => house.close());

async function isIn(browser: Browser): Promise<boolean> {
  return (await browser.ask('{ me { id } }')).errors === undefined;
}

async function lastSignInId(): Promise<string> {
  const { sql } = house.server.app.deps;
  return (await sql.selectFrom('sign_in').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id;
}

test('fifteen idle minutes end a sign-in, and every request begins them anew', async () => {
  const browser = await signIn(house, 'VIEWER');
  for (const minutes of [14, 14, 14]) {
    clock.push(minutes * MINUTE_ms);
    expect(await isIn(browser)).toBe(true);
  }
  clock.push(15 * MINUTE_ms);
  expect(await isIn(browser)).toBe(false);
});

test('twelve hours end a sign-in, however busy', async () => {
  const browser = await signIn(house, 'VIEWER');
  for (let tenMinutes = 1; tenMinutes < 72; tenMinutes++) {
    clock.push(10 * MINUTE_ms);
    expect(await isIn(browser)).toBe(true);
  }
  clock.push(10 * MINUTE_ms);
  expect(await isIn(browser)).toBe(false);
});

test('being seen is written down twice a minute at most', async () => {
  const browser = await signIn(house, 'VIEWER');
  const { sql } = house.server.app.deps;
  const seen = async () =>
    (await sql.selectFrom('sign_in').select('last_seen_at').orderBy('id', 'desc').executeTakeFirstOrThrow())
      .last_seen_at;
  const before = await seen();
  clock.push(20_000);
  await isIn(browser);
  expect(await seen()).toEqual(before);
  clock.push(20_000);
  await isIn(browser);
  expect((await seen()).getTime()).toBeGreaterThanOrEqual(before.getTime() + 40_000);
});

test('what stays open can ask whether its sign-in still is, without keeping it open', async () => {
  const { deps } = house.server.app;
  await signIn(house, 'OPERATOR');
  const id = await lastSignInId();
  clock.push(10 * MINUTE_ms);
  expect(await membersOfSignIns(deps, [id])).toMatchObject([{ kind: 'MEMBER', profile: 'OPERATOR', signInId: id }]);
  clock.push(5 * MINUTE_ms);
  expect(await membersOfSignIns(deps, [id])).toEqual([]);
});

test('what has ended long ago is forgotten, and what is open is not', async () => {
  const { deps } = house.server.app;
  await signIn(house, 'VIEWER');
  clock.push(37 * 60 * MINUTE_ms);
  const open = await signIn(house, 'VIEWER');
  expect(await forgetSignIns(deps)).toBeGreaterThan(0);
  expect(await isIn(open)).toBe(true);
  const left = await deps.sql.selectFrom('sign_in').selectAll().execute();
  expect(left).toHaveLength(1);
});

test('what somebody has ended is ended by every clock, two hours behind and two hours ahead', async () => {
  const hours = 120 * MINUTE_ms;
  const { deps } = house.server.app;
  for (const way of ['signOut', 'signOutEverywhere']) {
    const leaving = await signIn(house, 'VIEWER');
    const left = await lastSignInId();
    await leaving.ask(`mutation { ${way} { ... on SignedOut { ended } } }`);
    clock.push(-hours);
    // Its own browser has forgotten the cookie; somebody else may have it.
    expect(await membersOfSignIns(deps, [left])).toEqual([]);
    clock.push(hours);
  }

  const thrownOut = await signIn(house, 'VIEWER');
  const { member_id } = await deps.sql
    .selectFrom('sign_in')
    .select('member_id')
    .where('id', '=', await lastSignInId())
    .executeTakeFirstOrThrow();
  clock.push(hours);
  const writes = new Writes();
  expect(await endSignIns(writes, deps, member_id)).toBe(0);
  await writes.commit(deps.sql);
  clock.push(-hours);
  expect(await isIn(thrownOut)).toBe(false);
});
