import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { personOf } from '../support/members.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';
import { launchBrowser, newVisitor, testInBrowser } from './browser.js';
import { WORDS, openCheckout, press, typeCard } from './checkout-pages.js';
import { memberAt, openTransaction, operate, rowOf, timeline } from './till-pages.js';

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

testInBrowser(
  'an accountant sees a payment come in, validates a part, closes the remittance and gives some back',
  async () => {
    const { page, complaints } = await memberAt(browser, house, 'ACCOUNTANT');
    await page.getByText('No transactions yet').waitFor();

    // A shopper pays, in a browser of their own, for an order with a name that is a trap.
    const orderId = '<img src=x onerror=alert(1)>';
    const order = await openCheckout(house, { orderId, capture: { plan: 'VALIDATION', days: 6 } });
    const shopper = await newVisitor(browser, { locale: 'en' });
    await shopper.page.goto(order.checkoutUrl);
    await typeCard(shopper.page, WORDS.en, sandboxCard());
    await press(shopper.page, WORDS.en);

    const row = rowOf(page, orderId);
    await row.getByText('To validate').waitFor();
    expect(await row.innerText()).toContain('€10.50');
    expect(await page.locator('img[src=x]').count()).toBe(0);

    await openTransaction(page, orderId);
    const before = await timeline(page);
    expect(before).toEqual(['Authorised, to be validated', 'The bank was asked for']);
    await operate(page, 'Validate', '11');
    await page.getByText('The amount must be above zero and at most €10.50').waitFor();
    await page.getByLabel(/^Amount in/).fill('8.00');
    await page.getByRole('button', { name: 'Validate €8.00' }).dblclick();
    await page.getByText('Validated: €8.00.').waitFor();
    // The bank confirms the release of the rest a little later, and the page grows by itself.
    await page.getByText('The bank confirmed the release of €2.50').waitFor();
    expect(await timeline(page)).toEqual(['The bank confirmed the release of', 'Validated', ...before]);
    expect(await page.locator('.timeline li').nth(1).innerText()).toContain(personOf(house.shop, 'ACCOUNTANT').email);
    expect(await page.locator('.legend').innerText()).toMatch(/To capture\s+€8.00\s+Cancelled\s+€2.50/);

    await page.getByRole('link', { name: 'Remittances' }).click();
    await house.ask('mutation { advanceTestClock(input: { bySeconds: 172800 }) { __typename } }');
    await page
      .getByRole('row', { name: /Remittance 1 EUR/ })
      .getByText('Acknowledged')
      .waitFor();
    await page.getByRole('link', { name: 'Remittance 1 EUR' }).click();
    await page.getByText('the two books agree').waitFor();
    const totals = await page.locator('.totals tbody tr').allInnerTexts();
    expect(totals.map(text => text.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'Ours €8.00 1 item €0.00 0 items',
      'The bank’s €8.00 1 item €0.00 0 items',
    ]);

    await page.locator('.rows').getByRole('link').click();
    await page.getByText('May still be refunded').waitFor();
    await operate(page, 'Refund', '3');
    await page.getByText('Refund asked for: €3.00.').waitFor();
    await page.locator('.timeline').getByText('Refund asked for').waitFor();
    expect(await page.locator('.sums').innerText()).toContain('€5.00');
    expect(complaints).toEqual([]);
  },
  90_000,
);

testInBrowser(
  'a viewer sees everything and is offered nothing',
  async () => {
    const session = await openSession(house, { orderId: 'seen-only', capture: { plan: 'VALIDATION', days: 2 } });
    await pay(house, session, sandboxCard());
    const { page, complaints } = await memberAt(browser, house, 'VIEWER');
    expect(await page.getByRole('navigation').first().getByRole('link').allInnerTexts()).toEqual([
      'Transactions',
      'Remittances',
    ]);
    await openTransaction(page, 'seen-only');
    expect(await page.locator('main button').count()).toBe(0);
    await page.goto(`${house.publicUrl}/till/work`);
    await page.getByText('Your profile may not see this.').waitFor();
    expect(complaints).toEqual([]);
  },
  90_000,
);

testInBrowser(
  'an operator refunds up to the ceiling, and is told where it is',
  async () => {
    const { deps } = house.server.app;
    await deps.sql.updateTable('shop').set({ operator_ceiling: 500n }).where('id', '=', house.shop.shopId).execute();
    const session = await openSession(house, { orderId: 'too-much', capture: { plan: 'VALIDATION', days: 2 } });
    await pay(house, session, sandboxCard());
    const { page } = await memberAt(browser, house, 'OPERATOR');
    await openTransaction(page, 'too-much');
    expect(await page.locator('.actions').getByRole('button', { name: 'Validate' }).count()).toBe(0);
    await operate(page, 'Cancel', null);
    expect(await page.getByRole('dialog').getByRole('alert').innerText()).toMatch(
      /above what your profile may give back.*5\.00/,
    );
  },
  90_000,
);
