/**
 * The ways that a check by the card's bank takes besides the straight one: reloads, a second device, the whole page, a
 * bank that is late, a bank that looks at the browser first.
 */
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { launchBrowser, newVisitor, testInBrowser, type Visitor } from './browser.js';
import { CHALLENGE, answerBank, bankPage, payEnrolled, untilTitle } from './challenge-pages.js';
import { WORDS, attemptsOf, heading } from './checkout-pages.js';

let house: House;
let browser: Browser;
const words = CHALLENGE.en;
const { paid } = WORDS.en;

const visit = (javaScriptEnabled = true): Promise<Visitor> => newVisitor(browser, { javaScriptEnabled, locale: 'en' });

beforeAll(async () => {
  house = await startHouse({ web: true, threeds: true });
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

testInBrowser('a reload and the way back show the bank’s page again, and a try is neither lost nor won', async () => {
  const visitor = await visit();
  const { page } = visitor;
  const session = await payEnrolled(house, visitor, '02');
  await answerBank(await bankPage(visitor, 'en', true), 'en', '9');
  await page.frameLocator('#bank-frame').getByText('2 tries are left').waitFor();
  await page.reload();
  const bank = await bankPage(visitor, 'en', true);
  await bank.getByText('2 tries are left').waitFor();
  await page.goto('about:blank');
  await page.goto(`${house.publicUrl}/pay/${session.id}`);
  await answerBank(await bankPage(visitor, 'en', true), 'en', '1234');
  await untilTitle(page, paid);
  await page.goBack();
  await page.goto(`${house.publicUrl}/pay/${session.id}`);
  expect(await heading(page)).toBe(paid);
  expect(await attemptsOf(house, session.id)).toEqual([{ status: 'TO_CAPTURE' }]);
  expect(visitor.complaints).toEqual([]);
});

testInBrowser('of two devices either may answer the bank, and both show the ticket', async () => {
  const [one, other] = [await visit(), await visit()];
  const session = await payEnrolled(house, one, '02');
  await bankPage(one, 'en', true);
  await other.page.goto(session.checkoutUrl);
  await answerBank(await bankPage(other, 'en', true), 'en', '1234');
  await untilTitle(other.page, paid);
  // The first device was left alone: its page looks by itself.
  await untilTitle(one.page, paid);
  expect([...one.complaints, ...other.complaints]).toEqual([]);
});

testInBrowser('who gives up on one device is told so on the other', async () => {
  const [one, other] = [await visit(), await visit(false)];
  const session = await payEnrolled(house, one, '02');
  await bankPage(one, 'en', true);
  await other.page.goto(session.checkoutUrl);
  await other.page.getByRole('button', { name: WORDS.en.cancel }).click();
  await untilTitle(other.page, 'The payment was cancelled');
  await untilTitle(one.page, 'The payment was cancelled');
});

testInBrowser('the bank’s page opens in the whole window for whoever wants it so', async () => {
  const visitor = await visit();
  const { page } = visitor;
  await payEnrolled(house, visitor, '02');
  await bankPage(visitor, 'en', true);
  await page.getByRole('button', { name: words.fullPage }).click();
  await untilTitle(page, 'Confirm your payment');
  expect(new URL(page.url()).hostname).toBe('localhost');
  await answerBank(page, 'en', '1234');
  await untilTitle(page, paid);
  expect(visitor.complaints).toEqual([]);
});

testInBrowser.each([true, false])(
  'while the bank’s word is late the page waits for it, and leads there again (JavaScript: %p)',
  async script => {
    const visitor = await visit(script);
    const { page } = visitor;
    await payEnrolled(house, visitor, '15');
    const bank = await bankPage(visitor, 'en', script);
    await answerBank(bank, 'en', '1234');
    if (!script) await bank.getByRole('button', { name: 'Continue' }).click();
    await untilTitle(page, words.awaiting);
    expect(await page.getByRole('link', { name: words.go }).getAttribute('href')).toMatch(/^\/pay\/ps_\w+$/);
    expect(await page.locator('iframe').count()).toBe(0);
    await untilTitle(page, paid);
    expect(visitor.complaints).toEqual([]);
  },
);

testInBrowser.each([
  ['09', 'could not confirm it is you'],
  ['16', paid],
])('what the browser brings back proves nothing (behaviour %s)', async (threeds, end) => {
  const visitor = await visit();
  await payEnrolled(house, visitor, threeds);
  await answerBank(await bankPage(visitor, 'en', true), 'en', '1234');
  await visitor.page.getByRole('heading', { level: 1, name: end }).waitFor();
});

testInBrowser('a bank that looks at the browser first is shown it, and then asks nothing', async () => {
  const visitor = await visit();
  await payEnrolled(house, visitor, '11');
  await untilTitle(visitor.page, paid);
  expect(visitor.complaints).toEqual([]);
});

testInBrowser('without a script that bank cannot look, and asks instead', async () => {
  const visitor = await visit(false);
  await payEnrolled(house, visitor, '11');
  const bank = await bankPage(visitor, 'en', false);
  await answerBank(bank, 'en', '1234');
  await bank.getByRole('button', { name: 'Continue' }).click();
  await untilTitle(visitor.page, paid);
});

testInBrowser('when no try is left the last no is told, and no form is shown', async () => {
  const visitor = await visit();
  const { page } = visitor;
  await payEnrolled(house, visitor, '04');
  for (const left of ['2 more times', 'one more time']) {
    await page.locator('#outcome').getByText(left).waitFor();
    const form = page.locator('#same-card-form');
    await form.getByLabel(WORDS.en.securityCode).fill('123');
    await form.getByRole('button').click();
  }
  await page.getByText('No try is left for order').waitFor();
  expect(await heading(page)).toBe('Your bank could not confirm it is you');
  expect(await page.locator('form').count()).toBe(0);
});
