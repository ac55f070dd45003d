/**
 * What axe finds on a page, in both themes and languages, narrow and wide.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { newVisitor } from './browser.js';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every theme with every language, every width with every theme and every language. */
const VARIATIONS = [
  { colorScheme: 'light', language: 'en', width: 320 },
  { colorScheme: 'dark', language: 'fr', width: 320 },
  { colorScheme: 'light', language: 'fr', width: 1280 },
  { colorScheme: 'dark', language: 'en', width: 1280 },
] as const;

export interface Tab {
  readonly page: Page;
  readonly name: string;
}

export async function openTabs(browser: Browser, publicUrl: string): Promise<Tab[]> {
  return Promise.all(
    VARIATIONS.map(async ({ colorScheme, language, width }) => {
      const { page, context } = await newVisitor(browser, {
        colorScheme,
        locale: language,
        viewport: { width, height: 800 },
      });
      await context.addCookies([{ name: 'lang', value: language, url: publicUrl }]);
      return { page, name: `${language}, ${colorScheme}, ${width} px` };
    }),
  );
}

/** Visits with every tab, and tells what is wrong there and in which. */
export async function faultsIn(tabs: readonly Tab[], visit: (page: Page) => Promise<unknown>): Promise<string[]> {
  const faults: string[] = [];
  for (const { page, name } of tabs) {
    await visit(page);
    faults.push(...(await faultsOf(page)).map(fault => `${name}: ${fault}`));
  }
  return faults;
}

/** What axe finds, and whether anything sticks out of the window, as sentences. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(TAGS)} }).then(({ violations }) => violations.map(each =>
       each.id + ': ' + each.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | ')))`,
  );
  const tooWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return [...(found as string[]), ...(tooWide ? ['wider than the window'] : [])];
}
