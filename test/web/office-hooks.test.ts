import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { personOf } from '../support/members.js';
import { answering, Receiver, verified } from '../support/receiver.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';
import { launchBrowser, testInBrowser } from './browser.js';
import { memberAt } from './till-pages.js';

let house: House;
let browser: Browser;
let receiver: Receiver;

beforeAll(async () => {
  house = await startHouse({ web: true });
  browser = await launchBrowser();
  receiver = await Receiver.start(answering(500, {}, 'out of <b>order</b>'));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await receiver?.close();
  await house?.close();
});

const goTo = (page: Page, screen: string) => page.getByRole('navigation').getByRole('link', { name: screen }).click();

testInBrowser(
  'a server that does not take a message is seen to, and gets it again once it works',
  async () => {
    const { page, complaints } = await memberAt(browser, house, 'ACCOUNTANT');
    await goTo(page, 'Notifications');
    await page.getByText('Nobody is told anything yet').waitFor();
    await page.getByRole('button', { name: 'Add an endpoint' }).click();
    await page.getByLabel('Address').fill('http://10.0.0.1/told');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByText('This address is not accepted').waitFor();
    await page.getByLabel('Address').fill(receiver.url);
    await page.getByLabel('What you call it').fill('Web shop');
    for (const type of ['transaction.updated', 'refund.updated', 'remittance.updated'])
      await page.getByLabel(type).uncheck();
    await page.getByRole('button', { name: 'Add it' }).click();
    const secret = await page.locator('.secret input').inputValue();
    await page.getByRole('button', { name: 'I have kept it' }).click();

    const session = await openSession(house, { orderId: 'order <i>7</i>' });
    await pay(house, session, sandboxCard());
    // It comes by itself, with what the server said.
    const delivery = page.locator('.deliveries li').filter({ hasText: 'Order paid order <i>7</i>' });
    await delivery.getByText('Waiting').waitFor();
    await delivery.getByRole('button', { name: /attempt/ }).click();
    await delivery.getByText('out of <b>order</b>').first().waitFor();
    expect(await delivery.getByRole('row').nth(1).innerText()).toMatch(/500\s+not taken/);

    receiver.behave(answering(200, {}, 'thanks'));
    await delivery.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('is being sent again').waitFor();
    await delivery.getByText('Delivered').waitFor();
    await delivery.getByText('thanks').waitFor();
    const last = receiver.received.at(-1);
    expect(last && verified(last, secret)).toMatchObject({ type: 'session.paid' });

    await page.getByRole('button', { name: 'Change secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Change secret' }).click();
    await page.getByText('signs beside it for another 24 hours').waitFor();
    expect(await page.locator('.secret input').inputValue()).not.toBe(secret);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await page.getByText('Web shop is told nothing more').waitFor();
    expect(await delivery.getByRole('button', { name: 'Send again' }).count()).toBe(0);

    await delivery.getByRole('link').click();
    await page.getByRole('heading', { name: 'Notifications sent for it' }).waitFor();
    expect(await page.locator('.deliveries li').count()).toBe(1);
    expect(complaints).toEqual([]);
  },
  90_000,
);

testInBrowser(
  'the clock is moved past the cut-off, which closes the remittance; the log says who moved it',
  async () => {
    const { page, complaints } = await memberAt(browser, house, 'ACCOUNTANT');
    await goTo(page, 'Test clock');
    await page.getByLabel('Or by').fill('0');
    await page.getByRole('button', { name: 'Move …' }).click();
    await page.getByText('Type a whole number above zero').waitFor();
    await page.getByRole('button', { name: /^To the next cut-off/ }).click();
    await page.getByText('There is no way back').waitFor();
    await page.getByRole('button', { name: 'Move it forward' }).click();
    await page.getByText(/^The clock now shows .* 22:00:\d\d\.$/).waitFor();
    // The clock on the page follows as soon as the shop was asked again.
    const clock = page.locator('.shown').filter({ hasText: /22:00:\d\d$/ });
    await clock.waitFor();
    const today = (await clock.innerText()).slice(0, 8);
    await page
      .getByRole('button', { name: /^To the next cut-off/ })
      .filter({ hasNotText: today })
      .waitFor();

    await goTo(page, 'Audit log');
    const lines = page.locator('.audit tbody tr');
    await lines
      .filter({ hasText: 'Remittance closed – Remittance 1' })
      .filter({ hasText: 'the till itself' })
      .waitFor();
    const { email } = personOf(house.shop, 'ACCOUNTANT');
    await lines.filter({ hasText: 'Test clock moved forward' }).filter({ hasText: email }).waitFor();
    await lines.filter({ hasText: 'A message was sent again' }).filter({ hasText: email }).waitFor();
    expect(await lines.filter({ hasText: 'the shopper' }).count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  },
  90_000,
);

testInBrowser(
  'nobody but accountants is led to, or let into, administration',
  async () => {
    const { page } = await memberAt(browser, house, 'VIEWER');
    for (const screen of ['notifications', 'members', 'keys', 'audit', 'clock']) {
      expect(await page.locator(`nav a[href='/till/${screen}']`).count()).toBe(0);
      await page.goto(`${house.publicUrl}/till/${screen}`);
      await page.getByText('Your profile may not see this').waitFor();
    }
  },
  90_000,
);
