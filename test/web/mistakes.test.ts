import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { sandboxCard } from '../support/shopping.js';
import { launchBrowser, newVisitor, testInBrowser } from './browser.js';
import { heading, openCheckout, press, sendForm, typeCard, WORDS } from './checkout-pages.js';

let house: House;
let browser: Browser;
const words = WORDS.en;
const good = (): Record<string, string> => ({
  action: 'pay',
  idempotencyKey: 'k1',
  number: sandboxCard(),
  expiry: '12/30',
  securityCode: '123',
});

beforeAll(async () => {
  house = await startHouse({ web: true });
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

testInBrowser.each([
  ['a digit wrong', { number: sandboxCard().replace(/.$/, '7') }, 'number', /it is not that of a card/],
  ['a word', { number: 'my card' }, 'number', /it is not that of a card/],
  ['nobody’s card', { number: `999999${'0'.repeat(9)}` }, 'number', /not that of a card|does not take/],
  ['one for 3-D Secure', { number: sandboxCard('00', { bin: '411111', threeds: '02' }) }, 'number', /3-D Secure/],
  ['nothing', { number: '' }, 'number', /Enter the card number/],
  ['a brand not on the card', { brand: 'AMEX' }, 'brand', /Choose a brand/],
  ['no month', { expiry: '13/30' }, 'expiry', /month and year/],
  ['long past', { expiry: '01/20' }, 'expiry', /lies in the past/],
  ['four digits', { securityCode: '1234' }, 'securityCode', /Check the security code/],
  ['letters', { securityCode: '<script>' }, 'securityCode', /Check the security code/],
])('%s: the error stands beside the field, and nothing secret comes back', async (_, changes, field, message) => {
  const session = await openCheckout(house);
  const sent = { ...good(), ...changes };
  const answer = await sendForm(house, session, sent);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(/<title[^>]*>([^<]*)/.exec(page)?.[1]).toMatch(/^Error: /);
  expect(new RegExp(`id="${field}-error">([^<]*)`).exec(page)?.[1]).toMatch(message);
  expect(new RegExp(`id="${field}"[^>]*aria-describedby="[^"]*${field}-error`).test(page)).toBe(true);
  expect(page).toContain(`href="#${field}"`);
  for (const secret of ['number', 'securityCode'])
    expect(new RegExp(`name="${secret}" value=""`).test(page)).toBe(true);
  expect(page.replaceAll(/[\s.-]/g, '')).not.toContain(sandboxCard().slice(0, 15));
});

testInBrowser(
  'all empty fields are named at once; what is not secret is kept; the focus is on the summary',
  async () => {
    const session = await openCheckout(house);
    const { page } = await newVisitor(browser, { javaScriptEnabled: false });
    await page.goto(session.checkoutUrl);
    await typeCard(page, words, '', '3/2030', '');
    await page.getByLabel('Name on the card').fill('Ada "L" <i>');
    await press(page, words);
    expect(await page.locator('#errors li').allInnerTexts()).toEqual([
      'Enter the card number',
      'Enter the security code of the card',
    ]);
    expect(await page.locator('#errors:focus').count()).toBe(1);
    expect(await page.getByLabel(words.expiry).inputValue()).toBe('03/30');
    expect(await page.getByLabel('Name on the card').inputValue()).toBe('Ada "L" <i>');
    expect(new URL(page.url()).pathname).toBe(`/pay/${session.id}`);
    await typeCard(page, words, sandboxCard());
    await press(page, words);
    expect(await heading(page)).toBe(words.paid);
  },
);

testInBrowser.each([
  ['from another site', good(), { 'sec-fetch-site': 'cross-site' }, 403],
  ['without a word on where it comes from', good(), { 'sec-fetch-site': '', origin: 'https://evil.example' }, 403],
  ['as JSON', '{"action":"pay"}', { 'content-type': 'application/json' }, 415],
  ['too large', `action=pay&x=${'x'.repeat(20_000)}`, {}, 413],
  ['with a field twice', 'action=pay&action=cancel&idempotencyKey=k', {}, 400],
  ['without a key', 'action=cancel', {}, 400],
  ['with an action nobody knows', 'action=steal&idempotencyKey=k', {}, 400],
])('a form %s does nothing', async (_, fields, changes, status) => {
  const session = await openCheckout(house);
  const answer = await sendForm(house, session, fields, changes);
  expect(answer.status).toBe(status);
  expect(await answer.text()).not.toMatch(/stack|Error:|at \w+ \(/);
  expect(await (await sendForm(house, session, { ...good(), number: '' })).text()).toContain('id="card-form"');
});

testInBrowser(
  'whoever has another session’s token, none, or half of one sees the same page, which tells nothing',
  async () => {
    const [mine, other] = [await openCheckout(house), await openCheckout(house)];
    const get = async (cookie: string, query = ''): Promise<[number, string]> => {
      const url = `${house.publicUrl}/pay/${mine.id}${query}`;
      const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' });
      expect(answer.headers.get('set-cookie')).toBeNull();
      return [answer.status, (await answer.text()).replaceAll(/nonce="[^"]*"/g, '')];
    };
    const nothing = await get('');
    expect(nothing[0]).toBe(404);
    expect(nothing[1]).not.toMatch(/Maison|web-|10[.,]50/);
    expect(await get(`pay-${mine.id}=${other.token}`)).toEqual(nothing);
    expect(await get('', `?k=${other.token}`)).toEqual(nothing);
    expect(await get('', `?k=${mine.token.slice(0, -2)}`)).toEqual(nothing);
    expect(await get(`pay-${mine.id}=${mine.token.slice(0, -1)}~`)).toEqual(nothing);
    expect((await get(`pay-${mine.id}=${mine.token}`))[0]).toBe(200);
    const paid = await sendForm(house, mine, good(), { cookie: `pay-${mine.id}=${other.token}` });
    expect(paid.status).toBe(404);
  },
);

testInBrowser('the token leaves the address at once, for a cookie that no script can read', async () => {
  const session = await openCheckout(house);
  const answer = await fetch(session.checkoutUrl, { redirect: 'manual' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(`/pay/${session.id}`);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('set-cookie')).toBe(`pay-${session.id}=${session.token}; Path=/; HttpOnly; SameSite=Lax`);
  expect(await answer.text()).not.toContain(session.token);
});

testInBrowser('what a shop calls its goods is text on the page', async () => {
  const session = await openCheckout(house, {
    lines: [{ label: '<img src=x onerror=alert(1)>', quantity: 1, amount: 1050 }],
  });
  const visitor = await newVisitor(browser);
  await visitor.page.goto(session.checkoutUrl);
  expect(await visitor.page.getByText('<img src=x onerror=alert(1)>').count()).toBe(1);
  expect(visitor.complaints).toEqual([]);
});
