/**
 * The doors through which browsers come back from the card's bank, and what the pages that lead there may do.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHouse, type House } from '../support/house.js';
import { checkout, pay } from '../support/shopping.js';
import { enrolledCard } from './challenge-pages.js';
import { openCheckout, sendForm, type Opened } from './checkout-pages.js';

let house: House;
let session: Opened;

interface Request {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** As from a page of the bank's: no cookie comes. */
const ask = (path: string, { method = 'GET', headers = {}, body }: Request = {}): Promise<Response> =>
  fetch(`${house.publicUrl}/pay/${session.id}${path}`, {
    method,
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    ...(body === undefined ? {} : { body }),
  });

const fromBank = (path: string, dest: string, body = 'cres=Tm90aGluZw&threeDSSessionData=eA'): Promise<Response> =>
  ask(path, { method: 'POST', headers: { 'sec-fetch-dest': dest }, body });

const asShopper = (path: string, request: Request = {}): Promise<Response> =>
  ask(path, { ...request, headers: { cookie: `pay-${session.id}=${session.token}`, ...request.headers } });

const policyOf = (answer: Response): string => answer.headers.get('content-security-policy') ?? '';

async function underWay(threeds: string): Promise<Opened> {
  const opened = await openCheckout(house);
  await pay(house, opened, enrolledCard(threeds), { browser: { javaScript: true } });
  return opened;
}

beforeAll(async () => {
  house = await startHouse({ web: true, threeds: true });
  session = await underWay('02');
}, 240_000);
afterAll(async () => {
  await house?.close();
});

test('what a frame brings back is answered by a page that leads the whole window on, and shows none of it', async () => {
  const answer = await fromBank('/return', 'iframe');
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(html).toMatch(new RegExp(`href="/pay/${session.id}/back" target="_top"`));
  expect(html).not.toContain('Tm90aGluZw');
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(policyOf(answer)).toContain("frame-ancestors 'self';");
  expect(policyOf(answer)).not.toMatch(/unsafe|frame-src|https?:/);
});

test('a whole page that comes back is sent on to where its cookie comes again', async () => {
  const answer = await fromBank('/return', 'document');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(`/pay/${session.id}/back`);
});

test('whoever only looks at that address is shown the payment', async () => {
  const answer = await ask('/return', { headers: { 'sec-fetch-dest': 'document' } });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/pay/${session.id}`]);
});

test('what is too much is not read to its end', async () => {
  expect((await fromBank('/return', 'iframe', `cres=${'x'.repeat(20_000)}`)).status).toBe(413);
  expect((await fromBank('/method', 'iframe', `threeDSMethodData=${'x'.repeat(20_000)}`)).status).toBe(413);
});

test('the hidden frame is answered by a page that only our own pages may hold', async () => {
  const answer = await fromBank('/method', 'iframe');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('id="method-done"');
  expect(policyOf(answer)).toContain("frame-ancestors 'self';");
  expect((await ask('/method')).status).toBe(404);
});

test('an address that is no session’s has none of these doors', async () => {
  for (const door of ['return', 'method'])
    expect((await fetch(`${house.publicUrl}/pay/nobody/${door}`, { method: 'POST', body: '' })).status).toBe(404);
  expect((await fetch(`${house.publicUrl}/pay/nobody/back`)).status).toBe(404);
});

test('coming back with the cookie makes the page wait for the bank’s word; nothing else does', async () => {
  const where = async (answer: Promise<Response>): Promise<string | null> => (await answer).headers.get('location');
  expect(await where(ask('/back'))).toBe(`/pay/${session.id}`);
  expect(await where(asShopper('/back', { headers: { 'sec-purpose': 'prefetch' } }))).toBe(`/pay/${session.id}`);
  expect(await where(asShopper('/back', { method: 'HEAD' }))).toBe(`/pay/${session.id}`);
  expect(await where(asShopper('/back'))).toBe(`/pay/${session.id}?back=1`);
  const waiting = await asShopper('?back=1');
  expect(waiting.headers.get('refresh')).toBe('2');
  expect(policyOf(waiting)).not.toMatch(/frame-src|localhost/);
  const idle = await openCheckout(house);
  const headers = { cookie: `pay-${idle.id}=${idle.token}` };
  const back = fetch(`${house.publicUrl}/pay/${idle.id}/back`, { redirect: 'manual', headers });
  expect(await where(back)).toBe(`/pay/${idle.id}`);
});

test.each(['02', '11'])('the page of behaviour %s may reach the bank’s origin, and no other', async threeds => {
  const opened = await underWay(threeds);
  const headers = { cookie: `pay-${opened.id}=${opened.token}` };
  const policy = policyOf(await fetch(`${house.publicUrl}/pay/${opened.id}`, { headers }));
  const bank = `http://localhost:${house.bank.threedsPort}`;
  expect(policy).toContain(`frame-src 'self' ${bank};`);
  expect(policy).toContain(`form-action 'self' ${bank};`);
  expect(policy).toContain("frame-ancestors 'none';");
  expect(policy.replaceAll(bank, '')).not.toMatch(/unsafe|\*|https?:/);
});

test('a stranger’s page cannot give up a check for the shopper', async () => {
  const opened = await underWay('02');
  const form = { action: 'abandon', idempotencyKey: 'k' };
  expect((await sendForm(house, opened, form, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(await checkout(house, opened)).toMatchObject({ step: 'CHALLENGE' });
  expect((await sendForm(house, opened, form)).status).toBe(303);
  expect(await checkout(house, opened)).toMatchObject({ step: 'NOT_AUTHENTICATED', attemptsLeft: 2 });
});

test('the button goes on where the bank’s look at the browser does not end', async () => {
  const opened = await underWay('11');
  expect(await checkout(house, opened)).toMatchObject({ step: 'METHOD' });
  const form = { action: 'method', done: 'false', idempotencyKey: 'k' };
  expect((await sendForm(house, opened, form)).status).toBe(303);
  expect(await checkout(house, opened)).toMatchObject({ step: 'CHALLENGE' });
});

test('the start page offers cards that a bank checks where there is a directory', async () => {
  const answer = await fetch(house.publicUrl, { headers: { 'accept-language': 'en' } });
  expect(await answer.text()).toContain('the bank asks for a code, 1234');
});
