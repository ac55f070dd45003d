import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { launchBrowser, newVisitor, testInBrowser, type Visitor } from './browser.js';
import { CHALLENGE, answerBank, bankPage, leaveBank, payEnrolled, untilTitle } from './challenge-pages.js';
import { WORDS, attemptsOf } from './checkout-pages.js';
import { sandboxCard } from '../support/shopping.js';

let house: House;
let browser: Browser;

const SHOPPERS = [
  ['en', true],
  ['fr', false],
] as const;

beforeAll(async () => {
  house = await startHouse({ web: true, threeds: true });
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe.each(SHOPPERS)('in %s, with JavaScript: %p', (language, script) => {
  const words = CHALLENGE[language];
  const visit = (): Promise<Visitor> => newVisitor(browser, { javaScriptEnabled: script, locale: language });

  testInBrowser('the right code pays', async () => {
    const visitor = await visit();
    const session = await payEnrolled(house, visitor, '02', language);
    const bank = await bankPage(visitor, language, script);
    await answerBank(bank, language, '1234');
    await leaveBank(bank, language, script);
    await untilTitle(visitor.page, WORDS[language].paid);
    expect(await visitor.page.locator('.ticket').innerText()).toMatch(/3-D Secure\)\s*(Yes|Oui)/);
    expect(await attemptsOf(house, session.id)).toEqual([{ status: 'TO_CAPTURE' }]);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  testInBrowser('three wrong codes take no money, and another card may be tried', async () => {
    const visitor = await visit();
    const { page } = visitor;
    const session = await payEnrolled(house, visitor, '02', language);
    const bank = await bankPage(visitor, language, script);
    for (const code of ['1', '2', '3']) await answerBank(bank, language, code);
    await leaveBank(bank, language, script);
    const outcome = page.locator('#outcome');
    await outcome.getByText(words.noMoney).waitFor();
    expect(await outcome.innerText()).toMatch(language === 'en' ? /could not confirm it is you/ : /pas pu confirmer/);
    expect(await outcome.innerText()).toMatch(language === 'en' ? /try 2 more times/ : /essayer 2\sfois/);
    await otherCardIn(visitor, language);
    await untilTitle(page, WORDS[language].paid);
    expect((await attemptsOf(house, session.id)).map(({ status }) => status).toSorted()).toEqual([
      'REFUSED',
      'TO_CAPTURE',
    ]);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  testInBrowser('cancelling at the bank takes no money', async () => {
    const visitor = await visit();
    await payEnrolled(house, visitor, '02', language);
    const bank = await bankPage(visitor, language, script);
    await bank.getByRole('button', { name: words.cancel, exact: true }).click();
    await leaveBank(bank, language, script);
    const outcome = visitor.page.locator('#outcome');
    await outcome.getByText(words.noMoney).waitFor();
    expect(await outcome.innerText()).toMatch(language === 'en' ? /You stopped the check/ : /interrompu/);
    await visitor.context.close();
  });

  testInBrowser('another card may be used instead', async () => {
    const visitor = await visit();
    const { page } = visitor;
    const session = await payEnrolled(house, visitor, '02', language);
    await untilTitle(page, words.title);
    await page.getByRole('button', { name: words.otherCard }).click();
    await page.locator('#outcome').getByText(words.noMoney).waitFor();
    await otherCardIn(visitor, language);
    await untilTitle(page, WORDS[language].paid);
    expect(await attemptsOf(house, session.id)).toHaveLength(2);
    await visitor.context.close();
  });

  testInBrowser('the bank’s no is told, and the bank need not ask for it', async () => {
    const visitor = await visit();
    await payEnrolled(house, visitor, '04', language);
    await visitor.page.locator('#outcome').getByText(words.noMoney).waitFor();
    await visitor.context.close();
  });

  testInBrowser('a bank that is sure asks nothing', async () => {
    const visitor = await visit();
    await payEnrolled(house, visitor, '01', language);
    await untilTitle(visitor.page, WORDS[language].paid);
    await visitor.context.close();
  });
});

async function otherCardIn({ page }: Visitor, language: 'en' | 'fr'): Promise<void> {
  const folded = page.locator('.other-card summary');
  if (await folded.count()) await folded.click();
  const form = page.locator('#card-form');
  await form.getByLabel(WORDS[language].number).fill(sandboxCard());
  await form.getByLabel(WORDS[language].expiry).fill('12/30');
  await form.getByLabel(WORDS[language].securityCode).fill('123');
  await form.getByRole('button', { name: WORDS[language].pay }).click();
}
