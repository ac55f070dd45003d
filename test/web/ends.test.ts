import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { sandboxCard, until } from '../support/shopping.js';
import { launchBrowser, newVisitor, testInBrowser } from './browser.js';
import {
  advanceClock,
  attemptsOf,
  heading,
  openCheckout,
  orderFault,
  press,
  sendForm,
  type Opened,
  typeCard,
  WORDS,
} from './checkout-pages.js';

let house: House;
let browser: Browser;
const words = WORDS.en;

const cookieOf = ({ id, token }: Opened): Record<string, string> => ({ cookie: `pay-${id}=${token}` });

async function open(javaScriptEnabled: boolean, url: string): Promise<Page> {
  const { page } = await newVisitor(browser, { javaScriptEnabled });
  await page.goto(url);
  return page;
}

beforeAll(async () => {
  house = await startHouse({ web: true, acquirerTimeout_ms: 3_000 });
  browser = await launchBrowser();
}, 240_000);
afterEach(() => orderFault(house, {}));
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

testInBrowser('cancelled: nothing is paid, and the way leads back to the shop', async () => {
  const session = await openCheckout(house);
  const page = await open(false, session.checkoutUrl);
  await page.getByRole('button', { name: words.cancel }).click();
  expect(await heading(page)).toBe('The payment was cancelled');
  expect(await page.getByRole('link', { name: /Return to/ }).getAttribute('href')).toContain('cancelled=1');
  await page.reload();
  expect(await heading(page)).toBe('The payment was cancelled');
  expect(await attemptsOf(house, session.id)).toEqual([]);
});

testInBrowser('three declines: the last one is told, and no form is left', async () => {
  const session = await openCheckout(house);
  const page = await open(false, session.checkoutUrl);
  for (const code of ['51', '05', '91']) {
    await typeCard(page, words, sandboxCard(code));
    await press(page, words);
  }
  expect(await heading(page)).toBe('Your bank cannot be reached');
  expect(await page.locator('main').innerText()).toMatch(/No try is left/);
  expect(await page.locator('form').count()).toBe(0);
});

testInBrowser('paid, then Back, reload, a second tab and the old form again: one payment', async () => {
  const session = await openCheckout(house);
  const page = await open(true, session.checkoutUrl);
  const second = await page.context().newPage();
  await second.goto(`${house.publicUrl}/pay/${session.id}`);
  await typeCard(page, words, sandboxCard());
  await press(page, words);
  expect(await heading(page)).toBe(words.paid);
  await page.goBack();
  await page.reload();
  expect(await heading(page)).toBe(words.paid);
  // The second tab still shows the form; sending it tells what has become of the order.
  await typeCard(second, words, sandboxCard());
  await press(second, words);
  expect(await heading(second)).toBe(words.paid);
  expect(await attemptsOf(house, session.id)).toHaveLength(1);
});

testInBrowser('a double click is one payment, without a script too', async () => {
  const session = await openCheckout(house);
  const page = await open(false, session.checkoutUrl);
  await typeCard(page, words, sandboxCard());
  await page.getByRole('button', { name: words.pay }).dblclick();
  await until(
    () => heading(page).catch(() => ''),
    seen => seen === words.paid,
  );
  expect(await attemptsOf(house, session.id)).toHaveLength(1);
});

testInBrowser('one form sent ten times at once is one payment', async () => {
  const session = await openCheckout(house);
  const fields = {
    action: 'pay',
    idempotencyKey: 'one-and-the-same',
    number: sandboxCard(),
    expiry: '12/30',
    securityCode: '123',
  };
  const answers = await Promise.all(Array.from({ length: 10 }, () => sendForm(house, session, fields)));
  expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([303]));
  expect(new Set(answers.map(answer => answer.headers.get('location')))).toEqual(new Set([`/pay/${session.id}`]));
  expect(await attemptsOf(house, session.id)).toHaveLength(1);
});

testInBrowser(
  'no answer: the shopper is told not to pay again, and later that nothing was taken',
  async () => {
    const session = await openCheckout(house);
    const page = await open(false, session.checkoutUrl);
    // The authorisation and the first reversal stay unanswered.
    await orderFault(house, { kind: 'DROP_ANSWER', count: 2 });
    await typeCard(page, words, sandboxCard());
    const shown = page.waitForResponse(
      response => response.url() === `${house.publicUrl}/pay/${session.id}` && response.status() === 200,
    );
    await press(page, words);
    expect((await shown).headers()['refresh']).toBe('5');
    expect(await heading(page)).toBe('We are still asking your bank');
    expect(await page.locator('main').innerText()).toMatch(/do not pay again.*\n+.*Reference for the shop: \S+/s);
    expect(await page.locator('form').count()).toBe(0);
    // The page asks again by itself, without a script.
    await page.getByText('you can pay again').waitFor({ timeout: 30_000 });
    expect(await page.getByRole('button', { name: words.pay }).count()).toBe(1);
  },
  90_000,
);

testInBrowser('while the bank is being asked, a second device sees that, and then the ticket', async () => {
  const session = await openCheckout(house);
  const page = await open(false, session.checkoutUrl);
  await orderFault(house, { kind: 'DELAY', count: 1, delayMs: 2_000 });
  await typeCard(page, words, sandboxCard());
  const paid = press(page, words);
  // Asked by another device, by hand: it need not wait for a window to open.
  const seen = await until(
    async () => (await fetch(`${house.publicUrl}/pay/${session.id}`, { headers: cookieOf(session) })).text(),
    text => !text.includes('id="card-form"'),
  );
  expect(seen).toContain('We are asking your bank');
  await paid;
  await page.getByText(words.paid).waitFor();
});

testInBrowser('more time, then expired: the page says so, and an old form changes nothing', async () => {
  const session = await openCheckout(house, { expiresInSeconds: 300 });
  const page = await open(false, session.checkoutUrl);
  expect(await page.locator('#time').innerText()).toMatch(/stays open for less than|stays open for \d more/);
  await page.getByRole('button', { name: 'I need more time' }).click();
  expect(Number(await page.locator('#time').getAttribute('data-seconds-left'))).toBeGreaterThan(300);
  await advanceClock(house, 86_400);
  await typeCard(page, words, sandboxCard());
  await press(page, words);
  expect(await heading(page)).toBe('This payment page has expired');
  expect(await attemptsOf(house, session.id)).toEqual([]);
});
