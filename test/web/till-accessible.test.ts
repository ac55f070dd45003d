import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { personOf, signIn } from '../support/members.js';
import { openSession, pay, sandboxCard, until } from '../support/shopping.js';
import { advanceClock, operate, seeTransaction } from '../support/till.js';
import { faultsIn, openTabs, type Tab } from './axe.js';
import { launchBrowser, testInBrowser } from './browser.js';
import { typeSignIn } from './till-pages.js';

let house: House;
let browser: Browser;
let tabs: Tab[];
let transactionId: string;
let remittanceId: string;

/** One transaction in most of the states that look different, a remittance that is closed, and a report. */
async function fill(): Promise<void> {
  const wishes = { capture: { plan: 'VALIDATION', days: 6 } };
  const validated = await openSession(house, { ...wishes, orderId: 'validated' });
  await pay(house, validated, sandboxCard());
  transactionId = (await seeTransaction(house, validated)).id;
  await operate(house, 'validateTransaction', transactionId, 800);
  await advanceClock(house, 2 * 86_400);
  await until(
    () => seeTransaction(house, validated),
    ({ status }) => status === 'CAPTURED',
  );
  await house.ask(
    `mutation ($id: ID!) { refundTransaction(input: { idempotencyKey: "r", transactionId: $id, amount: 300, reason: "Broken" }) { __typename } }`,
    { id: transactionId },
  );
  const { data } = await house.ask<{ remittances: { nodes: { id: string; status: string }[] } }>(
    '{ remittances { nodes { id status } } }',
  );
  remittanceId = data.remittances.nodes.find(({ status }) => status !== 'OPEN')?.id ?? '';
  await pay(house, await openSession(house, wishes), sandboxCard());
  await pay(house, await openSession(house), sandboxCard('51'));
}

beforeAll(async () => {
  house = await startHouse({ web: true });
  browser = await launchBrowser();
  tabs = await openTabs(browser, house.publicUrl);
  await fill();
  for (const { page } of tabs) {
    await page.goto(`${house.publicUrl}/till/sign-in`);
    await typeSignIn(page, personOf(house.shop, 'ACCOUNTANT'));
    await page.locator('.rows tbody tr').first().waitFor();
  }
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const at = (path: () => string, ready: string, then?: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await page.goto(`${house.publicUrl}${path()}`);
  await page.locator(ready).first().waitFor();
  await page.locator('.line.live').waitFor();
  await then?.(page);
};

const SCREENS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the list': at(() => '/till/transactions', '.rows a'),
  'the list, choosing a status': at(
    () => '/till/transactions',
    '.rows a',
    page => page.locator('.pick summary').first().click(),
  ),
  'an empty list': at(() => '/till/transactions?q=nothing-like-it', '.empty'),
  'a transaction': at(
    () => `/till/transactions/${transactionId}`,
    '.timeline li',
    page => page.locator('.messages summary').click(),
  ),
  'a refund being asked for': at(
    () => `/till/transactions/${transactionId}`,
    '.actions button',
    async page => {
      await page.locator('.actions button').first().click();
      await page.locator('input[name=much]').nth(1).check();
      await page.locator('#part-amount').fill('99');
      await page.locator('dialog button[type=submit]').click();
      await page.locator('#part-error').waitFor();
    },
  ),
  'no such transaction': at(() => '/till/transactions/txn_nobody', '.empty'),
  remittances: at(() => '/till/remittances', '.open-remittance'),
  'a remittance': at(() => `/till/remittances/${remittanceId}`, '.totals'),
  'the work list': at(() => '/till/work', '.empty'),
  reports: at(() => '/till/reports', '.report iframe'),
  'the account': at(() => '/till/account', 'form'),
};

testInBrowser.each(Object.keys(SCREENS))(
  '%s',
  async name => {
    expect(await faultsIn(tabs, page => SCREENS[name]?.(page) ?? Promise.resolve())).toEqual([]);
  },
  90_000,
);

testInBrowser(
  'the pages before the till',
  async () => {
    const { data } = await (
      await signIn(house, 'ACCOUNTANT')
    ).ask<{ inviteMember: { invitationUrl: string } }>(
      `mutation { inviteMember(input: { email: "axe@shop.example", profile: VIEWER }) { ... on Member { invitationUrl } } }`,
    );
    const pages = [
      '/till/sign-in?because=ended',
      '/invitation/inv_nobody',
      new URL(data.inviteMember.invitationUrl).pathname,
    ];
    for (const path of pages) expect(await faultsIn(tabs, page => page.goto(`${house.publicUrl}${path}`))).toEqual([]);
    const wrong = async (page: Page): Promise<void> => {
      await page.goto(`${house.publicUrl}/till/sign-in`);
      await typeSignIn(page, { email: 'nobody@shop.example', password: 'x' });
      await page.getByRole('alert').waitFor();
    };
    expect(await faultsIn(tabs, wrong)).toEqual([]);
  },
  90_000,
);
