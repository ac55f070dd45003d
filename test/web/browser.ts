/** Browsers for stories that only a browser can tell; where there is none the stories are skipped and counted. */
import { test } from '@jest/globals';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { CHROMIUM, FLAGS, isBrowserWanted } from '../support/chromium.js';

/** Skipped tests are counted by Jest, so nobody takes them for passed; it starts nothing for a file that has no others. */
export const testInBrowser: typeof test | typeof test.skip = isBrowserWanted() ? test : test.skip;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** A person at a browser of their own: cookies, language, theme; and what the browser complained of meanwhile. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Violations of our content policy and faults of our script. */
  readonly complaints: string[];
  /** The source of every page that was answered. */
  readonly pages: string[];
}

export async function newVisitor(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext(options);
  // On a busy machine a page may take its time; what never comes is ended by the test itself.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  const pages: string[] = [];
  context.on('page', each => watch(each, complaints));
  watch(page, complaints);
  context.on('response', response => {
    if (!(response.headers()['content-type'] ?? '').startsWith('text/html')) return;
    response.text().then(
      text => pages.push(text),
      // A redirect has no body to read.
      () => undefined,
    );
  });
  return { context, page, complaints, pages };
}

function watch(page: Page, complaints: string[]): void {
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    if (/content security policy|integrity|trusted/i.test(message.text())) complaints.push(message.text());
  });
}
