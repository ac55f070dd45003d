/**
 * The log is the same wherever it is read: several processes, a process that is stopped, a notification that is lost.
 */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { startServer } from '../../server/app.js';
import { createLog } from '../../server/adapters/log.js';
import { startHouse, type House } from '../support/house.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';
import { until } from '../support/shopping.js';
import { follow, Following, payOne, positions } from './following.js';
import { urlOf } from './sockets.js';

let house: House;
let other: ServerProcess;
const followings: Following[] = [];
beforeAll(async () => {
  house = await startHouse();
  other = await startServerProcess(house, 'api');
}, 90_000);
afterEach(() => {
  for (const following of followings.splice(0)) following.end();
});
afterAll(async () => {
  await other?.kill();
  await house?.close();
});

function keep(following: Following): Following {
  followings.push(following);
  return following;
}

test('two processes on one database tell the same log, whichever a payment came through', async () => {
  const { apiKey: bearer, shopId } = await house.openShop({ enrolled: false });
  const [here, there] = [
    keep(await follow(house, bearer, { after: '0' })),
    keep(new Following(urlOf(other.house), bearer, { after: '0' })),
  ];
  await Promise.all(Array.from({ length: 10 }, (_, index) => payOne(index % 2 === 0 ? house : other.house, bearer)));
  const all = await positions(house, shopId);
  for (const following of [here, there]) await following.until(({ cursor }) => cursor === all.at(-1));
  expect([here.cursors, there.cursors]).toEqual([all, all]);
});

const LISTENERS = sql`from pg_stat_activity where datname = current_database() and application_name = 'listen feed'`;

async function listeners(): Promise<number[]> {
  const { rows } = await sql<{ pid: number }>`select pid ${LISTENERS}`.execute(house.server.app.deps.sql);
  return rows.map(({ pid }) => pid);
}

const untilBothListen = (): Promise<number[]> => until(listeners, pids => pids.length === 2);

test('a listening connection that is lost only delays what is told, and is made again', async () => {
  const { apiKey: bearer, shopId } = await house.openShop({ enrolled: false });
  const following = keep(await follow(house, bearer, { after: '0' }));
  const before = await untilBothListen();
  await sql`select pg_terminate_backend(pid) ${LISTENERS}`.execute(house.server.app.deps.sql);
  await until(listeners, pids => !pids.some(pid => before.includes(pid)));
  await payOne(house, bearer);
  const all = await positions(house, shopId);
  await following.until(({ cursor }) => cursor === all.at(-1), 5_000);
  expect(following.cursors).toEqual(all);
  await untilBothListen();
  expect(following.connections).toBe(1);
});

test('a server that is stopped sends its followers away, who go on elsewhere with their cursor', async () => {
  const { apiKey: bearer, shopId } = await house.openShop({ enrolled: false });
  const lines: string[] = [];
  const second = await startServer(
    { ...house.environment, run: 'api', port: 0 },
    createLog({ level: 'info', write: line => lines.push(line) }),
    'messages',
  );
  let url = `ws://127.0.0.1:${second.port}/graphql`;
  const following = keep(
    new Following(url, bearer, { after: '0' }, { url: () => url, retryAttempts: 10, shouldRetry: () => true }),
  );
  await payOne(house, bearer);
  const before = await positions(house, shopId);
  await following.until(({ cursor }) => cursor === before.at(-1));
  url = urlOf(house);
  await second.stop();
  await payOne(house, bearer);
  const all = await positions(house, shopId);
  await following.until(({ cursor }) => cursor === all.at(-1));
  expect(following.cursors).toEqual(all);
  expect(following.closes).toMatchObject([{ code: 1001 }]);
  expect(lines.filter(line => /"level":(?:50|"error")/.test(line))).toEqual([]);
});
