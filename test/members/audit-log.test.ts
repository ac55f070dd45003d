import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sequenceEvents } from '../../server/notifications/sequence-events.js';
import { type House, startHouse } from '../support/house.js';
import { type Browser, personOf, signIn } from '../support/members.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';
import { seeTransaction } from '../support/till.js';

let house: House;
beforeAll(async () => {
  house = await startHouse({ run: 'api' });
});
afterAll(() => house.close());

interface Entry {
  readonly subjectName: string | null;
  readonly transactionId: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly id: string;
  readonly subject: string;
  readonly type: string;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string | null };
}

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Entry }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

interface Asked {
  readonly first?: number;
  readonly after?: string | null;
  readonly subject?: readonly string[];
}

async function page(browser: Browser, variables: Asked = {}): Promise<Page> {
  await sequenceEvents(house.server.app.deps);
  const { data, errors } = await browser.ask<{ auditLog: Page }>(
    `query ($first: Int, $after: String, $subject: [AuditSubject!]) { auditLog(first: $first, after: $after, subject: $subject) {
       edges { cursor node { id subject subjectName transactionId type facts at actor { kind id name } } } pageInfo { hasNextPage endCursor } totalCount } }`,
    variables,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.auditLog;
}

const entriesOf = ({ edges }: Page) => edges.map(({ node }) => node);

test('every change stands in it with its actor by name, the last first', async () => {
  const shop = await house.openShop();
  const accountant = await signIn(house, 'ACCOUNTANT', shop);
  await openSession(house, { bearer: shop.apiKey });
  await accountant.ask(
    'mutation { inviteMember(input: { email: "new@shop.example", profile: VIEWER }) { __typename } }',
  );
  await accountant.ask('mutation { createApiKey(input: { name: "K", scopes: ["sessions:read"] }) { __typename } }');
  const { email } = personOf(shop, 'ACCOUNTANT');
  const member = { kind: 'MEMBER', name: email };
  expect(entriesOf(await page(accountant))).toMatchObject([
    { subject: 'KEY', type: 'CREATED', actor: member },
    { subject: 'MEMBER', type: 'INVITED', actor: member },
    { subject: 'SESSION', type: 'OPENED', actor: { kind: 'KEY', name: 'First key' } },
    { subject: 'MEMBER', type: 'SIGNED_IN', actor: member },
    ...Array.from({ length: 5 }, () => ({ type: 'CREATED', actor: { kind: 'TILL', id: null, name: null } })),
  ]);
});

test('it is read page by page without a gap, while more is written', async () => {
  const shop = await house.openShop();
  const accountant = await signIn(house, 'ACCOUNTANT', shop);
  const all = entriesOf(await page(accountant)).map(({ id }) => id);
  const read: string[] = [];
  let after: string | null = null;
  do {
    const next: Page = await page(accountant, { first: 2, after });
    read.push(...entriesOf(next).map(({ id }) => id));
    after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
    await openSession(house, { bearer: shop.apiKey });
  } while (after !== null);
  expect(read).toEqual(all);
  expect((await page(accountant)).totalCount).toBe(all.length + 3);
});

test("nothing of another shop stands in it, also not by another shop's cursor", async () => {
  const [one, other] = [await house.openShop(), await house.openShop()];
  const [mine, theirs] = [await signIn(house, 'ACCOUNTANT', one), await signIn(house, 'ACCOUNTANT', other)];
  const foreign = (await page(theirs)).edges;
  const ids = new Set(foreign.map(({ cursor }) => cursor));
  for (const after of [null, ...ids])
    expect(entriesOf(await page(mine, { after })).filter(({ id }) => ids.has(id))).toEqual([]);
});

test('it can be read for some kinds of things alone, which it calls by their names', async () => {
  const shop = await house.openShop({ enrolled: false });
  const accountant = await signIn(house, 'ACCOUNTANT', shop);
  const session = await openSession(house, { bearer: shop.apiKey });
  await pay(house, session, sandboxCard('00'));
  await accountant.ask('mutation { createApiKey(input: { name: "K", scopes: ["sessions:read"] }) { __typename } }');
  const { reference, id } = await seeTransaction(house, session, shop.apiKey);
  const office = await page(accountant, { subject: ['KEY', 'SHOP'] });
  // What is born together, with the shop, stands in it in any order.
  const [newest, ...born] = office.edges.map(({ node }) => [node.subject, node.type, node.subjectName]);
  expect(newest).toEqual(['KEY', 'CREATED', 'K']);
  expect(born.toSorted()).toEqual([
    ['KEY', 'CREATED', 'First key'],
    ['SHOP', 'CREATED', null],
  ]);
  expect(office.totalCount).toBe(3);
  const [payment] = entriesOf(await page(accountant, { subject: ['TRANSACTION'] }));
  expect(payment).toMatchObject({ subjectName: reference, transactionId: id });
  const [ofSession] = entriesOf(await page(accountant, { subject: ['SESSION'] }));
  expect(payment?.actor).toMatchObject({ kind: 'BANK', name: null });
  const shopper = entriesOf(await page(accountant)).find(({ actor }) => actor.kind === 'SHOPPER');
  expect(shopper?.actor).toEqual({ kind: 'SHOPPER', id: session.id, name: null });
  expect(ofSession).toMatchObject({ subjectName: session.orderId, transactionId: null });
});

test('who moves the clock of a test shop stands in it, before what comes of it', async () => {
  const shop = await house.openShop();
  const accountant = await signIn(house, 'ACCOUNTANT', shop);
  await openSession(house, { bearer: shop.apiKey });
  const { data } = await accountant.ask<{ advanceTestClock: { now: string } }>(
    'mutation { advanceTestClock(input: { bySeconds: 90000 }) { ... on TestClock { now } } }',
  );
  await accountant.ask('mutation { advanceTestClock(input: { bySeconds: 0 }) { __typename } }');
  const entries = entriesOf(await page(accountant));
  const moves = entries.filter(({ type }) => type === 'CLOCK_ADVANCED');
  expect(moves).toMatchObject([{ subject: 'SHOP', actor: { name: personOf(shop, 'ACCOUNTANT').email } }]);
  expect(Date.parse(String(moves[0]?.facts['to']))).toBeLessThanOrEqual(Date.parse(data.advanceTestClock.now));
  const types = entries.map(({ type }) => type);
  expect(types.indexOf('EXPIRED')).toBeLessThan(types.indexOf('CLOCK_ADVANCED'));
});
