/** What a page leaves in a browser is found, wherever the browser keeps it. */
import { afterAll, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sandboxCard } from '../../support/shopping.js';
import { scanFolder } from '../scan/scan.js';
import { testInBrowser } from '../../web/browser.js';
import { withProfile } from './real-browser.js';

const profile = mkdtempSync(join(tmpdir(), 'guichet-profile-'));
let server: Server | null = null;
afterAll(() => {
  server?.close();
  rmSync(profile, { recursive: true, force: true });
});

const numberOf = (place: number): string => sandboxCard('00', { serial: `1234${place}` });

/** Where pages keep things, each with a number of its own. */
const PLACES: readonly (readonly [string, (page: Page, number: string) => Promise<unknown>])[] = [
  ['local storage', (page, number) => page.evaluate(`localStorage.setItem('card', '${number}')`)],
  ['a cookie', (page, number) => page.evaluate(`document.cookie = 'card=${number}; max-age=9999'`)],
  [
    'IndexedDB',
    (page, number) =>
      page.evaluate(`new Promise(done => {
        const opening = indexedDB.open('cards', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('cards');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('cards', 'readwrite');
          writing.objectStore('cards').put('${number}', 'card');
          writing.oncomplete = done;
        };
      })`),
  ],
  ['a page that came', (page, number) => page.goto(`${page.url()}?shown=${number}`)],
];

testInBrowser('a card number is found in each place where a browser keeps what pages give it', async () => {
  server = createServer((request, response) => {
    const shown = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('shown') ?? '';
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>${shown}</p>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await withProfile(profile, async context => {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    for (const [place, [, keep]] of PLACES.entries()) await keep(page, numberOf(place));
  });
  const markers = PLACES.map((_, place) => ({ number: numberOf(place) }));
  const { found } = await scanFolder(profile, { markers });
  const masked = new Set(found.map(({ what }) => what));
  expect(
    PLACES.filter((_, place) => !masked.has(`${numberOf(place).slice(0, 6)}…${numberOf(place).slice(-4)}`)),
  ).toEqual([]);
});

test('nothing is found in a profile where nothing was left', async () => {
  const { found } = await scanFolder(profile, { markers: [{ number: numberOf(9) }] });
  expect(found).toEqual([]);
});
