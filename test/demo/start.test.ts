import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { existsSync, mkdtempSync, chmodSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Demo } from '../../demo/announce.js';
import { processOf } from '../../demo/lock.js';
import { stopLeftovers } from '../../demo/processes.js';
import { runningPostmaster } from '../../server/database/embedded/postmaster.js';
import { recordedPlace } from '../../server/database/embedded/place.js';
import { discardCluster } from '../support/cluster.js';
import { launch } from '../support/launcher.js';
import type { Launched } from '../support/launcher.js';

// The first start in a checkout builds the pages.
jest.setTimeout(300_000);

const folder = mkdtempSync(join(tmpdir(), 'guichet-start-'));
chmodSync(folder, 0o755);
const demoFile = join(folder, 'demo.json');

afterAll(async () => {
  await stopLeftovers(folder);
  await discardCluster(folder);
});

const demo = (): Demo => JSON.parse(readFileSync(demoFile, 'utf8')) as Demo;
const identities = (): string[] => JSON.parse(readFileSync(join(folder, 'processes.json'), 'utf8')) as string[];
const postmaster = () => runningPostmaster(recordedPlace(folder)?.data ?? '');

/** Reads the answer to its end: a connection with an answer under way would hold up the closing. */
async function statusOf(url: string): Promise<number> {
  const response = await fetch(url);
  await response.arrayBuffer();
  return response.status;
}

describe('npm start', () => {
  let launched: Launched;
  let firstKey: string | null;

  test('refuses a wrong configuration with every fault at once, and starts nothing', async () => {
    const wrong = launch(folder, { PORT: 'a', LOG_LEVEL: 'b', VAULT_KEYS: 'c', PUBLIC_URL: 'd' });
    expect(await wrong.ended()).toBe(1);
    for (const name of ['PORT', 'LOG_LEVEL', 'VAULT_KEYS', 'PUBLIC_URL']) expect(wrong.said()).toMatch(`  ${name} `);
    expect(wrong.said()).toMatch('Nothing was started.');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('opens everything, and says where once everything answers', async () => {
    launched = launch(folder);
    await launched.until('Ctrl-C stops it all.');
    const { web, graphql, bankControl, mailbox, apiKey, members } = demo();
    expect(statSync(demoFile).mode & 0o777).toBe(0o600);
    expect(await statusOf(web)).toBe(200);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(graphql, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
    expect(await answer.json()).toMatchObject({ data: { __typename: 'Query' } });
    expect(await statusOf(`${bankControl}/book`)).toBe(200);
    expect(await statusOf(`${mailbox}/messages`)).toBe(200);
    expect(members.map(({ profile }) => profile).sort()).toEqual(['ACCOUNTANT', 'OPERATOR', 'VIEWER']);
    expect(apiKey).toBeTruthy();
    for (const word of [web, graphql, apiKey, ...members.map(({ password }) => password)]) {
      expect(launched.said()).toMatch(word ?? 'a key');
    }
    firstKey = apiKey;
  });

  test('reports the running one when it is started a second time', async () => {
    const second = launch(folder);
    expect(await second.ended()).toBe(0);
    expect(second.said()).toMatch(`Guichet is running already (process ${launched.child.pid}).`);
    expect(second.said()).toMatch(demo().web);
    expect(identities().map(processOf)).not.toContain(null);
  });

  test('closes everything on Ctrl-C, the database last', async () => {
    const running = identities();
    expect(running).toHaveLength(3);
    launched.child.kill('SIGINT');
    expect(await launched.ended()).toBe(0);
    expect(running.map(processOf)).toEqual([null, null, null]);
    expect(postmaster()).toBeNull();
    expect(existsSync(demoFile)).toBe(false);
    expect(launched.said()).toMatch(/Stopping server[^]*Stopping web[^]*Stopping bank[^]*Stopping PostgreSQL/);
  });

  test('opens again with the same data and the same key, and closes when one of its processes ends', async () => {
    launched = launch(folder);
    await launched.until('Ctrl-C stops it all.');
    expect(demo().apiKey).toBe(firstKey);
    expect(launched.said()).not.toMatch('making the data directory');
    const [bank = ''] = identities();
    process.kill(processOf(bank) ?? 0, 'SIGKILL');
    expect(await launched.ended()).toBe(1);
    expect(launched.said()).toMatch('The process "bank" has ended unasked, by SIGKILL.');
    expect(postmaster()).toBeNull();
  });

  test('finds what a launcher that was killed has left behind', async () => {
    launched = launch(folder);
    await launched.until('Ctrl-C stops it all.');
    const left = identities();
    const database = postmaster()?.pid;
    launched.child.kill('SIGKILL');
    await launched.ended();
    launched = launch(folder);
    await launched.until('Ctrl-C stops it all.');
    expect(left.map(processOf)).toEqual([null, null, null]);
    expect(postmaster()?.pid).toBe(database);
    launched.child.kill('SIGTERM');
    expect(await launched.ended()).toBe(0);
  });
});
