import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startHouse, type House } from '../support/house.js';
import { launchBrowser, newVisitor, testInBrowser } from './browser.js';
import { openCheckout } from './checkout-pages.js';

let house: House;
let browser: Browser;
let page: { html: string; headers: Headers };

async function get(path: string, headers: Record<string, string> = {}): Promise<{ html: string; headers: Headers }> {
  const answer = await fetch(`${house.publicUrl}${path}`, { headers });
  return { html: await answer.text(), headers: answer.headers };
}

const weigh = (text: string): number => gzipSync(text).length;

const report = (body: string, method = 'POST'): Promise<Response> =>
  fetch(`${house.publicUrl}/csp-report`, method === 'POST' ? { method, body } : { method });

beforeAll(async () => {
  house = await startHouse({ web: true });
  browser = await launchBrowser();
  const session = await openCheckout(house);
  page = await get(`/pay/${session.id}`, { cookie: `pay-${session.id}=${session.token}` });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

testInBrowser.each(['/', '/pay/ps_nobody', '/nowhere', '/demo/return?x=1', '/500'])(
  '%s: nothing unsafe',
  async path => {
    const policy = (await get(path)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:\/\/(?!127\.0\.0\.1)/);
  },
);

testInBrowser('the card form runs our one script and nothing of a framework', () => {
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe');
  const scripts = page.html.match(/<script[^>]*>/g) ?? [];
  expect(scripts).toHaveLength(1);
  expect(scripts[0]).toMatch(/ src="\/assets\/checkout\.[0-9a-f]{12}\.js" integrity="sha384-/);
  expect(page.html).not.toMatch(/__NEXT_DATA__| on[a-z]+="| style="/);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('referrer-policy')).toBe('same-origin');
  expect(page.headers.get('x-powered-by')).toBeNull();
});

testInBrowser(
  'the inventory of scripts (PCI DSS 6.4.3) names what is served, and its fingerprint is true',
  async () => {
    const inventory = JSON.parse((await get('/.well-known/payment-scripts.json')).html) as {
      scripts: { name: string; url: string; integrity: string; purpose: string }[];
    };
    expect(inventory.scripts).toHaveLength(1);
    const [script = { url: '', integrity: '', purpose: '' }] = inventory.scripts;
    const { html: source, headers } = await get(script.url);
    expect(`sha384-${createHash('sha384').update(source).digest('base64')}`).toBe(script.integrity);
    expect(page.html).toContain(`src="${script.url}" integrity="${script.integrity}"`);
    expect(script.purpose.length).toBeGreaterThan(20);
    expect(headers.get('cache-control')).toContain('immutable');
  },
);

testInBrowser('script, stylesheet and page together weigh little', async () => {
  const addresses = [...page.html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(match => match[1] ?? '');
  const [style = '', script = ''] = await Promise.all(addresses.map(async address => (await get(address)).html));
  expect(weigh(script)).toBeLessThan(8 * 1024);
  expect(weigh(script) + weigh(style) + weigh(page.html)).toBeLessThan(60 * 1024);
});

testInBrowser('a violation may be reported, and nothing else', async () => {
  expect((await report('{"csp-report":{"effective-directive":"script-src"}}')).status).toBe(204);
  expect((await report('nonsense')).status).toBe(204);
  expect((await report('x'.repeat(20_000))).status).toBe(413);
  expect((await report('', 'GET')).status).toBe(405);
});

testInBrowser('nobody reaches the web process but through the public door', async () => {
  const { webUrl } = house.environment;
  expect((await fetch(`${webUrl}/`)).status).toBe(403);
  expect((await fetch(`${webUrl}/pay/ps_x`, { headers: { 'x-internal-token': 'x'.repeat(36) } })).status).toBe(403);
  expect((await fetch(`${webUrl}/assets/x.js`)).status).toBe(403);
  expect((await fetch(`${webUrl}/healthz`)).status).toBe(200);
});

testInBrowser('the start page leads a demo order to the checkout, and the checkout back to the shop', async () => {
  const { page: tab, complaints } = await newVisitor(browser, { javaScriptEnabled: false, locale: 'en' });
  await tab.goto(house.publicUrl);
  await tab.getByLabel('Amount in euros').fill('12,34');
  await tab.getByRole('button', { name: 'Go to the payment' }).click();
  expect(await tab.title()).toBe('Pay €12.34 – Maison Lumière');
  await tab.getByRole('button', { name: 'Cancel the payment' }).click();
  await tab.getByRole('link', { name: /Return to/ }).click();
  expect(await tab.locator('main').innerText()).toMatch(/carries no authority/);
  await tab.goto(house.publicUrl);
  await tab.getByLabel('Amount in euros').fill('much');
  await tab.getByRole('button', { name: 'Go to the payment' }).click();
  expect(await tab.getByRole('alert').innerText()).toMatch(/Check the amount/);
  expect(await tab.content()).not.toContain(house.shop.apiKey);
  expect(complaints).toEqual([]);
});

testInBrowser('the studio loads from our own origin, workers and fonts too, and asks the API', async () => {
  const { page: tab, complaints } = await newVisitor(browser);
  const origins = new Set<string>();
  tab.on('request', request => origins.add(new URL(request.url()).origin));
  await tab.goto(`${house.publicUrl}/studio`);
  await tab.getByRole('tab', { name: 'ReadSession' }).waitFor();
  // The editor comes after its tabs and buttons; what is pressed before it is there asks nothing.
  await tab.locator('.graphiql-query-editor .view-line').first().waitFor();
  await tab.getByRole('button', { name: /Execute query/ }).click();
  await tab.getByText('UNAUTHENTICATED').waitFor();
  expect([...origins].filter(origin => origin !== 'null')).toEqual([house.publicUrl]);
  expect(complaints).toEqual([]);
});
