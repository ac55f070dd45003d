/**
 * A shopper with a real browser on the real pages, once nothing goes wrong any more: cards that are taken and declined, sent again by
 * reloading, and left standing in the form. What the browser has kept of it is looked through with all other bytes.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type BrowserContext, type Page, type Response } from 'playwright-core';
import { CHROMIUM, FLAGS } from '../../support/chromium.js';
import type { Card } from '../cards.js';
import type { Cast } from './actors.js';
import { SEE_CHECKOUT } from './documents.js';
import { openOrder, type Order } from './merchant.js';
import type { SeenCheckout } from './shopper.js';
import { bearer } from './world.js';

/**
 * A browser whose profile stays. What it seals or compresses on its disk is written down beside that as it is: its cookies and storage,
 * and every page that came.
 */
export async function withProfile<T>(profile: string, work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const pages = join(profile, 'pages');
  await mkdir(pages, { recursive: true });
  const context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: FLAGS });
  context.setDefaultTimeout(20_000);
  let came = 0;
  const kept: Promise<void>[] = [];
  context.on('response', response => {
    came += 1;
    const file = join(pages, `${came}.txt`);
    // A redirect has no body to read.
    kept.push(
      response.body().then(
        body => writeFile(file, body),
        () => undefined,
      ),
    );
  });
  try {
    return await work(context);
  } finally {
    await context.storageState({ path: join(profile, 'storage.json'), indexedDB: true });
    await context.close();
    // What has not come by now never will.
    await Promise.all(kept);
  }
}

const VISITS = 4;
/** A browser writes its storage down a moment later. */
const LEFT_STANDING_ms = 3_000;

export async function payInBrowser(cast: Cast, profile: string): Promise<void> {
  const { world } = cast;
  await withProfile(profile, async context => {
    const page = await context.newPage();
    for (let visits = 1; visits <= VISITS; visits += 1)
      await tryTo(cast, () => visit(cast, page, world.cards.drawIssued()));
    for (let tries = 1; tries <= VISITS; tries += 1)
      if (await tryTo(cast, () => visit(cast, page, world.cards.drawGood()))) return leaveStanding(cast, page);
    world.gaveUp('a browser: none of its good cards has paid');
  });
}

/** A page that does not come, or is another one than was thought, is one that people leave. */
async function tryTo({ world }: Cast, visited: () => Promise<boolean>): Promise<boolean> {
  try {
    return await visited();
  } catch {
    world.did('pages seen in a browser: left');
    return false;
  }
}

/** Types, sends, reloads and goes back, as people do. */
async function visit(cast: Cast, page: Page, card: Card): Promise<boolean> {
  const order = await type(cast, page, card);
  if (!order) return false;
  const isSent = (response: Response) => response.request().method() === 'POST';
  await Promise.all([page.waitForResponse(isSent), page.locator('button.pay').click()]);
  await page.waitForLoadState();
  const isPaid = (await stepOf(cast, order)) === 'TICKET';
  cast.world.did(`pages seen in a browser: ${isPaid ? 'paid' : 'not paid'}`);
  await page.reload();
  await page.goBack().catch(() => null);
  return isPaid;
}

async function leaveStanding(cast: Cast, page: Page): Promise<void> {
  await type(cast, page, cast.world.cards.drawIssued());
  await sleep(LEFT_STANDING_ms);
}

async function type(cast: Cast, page: Page, { number, expiry, code }: Card): Promise<Order | null> {
  const order = await openOrder(cast);
  if (!order) return null;
  await page.goto(order.checkoutUrl);
  await page.locator('#number').fill(number);
  await page.locator('#expiry').fill(expiry);
  await page.locator('#securityCode').fill(code);
  return order;
}

async function stepOf({ caller }: Cast, { shop, sessionId, token }: Order): Promise<string | undefined> {
  const seen = await caller.ask<{ checkout: SeenCheckout | null }>({
    operation: 'checkout',
    query: SEE_CHECKOUT,
    authority: bearer(token),
    about: { shopId: shop.id, sessionId },
  });
  return seen?.checkout?.step;
}
