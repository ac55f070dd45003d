import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { checkout, pay, sandboxCard, until } from '../support/shopping.js';
import { faultsIn, openTabs, type Tab } from './axe.js';
import { launchBrowser, testInBrowser } from './browser.js';
import { advanceClock, openCheckout, orderFault, type Opened } from './checkout-pages.js';

let house: House;
let browser: Browser;
let tabs: Tab[];

/** A session brought to each state over the API. */
const STATES: Readonly<Record<string, (session: Opened) => Promise<unknown>>> = {
  'the card form': async () => undefined,
  'a decline': session => pay(house, session, sandboxCard('51')),
  'a decline with the same card offered': session => pay(house, session, sandboxCard('82')),
  'the ticket': session => pay(house, session, sandboxCard()),
  'no try left': async session => {
    for (const code of ['51', '05', '91']) await pay(house, session, sandboxCard(code));
  },
  cancelled: session => house.ask('mutation { cancelCheckout(input: {}) { __typename } }', {}, session.token),
  'the last five minutes': async () => undefined,
  unknown: async session => {
    await orderFault(house, { kind: 'DROP_ANSWER', count: 1_000 });
    await pay(house, session, sandboxCard());
    await until(
      () => checkout(house, session),
      ({ step }) => step === 'UNKNOWN',
    );
  },
};

const PAGES = ['/', '/demo/return?a=b', '/nowhere', '/500', '/pay/ps_nobody'];

const inEveryVariation = (visit: (page: Page) => Promise<unknown>): Promise<string[]> => faultsIn(tabs, visit);

beforeAll(async () => {
  house = await startHouse({ web: true });
  browser = await launchBrowser();
  tabs = await openTabs(browser, house.publicUrl);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

testInBrowser.each(Object.keys(STATES))(
  '%s',
  async state => {
    const session = await openCheckout(house, state === 'the last five minutes' ? { expiresInSeconds: 300 } : {});
    await STATES[state]?.(session);
    expect(await inEveryVariation(page => page.goto(session.checkoutUrl))).toEqual([]);
    await orderFault(house, {});
  },
  90_000,
);

testInBrowser(
  'a form with errors',
  async () => {
    const session = await openCheckout(house);
    const visit = async (page: Page): Promise<void> => {
      await page.goto(session.checkoutUrl);
      await page.locator('button.pay').click();
      await page.locator('#errors').waitFor();
    };
    expect(await inEveryVariation(visit)).toEqual([]);
  },
  90_000,
);

testInBrowser.each(PAGES)(
  '%s',
  async path => {
    expect(await inEveryVariation(page => page.goto(`${house.publicUrl}${path}`))).toEqual([]);
  },
  90_000,
);

testInBrowser(
  'an expired session',
  async () => {
    const session = await openCheckout(house);
    await advanceClock(house, 86_400);
    expect(await inEveryVariation(page => page.goto(session.checkoutUrl))).toEqual([]);
  },
  90_000,
);
