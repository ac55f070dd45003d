/**
 * The issuer's pages in a browser: in a frame of another site, as in life, and by themselves.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { cardNumber } from '../../bank/grammar.js';
import { type Visitor, launchBrowser, newVisitor, testInBrowser } from '../web/browser.js';
import { House, bookOf, order } from './house.js';
import { areq, ares, creq } from './threeds.js';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const VARIATIONS = (['light', 'dark'] as const).flatMap(colorScheme =>
  (['en', 'fr'] as const).flatMap(locale => [320, 1280].map(width => ({ colorScheme, locale, width }))),
);
const house = House.forEachTest();

/** A shop on 127.0.0.1 that sends its shopper to the bank on localhost, in a frame or not, and takes him back. */
class Shop {
  page = '';
  readonly came: string[] = [];
  readonly #server: Server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (request.url !== '/back') return void response.end(this.page);
    request.on('data', piece => this.came.push(String(piece)));
    return request.on('end', () => response.end('<!doctype html><title>Back</title><p>Thank you'));
  });

  async open(): Promise<void> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    house().later(() => {
      this.#server.closeAllConnections();
      this.#server.close();
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
}

async function begin(framed: boolean, notified = (shop: Shop) => shop.origin) {
  const bank = await house().bank({ rreqPause_ms: 0 });
  const shop = new Shop();
  await shop.open();
  const merchantName = 'Épicerie <b>Dupont & fils</b> du Vieux Port et du Marché'.slice(0, 40);
  const notificationURL = `${notified(shop)}/back`;
  const number = cardNumber('411111', '02', 7, '00');
  const answer = await ares(bank, areq(number, { notificationURL, merchantName, purchaseAmount: '123456789012' }));
  shop.page = `<!doctype html><html lang="en"><title>Shop</title><iframe name="bank" title="Bank"></iframe>
    <form method="post" action="${answer['acsURL']}" ${framed ? 'target="bank"' : ''}>
    <input type="hidden" name="creq" value="${creq(answer)}"><button>Pay</button></form>`;
  return { bank, shop };
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(TAGS)} }).then(({ violations }) => violations.map(each =>
       each.id + ': ' + each.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | ')))`,
  );
  const tooWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return [...(found as string[]), ...(tooWide ? ['wider than the window'] : [])];
}

async function visit(options: BrowserContextOptions): Promise<Visitor> {
  const browser = await launchBrowser();
  house().later(() => browser.close());
  return newVisitor(browser, options);
}

testInBrowser.each([true, false])('the pages take a shopper there and back, in a frame (%s)', async framed => {
  const { bank, shop } = await begin(framed);
  const { page, complaints } = await visit({ locale: 'en' });
  await page.goto(shop.origin);
  await page.getByRole('button', { name: 'Pay' }).click();
  const shown = framed ? page.frameLocator('iframe') : page;
  await shown.getByLabel('One-time code').fill('9999');
  await shown.getByRole('button', { name: 'Confirm' }).click();
  await shown.getByRole('alert').waitFor();
  await shown.getByLabel('One-time code').fill('1234');
  await shown.getByRole('button', { name: 'Confirm' }).click();
  await shown.getByText('Thank you').waitFor();
  expect(shop.came).toEqual([expect.stringMatching(/^cres=[\w-]+$/)]);
  expect((await bookOf(bank)).authentications).toMatchObject([{ transStatus: 'Y', failures: 1 }]);
  expect(complaints).toEqual([]);
});

testInBrowser('the pages need no JavaScript', async () => {
  const { bank, shop } = await begin(true);
  const { page } = await visit({ locale: 'fr', javaScriptEnabled: false });
  await page.goto(shop.origin);
  await page.getByRole('button', { name: 'Pay' }).click();
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Annuler' }).click();
  await frame.getByRole('button', { name: 'Continuer' }).click();
  await frame.getByText('Thank you').waitFor();
  expect((await bookOf(bank)).authentications).toMatchObject([{ transStatus: 'N', challengeCancel: '01' }]);
});

testInBrowser('the pages stay out of a frame of anybody but whom they go back to', async () => {
  const { shop } = await begin(true, () => 'http://127.0.0.1:9');
  const { page, complaints } = await visit({ locale: 'en' });
  await page.goto(shop.origin);
  const refused = page.waitForEvent('console', message => message.text().includes('frame-ancestors'));
  await page.getByRole('button', { name: 'Pay' }).click();
  await refused;
  expect(complaints).toEqual([expect.stringContaining('frame-ancestors')]);
});

/** Each of the pages once: asked, asked again after a wrong code, out of order, and on the way back. */
async function lookAt(page: Page, { bank, shop }: Awaited<ReturnType<typeof begin>>): Promise<string[]> {
  // The page that leads back goes nowhere then, stands still and can be looked at.
  await page.route('**/back', route => route.fulfill({ status: 204 }));
  await page.goto(shop.origin);
  await page.getByRole('button', { name: 'Pay' }).click();
  const code = page.locator('#code:focus');
  await code.waitFor();
  const faults = await faultsOf(page);
  await code.fill('0');
  await code.press('Enter');
  await page.getByRole('alert').waitFor();
  faults.push(...(await faultsOf(page)));
  await order(bank, { kind: 'ACS_DOWN' });
  await page.goto(page.url());
  await page.getByRole('heading', { name: /unavailable|indisponible/ }).waitFor();
  faults.push(...(await faultsOf(page)));
  await page.goto(page.url());
  await page.getByRole('button', { name: /Cancel|Annuler/ }).click();
  await page.getByRole('button', { name: /Continue|Continuer/ }).waitFor();
  return [...faults, ...(await faultsOf(page))];
}

testInBrowser(
  'the pages can be used by everybody (axe, both themes, both languages, narrow and wide)',
  async () => {
    const browser = await launchBrowser();
    house().later(() => browser.close());
    const faults: string[] = [];
    for (const { colorScheme, locale, width } of VARIATIONS) {
      const { page, context } = await newVisitor(browser, { colorScheme, locale, viewport: { width, height: 700 } });
      const found = await lookAt(page, await begin(false));
      faults.push(...found.map(fault => `${locale}, ${colorScheme}, ${width} px: ${fault}`));
      await context.close();
    }
    expect(faults).toEqual([]);
  },
  110_000,
);
