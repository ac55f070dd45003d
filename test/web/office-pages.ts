/**
 * The screens of administration in every theme, language and width, with something on each of them.
 */
import type { Page } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { personOf } from '../support/members.js';
import { answering, Receiver } from '../support/receiver.js';
import { openSession, pay, sandboxCard, until } from '../support/shopping.js';
import { createEndpoint, seeDeliveries } from '../support/webhooks.js';
import { openTabs, type Tab } from './axe.js';
import { launchBrowser } from './browser.js';
import { typeSignIn } from './till-pages.js';

export interface Office {
  readonly tabs: readonly Tab[];
  /** Goes to a screen, waits for what says that it is there, and does what is left to do. */
  at(screen: string, ready: string, then?: (page: Page) => Promise<unknown>): (page: Page) => Promise<void>;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const house = await startHouse({ web: true });
  const receiver = await Receiver.start(answering(503, {}, 'y'.repeat(300)));
  const browser = await launchBrowser();
  const tabs = await openTabs(browser, house.publicUrl);
  await fill(house, receiver);
  for (const { page } of tabs) {
    await page.goto(`${house.publicUrl}/till/sign-in`);
    await typeSignIn(page, personOf(house.shop, 'ACCOUNTANT'));
    await page.locator('.rows tbody tr').first().waitFor();
  }
  return {
    tabs,
    at: (screen, ready, then) => async page => {
      await page.goto(`${house.publicUrl}/till/${screen}`);
      await page.locator(ready).first().waitFor();
      await page.locator('.line.live').waitFor();
      await then?.(page);
    },
    close: async () => {
      await browser.close();
      await receiver.close();
      await house.close();
    },
  };
}

/** Two endpoints, one with an address that has no end, and deliveries that failed. */
async function fill(house: House, receiver: Receiver): Promise<void> {
  await createEndpoint(house, { url: receiver.url, description: 'Web shop' });
  await createEndpoint(house, { url: `${receiver.url}&${'x'.repeat(200)}`, events: ['REFUND_UPDATED'] });
  await pay(house, await openSession(house), sandboxCard());
  await until(
    () => seeDeliveries(house),
    deliveries => deliveries.some(({ attempts }) => attempts.length > 0),
  );
}

/** Opens the dialog behind the screen's button, and sends it before it is filled in. */
export async function asking(page: Page): Promise<void> {
  await page.locator('.office-bar button').click();
  await page.locator('dialog button[type=submit]').click();
  await page.locator('dialog [role=alert]').waitFor();
}
