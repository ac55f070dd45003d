import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ownPath } from '../../web/till/own-path.ts';
import { startHouse, type House } from '../support/house.js';
import { personOf, signIn } from '../support/members.js';
import { launchBrowser, newVisitor, testInBrowser } from './browser.js';
import { HOME, memberAt, typeSignIn } from './till-pages.js';

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

test.each([
  ['/till/work?x=1', '/till/work?x=1'],
  ['//evil.example/till/', '/till/transactions'],
  ['/\\evil.example/till/', '/till/transactions'],
  ['https://evil.example/till/work', '/till/transactions'],
  ['javascript:alert(1)', '/till/transactions'],
  ['/till/../pay/x', '/till/transactions'],
  ['/till/sign-in?next=/till/sign-in', '/till/transactions'],
  ['/tillx', '/till/transactions'],
  ['', '/till/transactions'],
])('after signing in, %s leads to %s', (asked, led) => {
  expect(ownPath(asked)).toBe(led);
});

testInBrowser(
  'signing in needs no script; wrong and unknown look alike; and it leads to where one wanted to go',
  async () => {
    const { page, complaints } = await newVisitor(browser, { javaScriptEnabled: false, locale: 'fr' });
    await page.goto(`${house.publicUrl}/till/remittances`);
    expect(new URL(page.url()).pathname).toBe('/till/sign-in');
    const { email, password } = personOf(house.shop, 'OPERATOR');
    const texts: string[] = [];
    for (const wrong of [
      { email, password: 'not-this-one-at-all' },
      { email: 'nobody@shop.example', password },
    ]) {
      await typeSignIn(page, wrong);
      texts.push(await page.getByRole('alert').innerText());
    }
    expect(texts[0]).toMatch(/n’ouvrent pas la caisse/);
    expect(texts[1]).toBe(texts[0]);
    await typeSignIn(page, { email, password });
    expect(new URL(page.url()).pathname).toBe('/till/remittances');
    expect(await page.content()).not.toContain(password);
    expect(complaints).toEqual([]);
  },
  90_000,
);

testInBrowser(
  'a sign-in that ends elsewhere ends here, and signing out ends it everywhere on this browser',
  async () => {
    const { page, context } = await memberAt(browser, house, 'ACCOUNTANT');
    await (await signIn(house, 'ACCOUNTANT')).ask('mutation { signOutEverywhere { __typename } }');
    await page.getByText('Your sign-in has ended.').waitFor({ timeout: 30_000 });
    await typeSignIn(page, personOf(house.shop, 'ACCOUNTANT'));
    await page.waitForURL(HOME);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor();
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('till');
    await page.goto(`${house.publicUrl}/till/transactions`);
    expect(new URL(page.url()).pathname).toBe('/till/sign-in');
  },
  90_000,
);

testInBrowser(
  'a link from a mail, which comes without the cookie, leads to the page all the same',
  async () => {
    const { page } = await memberAt(browser, house, 'VIEWER');
    await page.goto('about:blank');
    await page.setContent(`<a href="${house.publicUrl}/till/remittances">Remittances</a>`);
    await page.getByRole('link').click();
    await page.getByText('No remittance yet').waitFor();
  },
  90_000,
);

testInBrowser(
  'thirteen minutes without anybody bring a warning, fifteen the end',
  async () => {
    const visitor = await newVisitor(browser, { locale: 'en' });
    const { page } = visitor;
    await page.clock.install();
    await page.goto(`${house.publicUrl}/till/sign-in`);
    await typeSignIn(page, personOf(house.shop, 'VIEWER'));
    await page.getByText('No transactions yet').waitFor();
    await page.clock.runFor('13:05');
    const warning = page.getByRole('dialog', { name: 'Are you still there?' });
    await warning.getByRole('button', { name: 'Stay signed in' }).click();
    await warning.waitFor({ state: 'detached' });
    await page.clock.runFor('13:05');
    await warning.waitFor();
    await page.clock.runFor('02:00');
    await page.getByText('You were signed out after 15 minutes').waitFor();
  },
  90_000,
);

testInBrowser(
  'an invitation is taken up once',
  async () => {
    const accountant = await signIn(house, 'ACCOUNTANT');
    const { data } = await accountant.ask<{ inviteMember: { invitationUrl: string } }>(
      `mutation { inviteMember(input: { email: "new.person@shop.example", profile: OPERATOR }) {
         ... on Member { invitationUrl } ... on Refusal { code } } }`,
    );
    const { invitationUrl } = data.inviteMember;
    const { page, complaints } = await newVisitor(browser, { locale: 'en', javaScriptEnabled: false });
    await page.goto(invitationUrl);
    expect(await page.locator('main').innerText()).toContain('Maison Lumière invites you to its till as operator.');
    const choose = async (password: string, again: string): Promise<void> => {
      await page.locator('#password').fill(password);
      await page.locator('#again').fill(again);
      await page.getByRole('button', { name: 'Set the password' }).click();
    };
    await choose('quite a long sentence', 'another sentence');
    expect(await page.getByRole('alert').innerText()).toMatch(/not the same/);
    await choose('password1234', 'password1234');
    expect(await page.getByRole('alert').innerText()).toMatch(/not accepted/);
    await choose('quite a long sentence', 'quite a long sentence');
    expect(await page.getByRole('status').innerText()).toBe('Your password is set. Sign in with it.');
    await typeSignIn(page, { email: 'new.person@shop.example', password: 'quite a long sentence' });
    expect(new URL(page.url()).pathname).toBe('/till/transactions');
    await page.goto(invitationUrl);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This link no longer works');
    expect(complaints).toEqual([]);
  },
  90_000,
);

testInBrowser(
  'the till runs under a policy without anything unsafe, and its page tells nothing of the shop',
  async () => {
    const { page } = await memberAt(browser, house, 'VIEWER');
    const answer = await page.request.get(`${house.publicUrl}/till/transactions`);
    const policy = answer.headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(/default-src 'none'; script-src 'self' 'nonce-[^']+'; style-src 'self';/);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(answer.headers()['cache-control']).toContain('no-store');
    expect(await answer.text()).not.toMatch(/Maison Lumière|viewer\.|till_/);
  },
);
