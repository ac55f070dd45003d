/** The pages of the mailbox in a browser: accessible in both themes, on a phone, and unmoved by what a letter says. */
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createMailer } from '../../server/adapters/mailer.js';
import { systemTimers } from '../../server/adapters/system.js';
import { openMailbox, type TestMailbox } from '../support/mailbox.js';
import { faultsIn, openTabs } from '../web/axe.js';
import { launchBrowser, newVisitor, testInBrowser } from '../web/browser.js';

let mailbox: TestMailbox;
let browser: Browser | undefined;
let letter: string;

beforeAll(async () => {
  mailbox = await openMailbox();
  const server = { host: '127.0.0.1', port: mailbox.smtpPort, tls: 'NONE', user: null } as const;
  const mailer = createMailer({ server, from: 'till@guichet.example', name: 'guichet.example', timers: systemTimers });
  const message = await mailer.compose({
    messageId: '<daily.1@guichet.example>',
    date: new Date('2027-03-10T21:00:00Z'),
    subject: `A day <b>${'of a name without a space'.replaceAll(' ', '')}</b>`,
    text: `A line ${'that is long '.repeat(30)}\n`,
    html: '<!doctype html><html lang="en"><title>A day</title><main><h1>A day</h1><script>parent.taken = top.taken = 1</script></main></html>',
    language: 'en',
    attachment: { filename: 'transactions.csv', contentType: 'text/csv', content: 'a,b\r\n' },
  });
  await mailer.send({ recipient: 'books@example.com', message });
  letter = `${mailbox.url}/mail/${(await mailbox.list())[0]?.id}`;
});
afterAll(async () => {
  await browser?.close();
  await mailbox?.close();
});

testInBrowser(
  'the list and a letter are accessible, light and dark, narrow and wide',
  async () => {
    browser ??= await launchBrowser();
    const tabs = await openTabs(browser, mailbox.url);
    for (const url of [mailbox.url, letter]) expect(await faultsIn(tabs, page => page.goto(url))).toEqual([]);
  },
  60_000,
);

testInBrowser(
  "a letter's HTML is shown, and runs no script",
  async () => {
    browser ??= await launchBrowser();
    const { page } = await newVisitor(browser);
    await page.goto(letter);
    await page.frameLocator('iframe').getByRole('heading', { name: 'A day' }).waitFor();
    expect(await page.evaluate('"taken" in window')).toBe(false);
  },
  60_000,
);
