import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { personOf } from '../support/members.js';
import { launchBrowser, newVisitor, testInBrowser } from './browser.js';
import { HOME, live, memberAt, typeSignIn } from './till-pages.js';

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

const goTo = (page: Page, screen: string) => page.getByRole('navigation').getByRole('link', { name: screen }).click();

/** What is shown once, before the dialog that shows it is closed. */
async function readOnce(page: Page, kept: string): Promise<string> {
  const secret = await page.locator('.secret input').inputValue();
  // Not by a slip: neither Escape nor a click beside it closes it.
  await page.keyboard.press('Escape');
  await page.mouse.click(5, 5);
  await page.getByRole('button', { name: kept }).click();
  await page.locator('.secret').waitFor({ state: 'detached' });
  expect(page.url()).not.toContain(secret);
  expect(await page.content()).not.toContain(secret);
  const stored = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])';
  expect(await page.evaluate(stored)).not.toContain(secret);
  return secret;
}

/** What the focus is on, in words. */
const focused = (page: Page) => page.evaluate<string>('document.activeElement?.textContent ?? ""');

testInBrowser(
  'an accountant invites somebody, who comes by the link and may what was said, until they are disabled',
  async () => {
    const { page, complaints } = await memberAt(browser, house, 'ACCOUNTANT');
    await goTo(page, 'Members');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByRole('button', { name: 'Make the invitation' }).click();
    await page.getByText('Type an e-mail address').waitFor();
    await page.getByLabel('E-mail address').fill('New.Person@shop.example');
    await page.getByLabel('operator').check();
    await page.getByRole('button', { name: 'Make the invitation' }).click();
    const link = await readOnce(page, 'I have handed it over');
    expect(await focused(page)).toBe('Invite somebody');
    const row = page.getByRole('row', { name: /^new\.person@shop\.example/ });
    await row.getByText('Invited').waitFor();

    const newcomer = await newVisitor(browser, { locale: 'en' });
    await newcomer.page.goto(link);
    const password = 'a long way through the woods';
    for (const box of ['#password', '#again']) await newcomer.page.locator(box).fill(password);
    await newcomer.page.locator('button[type=submit]').click();
    await newcomer.page.getByText('Your password is set').waitFor();
    await typeSignIn(newcomer.page, { email: 'new.person@shop.example', password });
    await newcomer.page.waitForURL(HOME);
    await live(newcomer.page).waitFor();
    expect(await newcomer.page.locator('.member').innerText()).toContain('operator');
    expect(await newcomer.page.getByRole('navigation').innerText()).not.toMatch(
      /Members|Keys|Audit|Notifications|clock/,
    );
    await newcomer.page.goto(`${house.publicUrl}/till/members`);
    await newcomer.page.getByText('Your profile may not see this').waitFor();

    await page.reload();
    await row.getByText('Active').waitFor();
    await row.getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await row.getByText('Has left').waitFor();
    expect(await focused(page)).toBe('new.person@shop.example cannot sign in any more.');
    await newcomer.page.goto(`${house.publicUrl}/till/transactions`);
    await newcomer.page.waitForURL(/\/till\/sign-in/);
    expect([...complaints, ...newcomer.complaints]).toEqual([]);
  },
  90_000,
);

testInBrowser(
  'the last accountant is told before and after asking why that cannot be',
  async () => {
    const { page } = await memberAt(browser, house, 'ACCOUNTANT');
    await goTo(page, 'Members');
    const { email } = personOf(house.shop, 'ACCOUNTANT');
    await page.getByRole('button', { name: `Disable – ${email}` }).click();
    const dialog = page.getByRole('dialog');
    const why = dialog.getByText('This is the last accountant of the shop');
    expect(await why.count()).toBe(1);
    await dialog.getByRole('button', { name: 'Disable' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await why.count()).toBe(2);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe(`Disable – ${email}`);
    await page.getByRole('button', { name: `Change profile – ${email}` }).click();
    await dialog.getByLabel('viewer').check();
    await dialog.getByText('This is you').waitFor();
    await dialog.getByRole('button', { name: 'Change profile' }).click();
    await dialog.getByText('This is the last accountant').waitFor();
  },
  90_000,
);

testInBrowser(
  'a key is shown once, works with the rights it was given, and not after it was revoked; the log says who did it',
  async () => {
    const { page, complaints } = await memberAt(browser, house, 'ACCOUNTANT');
    await goTo(page, 'Keys');
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText('Give it a name').waitFor();
    await page.getByLabel('Name').fill('Figures <b>');
    await page.getByLabel('Analysis only').check();
    await page.getByRole('group', { name: 'Remittances' }).getByLabel('read').uncheck();
    expect(await page.getByLabel('Analysis only').isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Make the key' }).click();
    const key = await readOnce(page, 'I have kept it');
    const row = page.getByRole('row', { name: /^Figures <b>/ });
    expect(await row.getByRole('listitem').allInnerTexts()).toEqual([
      'Transactions: read',
      'Reports: read',
      'Statistics: read',
    ]);

    const ask = (field: string) => house.ask(`{ ${field} { totalCount } }`, {}, key);
    expect((await ask('transactions')).errors).toBeUndefined();
    expect((await ask('remittances')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await row.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await row.getByText('Revoked').waitFor();
    expect((await ask('transactions')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');

    await goTo(page, 'Audit log');
    await page.locator('.pick summary').click();
    // By its word, as people press it.
    await page
      .locator('.pick label')
      .filter({ hasText: 'Key' })
      .click({ position: { x: 60, y: 12 } });
    await page.waitForURL(/about=KEY$/);
    const { email } = personOf(house.shop, 'ACCOUNTANT');
    const lines = page.locator('.audit tbody tr');
    await lines.filter({ hasText: 'Key revoked – Figures <b>' }).filter({ hasText: email }).waitFor();
    expect(await lines.nth(1).innerText()).toMatch(/Key made – Figures <b>\s+Transactions: read, Reports: read/);
    await lines.filter({ hasText: 'Invited' }).first().waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  },
  90_000,
);
