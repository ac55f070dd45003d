/**
 * The studio in a browser: whose right counts, and that subscriptions come over a socket of our own origin.
 */
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { signIn } from '../support/members.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';
import { launchBrowser, newVisitor, testInBrowser } from './browser.js';

let house: House;
let browser: Browser;
beforeAll(async () => {
  house = await startHouse({ web: true });
  browser = await launchBrowser();
  await pay(house, await openSession(house), sandboxCard('00'));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Opens the example that follows the log. */
async function openFollowing(page: Page): Promise<void> {
  await page.goto(`${house.publicUrl}/studio`);
  // The editor comes after its tabs; one that is chosen before it is there would be shown nowhere.
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await page.getByRole('tab', { name: 'Follow' }).click();
  await page.getByText('transactionEvents(after').waitFor();
}

async function execute(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Execute query/ }).click();
}

testInBrowser('a member who is signed in follows the log without a key', async () => {
  const { context, page, complaints } = await newVisitor(browser);
  const { cookies } = await signIn(house, 'VIEWER');
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: house.publicUrl })));
  const sockets: string[] = [];
  page.on('websocket', socket => sockets.push(socket.url()));
  await openFollowing(page);
  await execute(page);
  await page.locator('.result-window').getByText('AUTHORISED_FOR_CAPTURE').first().waitFor();
  expect(sockets).toEqual([`${house.publicUrl.replace('http', 'ws')}/graphql`]);
  expect(complaints).toEqual([]);
  await context.close();
});

testInBrowser('a key that is typed counts, and nothing is told to nobody', async () => {
  const { context, page, complaints } = await newVisitor(browser);
  await openFollowing(page);
  await execute(page);
  await page.locator('.result-window').getByText(/4401/).first().waitFor();
  await page.locator('.graphiql-editor-tool .monaco-editor').last().click();
  await page.keyboard.press('Control+A');
  // The editor closes by itself what is opened.
  await page.keyboard.insertText(`{"authorization": "Bearer ${house.shop.apiKey}`);
  await execute(page);
  await page.locator('.result-window').getByText('AUTHORISED_FOR_CAPTURE').first().waitFor();
  expect(complaints).toEqual(['Socket closed with event 4401 Unauthorized']);
  await context.close();
});
