/**
 * The pages people see: what the checkout weighs, how long the server takes for it, and what Lighthouse says of checkout and till.
 * `npm run bench:pages`.
 */
import type { BrowserContext } from 'playwright-core';
import { callGraphql } from '../support/graphql.js';
import { sandboxCard } from '../support/shopping.js';
import { percentile, short, spreadOf, type Spread } from './figures.js';
import { withBrowser, withPages, type PagesHouse } from './pages-house.js';
import { judgeWith, type Judge, type Judged } from './pages-lighthouse.js';
import { weigh, type Weight } from './pages-weight.js';
import { machine, runBench, say, type Findings } from './run-bench.js';
import { verdictOn } from './verdict.js';

const USUAL = { visits: 300, rounds: 3 };
type Wishes = typeof USUAL;

interface Opened {
  readonly id: string;
  readonly token: string;
  readonly checkoutUrl: string;
}

async function measure(wishes: Wishes, stop: AbortSignal): Promise<Findings> {
  return withPages(stop, async house => {
    const weight = await weigh((await openSession(house, 'weighed')).checkoutUrl);
    const served_ms = await serve(house, wishes.visits);
    const judged = await withBrowser(async ({ context, port }) => {
      const judge = await judgeWith(port, stop);
      return judgeAll(house, context, judge, wishes.rounds);
    });
    return findingsOf(weight, served_ms, judged, wishes);
  });
}

async function openSession(house: PagesHouse, orderId: string): Promise<Opened> {
  const input = {
    idempotencyKey: orderId,
    orderId,
    amount: { amount: 8990, currency: 'EUR' },
    locale: 'en',
    lines: [{ label: 'Desk lamp', quantity: 1, amount: 8990 }],
  };
  const answer = await callGraphql<{ createPaymentSession: Opened }>(
    `${house.publicUrl}/graphql`,
    `mutation ($input: CreatePaymentSessionInput!) {
      createPaymentSession(input: $input) { ... on PaymentSession { id token checkoutUrl } }
    }`,
    { input },
    house.apiKey,
  );
  return answer.data.createPaymentSession;
}

async function pay(house: PagesHouse, { token }: Opened): Promise<void> {
  const input = { idempotencyKey: 'card', number: sandboxCard('00'), expiry: '12/30', securityCode: '123' };
  const mutation = 'mutation ($input: SubmitCardInput!) { submitCard(input: $input) { __typename } }';
  await callGraphql(`${house.publicUrl}/graphql`, mutation, { input }, token);
}

/** One visitor after the other: from the request to the last byte of the page, as a program on the same machine sees it. */
async function serve(house: PagesHouse, visits: number): Promise<number[]> {
  const { checkoutUrl } = await openSession(house, 'served');
  const entered = await fetch(checkoutUrl, { redirect: 'manual' });
  const cookie = entered.headers
    .getSetCookie()
    .map(each => each.split(';')[0])
    .join('; ');
  const address = new URL(entered.headers.get('location') ?? '', checkoutUrl);
  const took_ms: number[] = [];
  for (let visit = 0; visit < visits + 20; visit++) {
    const began = performance.now();
    const page = await fetch(address, { headers: { cookie } });
    await page.arrayBuffer();
    if (page.status !== 200) throw new Error(`The checkout answered ${page.status}.`);
    // The first ones find everything cold.
    if (visit >= 20) took_ms.push(performance.now() - began);
  }
  return took_ms;
}

interface JudgedPage {
  readonly page: string;
  readonly runs: readonly Judged[];
}

/** Shoppers come with a telephone, members of the shop sit at a desk. */
async function judgeAll(
  house: PagesHouse,
  context: BrowserContext,
  judge: Judge,
  rounds: number,
): Promise<JudgedPage[]> {
  const { publicUrl } = house;
  const [open, paid] = [await openSession(house, 'open'), await openSession(house, 'paid')];
  await pay(house, paid);
  const page = context.pages()[0] ?? (await context.newPage());
  for (const { checkoutUrl } of [open, paid]) await page.goto(checkoutUrl);
  const judged: JudgedPage[] = [];
  const look = async (name: string, path: string, device: 'mobile' | 'desktop'): Promise<void> => {
    const runs: Judged[] = [];
    for (let round = 0; round < rounds; round++) runs.push(await judge(`${publicUrl}${path}`, device));
    judged.push({ page: name, runs });
    say(`${name}: ${runs.map(({ scores }) => Object.values(scores).join('/')).join(', ')}`);
  };
  await look('checkout, card form, telephone', `/pay/${open.id}`, 'mobile');
  await look('checkout, ticket, telephone', `/pay/${paid.id}`, 'mobile');
  await look('till, sign-in', '/till/sign-in', 'desktop');
  await page.goto(`${publicUrl}/till/transactions`);
  const person = house.members.find(({ profile }) => profile === 'ACCOUNTANT');
  await page.locator('#email').fill(person?.email ?? '');
  await page.locator('#password').fill(person?.password ?? '');
  await page.locator('button[type=submit]').click();
  const row = page.locator('.rows tbody tr a').first();
  await row.waitFor();
  const transaction = (await row.getAttribute('href')) ?? '';
  await page.goto('about:blank');
  await look('till, list', '/till/transactions', 'desktop');
  await look('till, transaction', transaction, 'desktop');
  return judged;
}

function findingsOf(
  weight: Weight,
  served_ms: readonly number[],
  judged: readonly JudgedPage[],
  wishes: Wishes,
): Findings {
  const kB = (bytes: number): string => short(bytes / 1000);
  const p95 = percentile(served_ms, 0.95);
  const one = (value: number): Spread => spreadOf([value]);
  const scoresOf = (category: keyof Judged['scores']): Spread =>
    spreadOf(judged.flatMap(({ runs }) => spreadOf(runs.map(({ scores }) => scores[category])).median));
  const lowest = (category: keyof Judged['scores']): Spread => one(scoresOf(category).lowest);
  const complaints = new Set(judged.flatMap(({ runs }) => runs.flatMap(each => each.complaints)));
  return {
    title: 'Pages',
    how: `The checkout's card form on a first visit, in Chromium; ${wishes.visits} visits one after the other for the server's time; Lighthouse 13.5, the median of ${wishes.rounds} runs a page (its telephone for the checkout, its desk for the till); ${machine()}.`,
    rows: [
      ['', 'performance', 'accessibility', 'best practices'],
      ...judged.map(({ page, runs }) => [
        page,
        ...(['performance', 'accessibility', 'best-practices'] as const).map(category =>
          short(spreadOf(runs.map(({ scores }) => scores[category])).median),
        ),
      ]),
    ],
    verdicts: [
      verdictOn(
        { what: 'our JavaScript on the wire, kB', bar: 20, goal: 8, more: false },
        one(weight.script_bytes / 1000),
      ),
      verdictOn({ what: 'everything on the wire, kB', bar: 160, goal: 60, more: false }, one(weight.all_bytes / 1000)),
      verdictOn({ what: 'server time of the checkout, p95, ms', bar: 50, goal: 50, more: false }, one(p95)),
      verdictOn(
        { what: 'Lighthouse, performance, the lowest of the pages', bar: 90, goal: 98, more: true },
        lowest('performance'),
      ),
      verdictOn(
        { what: 'Lighthouse, accessibility, the lowest', bar: 100, goal: 100, more: true },
        lowest('accessibility'),
      ),
      verdictOn(
        { what: 'Lighthouse, best practices, the lowest', bar: 100, goal: 100, more: true },
        lowest('best-practices'),
      ),
      `A first visit is ${weight.requests} requests and ${kB(weight.all_bytes)} kB; the server takes ${short(percentile(served_ms, 0.5))} ms at the median.`,
      ...(complaints.size > 0 ? [`Lighthouse would have otherwise: ${[...complaints].join('; ')}.`] : []),
    ],
  };
}

await runBench(USUAL, measure);
