import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { pay } from '../support/shopping.js';
import { faultsIn, openTabs, type Tab } from './axe.js';
import { launchBrowser, testInBrowser } from './browser.js';
import { enrolledCard } from './challenge-pages.js';
import { openCheckout, type Opened } from './checkout-pages.js';

let house: House;
let browser: Browser;
let tabs: Tab[];

/** A session whose card behaves so, brought over the API to where the bank takes over. */
async function underWay(threeds: string): Promise<Opened> {
  const session = await openCheckout(house);
  await pay(house, session, enrolledCard(threeds), { browser: { javaScript: true } });
  return session;
}

/** Opens the session, and then what hangs at its address. */
const openAt =
  (session: Opened, more = '') =>
  async (page: Page): Promise<void> => {
    await page.goto(session.checkoutUrl);
    if (more) await page.goto(`${house.publicUrl}/pay/${session.id}${more}`);
  };

const comeBack = (session: Opened): Promise<unknown> =>
  house.ask('mutation { completeChallenge(input: {}) { __typename } }', {}, session.token);

beforeAll(async () => {
  house = await startHouse({ web: true, threeds: true });
  browser = await launchBrowser();
  tabs = await openTabs(browser, house.publicUrl);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

testInBrowser('everybody can use the page with the bank’s frame', async () => {
  const session = await underWay('02');
  const visit = async (page: Page): Promise<void> => {
    await openAt(session)(page);
    await page.frameLocator('#bank-frame').locator('#code').waitFor();
    const frame = await page.locator('#bank-frame').boundingBox();
    expect(frame?.height).toBeGreaterThanOrEqual(400);
    expect(frame?.width).toBeGreaterThanOrEqual(250);
  };
  expect(await faultsIn(tabs, visit)).toEqual([]);
});

testInBrowser('everybody can use the page that waits for the bank’s word', async () => {
  const session = await underWay('02');
  await comeBack(session);
  const visit = async (page: Page): Promise<void> => {
    // It would ask again while axe is looking.
    await page.route('**/*?back=1', async route => {
      const response = await route.fetch();
      const { refresh: _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await openAt(session, '?back=1')(page);
    await page.locator('a[href$="back=1"]').waitFor();
  };
  expect(await faultsIn(tabs, visit)).toEqual([]);
});

testInBrowser('everybody can use the page on which the bank looks at the browser', async () => {
  const session = await underWay('11');
  const visit = async (page: Page): Promise<void> => {
    // Our script would go on.
    await page.route('**/assets/*.js', route => route.abort());
    await openAt(session)(page);
    await page.locator('#method-form').waitFor();
    await page.unrouteAll();
  };
  expect(await faultsIn(tabs, visit)).toEqual([]);
});

testInBrowser('everybody can use the page that leads back from the bank', async () => {
  const session = await underWay('02');
  const visit = async (page: Page): Promise<void> => {
    await page.route('**/assets/*.js', route => route.abort());
    // Only a frame is shown this page.
    await page.route('**/return', async route => {
      const headers = { ...(await route.request().allHeaders()), 'sec-fetch-dest': 'iframe' };
      await route.fulfill({ response: await route.fetch({ headers }) });
    });
    await page.goto(`${house.publicUrl}/pay/${session.id}/return`);
    await page.locator('#lead-back').waitFor();
    await page.unrouteAll();
  };
  expect(await faultsIn(tabs, visit)).toEqual([]);
});

testInBrowser('everybody can use the page with the bank’s no, with a form and without', async () => {
  expect(await faultsIn(tabs, openAt(await underWay('04')))).toEqual([]);
  const last = await underWay('04');
  for (const serial of ['00001', '00002']) await pay(house, last, enrolledCard('06', serial));
  expect(await faultsIn(tabs, openAt(last))).toEqual([]);
});
