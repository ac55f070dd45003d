import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsIn } from './axe.js';
import { testInBrowser } from './browser.js';
import { asking, openOffice, type Office } from './office-pages.js';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
}, 300_000);
afterAll(() => office?.close());

let made = 0;

const SCREENS: Readonly<Record<string, () => (page: Page) => Promise<unknown>>> = {
  'an endpoint being added': () => office.at('notifications', '.deliveries', asking),
  'somebody being invited': () => office.at('members', '.sheet', asking),
  'a key being made, and shown once': () =>
    office.at('keys', '.sheet', async page => {
      await asking(page);
      expect(await faultsIn([{ page, name: 'wrong' }], () => Promise.resolve())).toEqual([]);
      await page.locator('dialog input').first().fill(`Key ${++made}`);
      await page.locator('dialog button[type=submit]').click();
      await page.locator('.secret').waitFor();
    }),
  'the clock about to be moved': () =>
    office.at('clock', '.clock', page => page.locator('.steps button').last().click()),
};

testInBrowser.each(Object.keys(SCREENS))(
  '%s',
  async name => {
    expect(await faultsIn(office.tabs, page => SCREENS[name]?.()(page) ?? Promise.resolve())).toEqual([]);
  },
  90_000,
);
