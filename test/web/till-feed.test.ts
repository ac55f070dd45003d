import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startServer } from '../../server/app.js';
import { startHouse, type House } from '../support/house.js';
import { silentLog } from '../support/silent-log.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';
import { launchBrowser, testInBrowser } from './browser.js';
import { live, memberAt, openTransaction, rowOf } from './till-pages.js';

let house: House;
let browser: Browser;

beforeAll(async () => {
  house = await startHouse({ web: true });
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function order(orderId: string, code = '00'): Promise<void> {
  await pay(house, await openSession(house, { orderId, capture: { plan: 'VALIDATION', days: 2 } }), sandboxCard(code));
}

/** Every cursor that a socket of the page has brought, in order. */
function cursorsHeard(page: Page): string[] {
  const heard: string[] = [];
  page.on('websocket', socket =>
    socket.on('framereceived', ({ payload }) => {
      const cursor = /"cursor":"([^"]+)"/.exec(String(payload))?.[1];
      if (cursor) heard.push(cursor);
    }),
  );
  return heard;
}

testInBrowser(
  'the feed is cut, says so, and goes on where it was: nothing is missing and nothing comes twice',
  async () => {
    const { page, context, complaints } = await memberAt(browser, house, 'ACCOUNTANT');
    const heard = cursorsHeard(page);
    await page.reload();
    await live(page).waitFor();
    await order('before');
    await rowOf(page, 'before').waitFor();

    // The line is down for the browser, and the server goes and comes back meanwhile.
    await context.setOffline(true);
    await house.server.stop();
    await page.getByText('Reconnecting …').waitFor();
    house.server = await startServer(house.environment, silentLog, join(process.cwd(), 'messages'));
    await order('meanwhile-1');
    await order('meanwhile-2', '51');
    expect(await rowOf(page, 'meanwhile').count()).toBe(0);

    await context.setOffline(false);
    await live(page).waitFor();
    await rowOf(page, 'meanwhile-2').getByText('Declined').waitFor();
    await order('after');
    await rowOf(page, 'after').waitFor();
    const orders = await page.locator('.rows tbody .order').allInnerTexts();
    expect(orders).toEqual(['after', 'meanwhile-2', 'meanwhile-1', 'before']);
    const { data } = await house.ask<{ events: { nodes: { cursor: string }[] } }>(
      '{ events(first: 100) { nodes { cursor } } }',
    );
    expect(heard).toEqual(data.events.nodes.map(({ cursor }) => cursor));
    expect(complaints).toEqual([]);
  },
  90_000,
);

testInBrowser(
  'new rows wait to be shown while a hand is on the list, and only those that belong to the view',
  async () => {
    const { page } = await memberAt(browser, house, 'VIEWER');
    await page.clock.install();
    await page.reload();
    await live(page).waitFor();
    await rowOf(page, 'before').getByRole('link').focus();
    await order('counted');
    await page.getByRole('button', { name: '1 new – show it' }).waitFor();
    // However long the hand stays there: had the first been taken in meanwhile, the second would be counted alone.
    await page.clock.runFor(5_000);
    await order('counted-too');
    await page.getByRole('button', { name: '2 new – show them' }).click();
    await rowOf(page, 'counted-too').waitFor();

    await page.goto(`${house.publicUrl}/till/transactions?status=DECLINED`);
    await live(page).waitFor();
    await rowOf(page, 'meanwhile-2').waitFor();
    await order('not-this');
    await order('but-this', '51');
    await page.getByRole('button', { name: '1 new – show it' }).click();
    await rowOf(page, 'but-this').waitFor();
    expect(await rowOf(page, 'not-this').count()).toBe(0);
  },
  90_000,
);

testInBrowser(
  'filters stand in the address, and the keyboard is enough',
  async () => {
    const { page } = await memberAt(browser, house, 'VIEWER');
    await rowOf(page, 'before').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('status:declined before');
    await page.getByText('No transaction is like this').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('status:declined before');
    await page.getByRole('link', { name: 'Clear the filters' }).first().click();
    await page.getByRole('searchbox').fill(sandboxCard());
    await page.getByText('Never search for a card number').waitFor();
    expect(page.url()).not.toMatch(/\d{6}/);
    // What was typed is asked for a moment later, and must not undo what is ticked meanwhile.
    await page.getByRole('searchbox').fill('meanwhile');
    await page.locator('summary', { hasText: 'Status' }).click();
    await page.getByLabel('Declined').check();
    await page.waitForURL(/\?q=meanwhile&status=DECLINED$/);
    await page.getByRole('searchbox').fill('');
    await page.waitForURL(/\?status=DECLINED$/);
    await rowOf(page, 'meanwhile-2').waitFor();
    await rowOf(page, 'before').waitFor({ state: 'detached' });

    await page.locator('summary', { hasText: 'Status' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.locator('.timeline').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL(/\?status=DECLINED$/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await openTransactionByAddress(page.url());
  },
  90_000,
);

/** What is in the address can be shared: it opens the same view elsewhere. */
async function openTransactionByAddress(address: string): Promise<void> {
  const { page } = await memberAt(browser, house, 'VIEWER');
  await page.goto(address);
  await rowOf(page, 'meanwhile-2').waitFor();
  expect(await rowOf(page, 'before').count()).toBe(0);
  await openTransaction(page, 'meanwhile-2');
  expect(await page.locator('.story').innerText()).toMatch(/No money was taken/);
}
