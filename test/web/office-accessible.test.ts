import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsIn } from './axe.js';
import { testInBrowser } from './browser.js';
import { openOffice, type Office } from './office-pages.js';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
}, 300_000);
afterAll(() => office?.close());

const SCREENS: Readonly<Record<string, () => (page: Page) => Promise<unknown>>> = {
  notifications: () =>
    office.at('notifications', '.deliveries', page => page.locator('.deliveries button[aria-expanded]').last().click()),
  members: () => office.at('members', '.sheet'),
  keys: () => office.at('keys', '.sheet'),
  'the log': () => office.at('audit', '.audit'),
  'the clock': () => office.at('clock', '.clock'),
};

testInBrowser.each(Object.keys(SCREENS))(
  '%s',
  async name => {
    expect(await faultsIn(office.tabs, page => SCREENS[name]?.()(page) ?? Promise.resolve())).toEqual([]);
  },
  90_000,
);
