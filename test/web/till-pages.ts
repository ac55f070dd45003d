/**
 * What members do on the pages of the till, by the words and labels on them.
 */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Profile } from '../../server/core/caller.js';
import type { House } from '../support/house.js';
import { personOf } from '../support/members.js';
import { newVisitor, type Visitor } from './browser.js';

export const HOME = /\/till\/transactions$/;

/** Somebody at a browser of their own, who has signed in by the form. */
export async function memberAt(
  browser: Browser,
  house: House,
  profile: Profile,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const visitor = await newVisitor(browser, { locale: 'en', ...options });
  await visitor.page.goto(`${house.publicUrl}/till/transactions`);
  await typeSignIn(visitor.page, personOf(house.shop, profile));
  await visitor.page.waitForURL(HOME);
  await live(visitor.page).waitFor();
  return visitor;
}

export async function typeSignIn(page: Page, person: { readonly email: string; readonly password: string }) {
  await page.locator('#email').fill(person.email);
  await page.locator('#password').fill(person.password);
  await page.locator('button[type=submit]').click();
}

/** The line of the feed stands. */
export function live(page: Page): Locator {
  return page.locator('.line.live');
}

export function rowOf(page: Page, orderId: string): Locator {
  return page.locator('.rows tbody tr').filter({ hasText: orderId });
}

/** The happenings on a transaction's page, the last first. */
export async function timeline(page: Page): Promise<string[]> {
  return page.locator('.timeline .what').allInnerTexts();
}

export async function openTransaction(page: Page, orderId: string): Promise<void> {
  await rowOf(page, orderId).getByRole('link').click();
  await page.locator('.timeline li').first().waitFor();
}

/** Presses what an action is called, says how much (or all), and presses the button with the amount. */
export async function operate(page: Page, action: string, amount: string | null): Promise<void> {
  await page.locator('.actions').getByRole('button', { name: action }).click();
  const dialog = page.getByRole('dialog');
  if (amount !== null) {
    await dialog.getByLabel('Only a part').check();
    await dialog.getByLabel(/^Amount in/).fill(amount);
  }
  await dialog.locator('button[type=submit]').click();
}
