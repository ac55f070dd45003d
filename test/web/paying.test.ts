import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { sandboxCard } from '../support/shopping.js';
import { launchBrowser, newVisitor, type Visitor, testInBrowser } from './browser.js';
import { attemptsOf, heading, openCheckout, press, typeCard, WORDS } from './checkout-pages.js';

let house: House;
let browser: Browser;

const SHOPPERS = [
  ['en', true],
  ['en', false],
  ['fr', true],
  ['fr', false],
] as const;

/** No page ever wrote back what was typed, and the browser found nothing against the policy. */
const leave = async ({ context, pages, complaints }: Visitor, ...typed: string[]): Promise<void> => {
  await context.close();
  expect(pages.length).toBeGreaterThan(0);
  const all = pages.join('\n').replaceAll(/[\s.-]/g, '');
  for (const number of typed) expect(all).not.toContain(number);
  expect(complaints).toEqual([]);
};

beforeAll(async () => {
  house = await startHouse({ web: true });
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe.each(SHOPPERS)('in %s, with JavaScript: %p', (language, javaScriptEnabled) => {
  const words = WORDS[language];
  const visit = async (): Promise<Visitor> => newVisitor(browser, { javaScriptEnabled });

  testInBrowser('once, and gets a ticket', async () => {
    const session = await openCheckout(house, { locale: language });
    const visitor = await visit();
    const { page } = visitor;
    await page.goto(session.checkoutUrl);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    const card = sandboxCard('00', { bin: '497010' });
    await typeCard(page, words, card.replaceAll(/\d{4}(?=\d)/g, '$& '), '12/2030');
    await press(page, words);
    expect(await heading(page)).toBe(words.paid);
    const ticket = await page.locator('main').innerText();
    expect(ticket).toContain(session.orderId);
    expect(ticket).toMatch(/4970\s10\*\*\s\*{4}\s0006/);
    expect(ticket).toMatch(/10[.,]50/);
    expect(await page.getByRole('link', { name: /Maison Lumière/ }).getAttribute('href')).toContain('/demo/return');
    expect(await attemptsOf(house, session.id)).toEqual([{ status: 'TO_CAPTURE' }]);
    await leave(visitor, card);
  });

  testInBrowser('with another card after a decline', async () => {
    const session = await openCheckout(house, { locale: language });
    const visitor = await visit();
    const { page } = visitor;
    await page.goto(session.checkoutUrl);
    const [declined, good] = [sandboxCard('51'), sandboxCard('00')];
    await typeCard(page, words, declined);
    await press(page, words);
    const outcome = await page.locator('#outcome').innerText();
    expect(outcome).toMatch(language === 'en' ? /No money was taken/ : /Aucun montant n’a été débité/);
    expect(outcome).toMatch(language === 'en' ? /You can try 2 more times/ : /encore essayer 2\sfois/);
    await typeCard(page, words, good);
    await press(page, words);
    expect(await heading(page)).toBe(words.paid);
    await leave(visitor, declined, good);
  });

  testInBrowser('with the same card, without typing its number again', async () => {
    const session = await openCheckout(house, { locale: language });
    const visitor = await visit();
    const { page } = visitor;
    await page.goto(session.checkoutUrl);
    const card = sandboxCard('82');
    await typeCard(page, words, card);
    await press(page, words);
    const form = page.locator('#same-card-form');
    expect(await form.innerText()).toMatch(/4000\s12\*\*\s\*{4}\s0826/);
    await form.getByLabel(words.securityCode).fill('321');
    await form.getByRole('button').click();
    // The sandbox says the same of this card whatever its code; but it was asked again.
    await page.getByText(language === 'en' ? 'one more time' : 'encore essayer une fois').waitFor();
    expect(await attemptsOf(house, session.id)).toHaveLength(2);
    await leave(visitor, card);
  });
});
