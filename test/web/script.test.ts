import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { withProfile } from '../storm/clients/real-browser.js';
import { scanFolder } from '../storm/scan/scan.js';
import { startHouse, type House } from '../support/house.js';
import { sandboxCard } from '../support/shopping.js';
import { launchBrowser, newVisitor, type Visitor, testInBrowser } from './browser.js';
import { heading, openCheckout, press, typeCard, WORDS } from './checkout-pages.js';

let house: House;
let browser: Browser;
let visitor: Visitor;
let page: Page;
const words = WORDS.en;

const hintOf = async (label: string, value: string): Promise<string> => {
  const box = page.getByLabel(label);
  await box.fill(value);
  await box.blur();
  return page.locator(`#${await box.getAttribute('id')}-live`).innerText();
};

beforeAll(async () => {
  house = await startHouse({ web: true });
  browser = await launchBrowser();
}, 240_000);
beforeEach(async () => {
  visitor = await newVisitor(browser);
  page = visitor.page;
  await page.goto((await openCheckout(house)).checkoutUrl);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

testInBrowser('leaves gaps in the number as on the card, and the caret where it was', async () => {
  const box = page.getByLabel(words.number);
  await box.pressSequentially(sandboxCard());
  expect(await box.inputValue()).toBe('4000 1200 0000 0008');
  for (let times = 0; times < 10; times++) await box.press('ArrowLeft');
  await box.press('Backspace');
  expect(await box.inputValue()).toBe('4000 1200 0000 008');
  await box.pressSequentially('0');
  expect(await box.inputValue()).toBe('4000 1200 0000 0008');
  await box.fill(sandboxCard('00', { bin: '378282', serial: '0000' }));
  expect(await box.inputValue()).toBe('3782 820000 00008');
  await box.fill('4000x');
  expect(await box.inputValue()).toBe('4000x');
  expect(visitor.complaints).toEqual([]);
});

testInBrowser('writes the stroke of the expiry date, and lets it be erased', async () => {
  const box = page.getByLabel(words.expiry);
  await box.pressSequentially('1230');
  expect(await box.inputValue()).toBe('12/30');
  for (let times = 0; times < 4; times++) await box.press('Backspace');
  expect(await box.inputValue()).toBe('1');
  await box.fill('');
  await box.pressSequentially('3/30');
  expect(await box.inputValue()).toBe('3/30');
});

testInBrowser(
  'offers the brands of a co-badged card, hides the choice of all others, and says which card it is',
  async () => {
    const choice = page.getByRole('group', { name: 'Brand to pay with' });
    expect(await choice.count()).toBe(0);
    await page.getByLabel(words.number).fill(sandboxCard('00', { bin: '497010' }));
    await choice.waitFor();
    expect(await choice.getByRole('radio').count()).toBe(3);
    expect(await page.locator('#brand-live').innerText()).toBe('This card carries CB and Visa: you may choose.');
    await choice.getByLabel('Visa').check();
    await page.getByLabel(words.number).fill(sandboxCard());
    await choice.waitFor({ state: 'hidden' });
    expect(await page.locator('#brand-live').innerText()).toBe('Card recognised: Visa');
    expect(await page.locator('#brand input:checked').getAttribute('value')).toBe('');
    await page.getByLabel(words.number).fill('999999');
    await page.getByText('This shop does not take this card.').waitFor();
  },
);

testInBrowser('pays with the brand that was chosen', async () => {
  await page.getByLabel(words.number).fill(sandboxCard('00', { bin: '497010' }));
  await page.getByRole('group', { name: 'Brand to pay with' }).getByLabel('Visa').check();
  await page.getByLabel(words.expiry).fill('12/30');
  await page.getByLabel(words.securityCode).fill('123');
  await press(page, words);
  await page.getByText(words.paid).waitFor();
  expect(await page.locator('.ticket').innerText()).toContain('Visa 4970');
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(true);
});

testInBrowser('says beside a field what the server would say, once it is left', async () => {
  expect(await hintOf(words.number, '4000 1200 0000 0009')).toMatch(/one digit seems wrong/);
  expect(await hintOf(words.number, '4000')).toMatch(/12 to 19 digits/);
  expect(await hintOf(words.number, sandboxCard())).toBe('');
  expect(await hintOf(words.expiry, '13/30')).toMatch(/A month and a year/);
  expect(await hintOf(words.expiry, '01/20')).toMatch(/lies in the past/);
  expect(await hintOf(words.expiry, '12/30')).toBe('');
  expect(await hintOf(words.securityCode, '12')).toMatch(/3 digits/);
  expect(await hintOf(words.securityCode, '123')).toBe('');
});

testInBrowser('asks for more time in the last five minutes without losing what was typed', async () => {
  expect(await page.locator('#time').isVisible()).toBe(false);
  await page.goto((await openCheckout(house, { expiresInSeconds: 300 })).checkoutUrl);
  await page
    .getByText(/^Time left to pay: [45]:\d\d$/)
    .first()
    .waitFor();
  await typeCard(page, words, sandboxCard());
  await page.getByRole('button', { name: 'I need more time' }).click();
  await page.locator('#time').waitFor({ state: 'hidden' });
  expect(await page.getByLabel(words.number).inputValue()).toBe('4000 1200 0000 0008');
  await press(page, words);
  expect(await heading(page)).toBe(words.paid);
  expect(visitor.complaints).toEqual([]);
});

testInBrowser('sends a form once, and sets it free when the shopper comes back to it', async () => {
  await typeCard(page, words, sandboxCard());
  await page.route('**/pay/*', route => route.abort('aborted'));
  const failed = page.waitForEvent('requestfailed');
  const pressTwice = `
    let sent = 0;
    addEventListener('submit', event => { if (!event.defaultPrevented) sent++; });
    const button = document.querySelector('button.pay');
    button.click();
    button.click();
    [sent, button.getAttribute('aria-disabled')]`;
  expect(await page.evaluate(pressTwice)).toEqual([1, 'true']);
  await failed;
  // What the browser says when a page comes out of its memory.
  await page.evaluate('dispatchEvent(new Event("pageshow"))');
  const button = page.locator('button.pay');
  expect(await button.getAttribute('aria-disabled')).toBeNull();
  expect(await button.innerText()).toMatch(words.pay);
});

testInBrowser(
  'a browser writes neither number nor code to its disk, and is offered to complete them all the same',
  async () => {
    expect(await page.getByLabel(words.number).getAttribute('autocomplete')).toBe('cc-number');
    const profile = mkdtempSync(join(tmpdir(), 'guichet-profile-'));
    try {
      await withProfile(profile, async context => {
        const own = await context.newPage();
        await own.goto((await openCheckout(house)).checkoutUrl);
        await typeCard(own, words, sandboxCard());
        await own.goto('about:blank');
      });
      const folder = join(profile, 'Default', 'Sessions');
      const files = readdirSync(folder).map(name => readFileSync(join(folder, name)));
      const keeps = (field: string) => files.some(file => file.includes(Buffer.from(field, 'utf16le')));
      expect(['expiry', 'number', 'securityCode'].filter(keeps)).toEqual(['expiry']);
      const { found } = await scanFolder(profile, { markers: [{ number: sandboxCard() }] });
      expect(found).toEqual([]);
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  },
);

testInBrowser('speaks the language of the page, which the shopper chooses', async () => {
  await page.getByRole('link', { name: 'Français' }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  expect(new URL(page.url()).search).toBe('');
  await page.getByLabel(WORDS.fr.number).fill(sandboxCard());
  await page.getByText('Carte reconnue').waitFor();
});
