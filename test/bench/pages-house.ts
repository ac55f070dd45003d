/**
 * What the pages are measured against: the house of the bench with its pages in front, as they are built for production, and a browser
 * whose pages a program of somebody else's may look at as well.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type BrowserContext } from 'playwright-core';
import { freePort } from '../../server/database/embedded/free-port.js';
import { startWebProcess } from '../support/web-process.js';
import { withHouse, type House } from './house.js';

export interface PagesHouse extends House {
  readonly publicUrl: string;
}

export async function withPages<T>(stop: AbortSignal, work: (house: PagesHouse) => Promise<T>): Promise<T> {
  const [port, webPort] = await Promise.all([freePort(), freePort()]);
  const publicUrl = `http://127.0.0.1:${port}`;
  const environment = { PORT: String(port), PUBLIC_URL: publicUrl, WEB_URL: `http://127.0.0.1:${webPort}` };
  return withHouse({ floors: 0, profile: null, environment, stop }, async house => {
    const graphqlUrl = `${publicUrl}/graphql`;
    const internalToken = house.environment['INTERNAL_TOKEN'] ?? '';
    const web = await startWebProcess({ graphqlUrl, publicUrl, internalToken, port: webPort });
    try {
      return await work({ ...house, publicUrl });
    } finally {
      await web.close();
    }
  });
}

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];

export interface WatchedBrowser {
  readonly context: BrowserContext;
  /** Where the browser's own protocol (CDP) is spoken. */
  readonly port: number;
}

export async function withBrowser<T>(work: (browser: WatchedBrowser) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'guichet-pages-'));
  const options = { executablePath: CHROMIUM, args: [...FLAGS, '--remote-debugging-port=0'], locale: 'en' };
  const context = await chromium.launchPersistentContext(profile, options);
  try {
    return await work({ context, port: await portIn(profile) });
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The browser writes down which port it was given. */
async function portIn(profile: string): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]);
    } catch {
      await sleep(100);
    }
  }
  throw new Error('The browser does not say where it listens.');
}
