import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sequenceEvents } from '../../server/notifications/sequence-events.js';
import { type House, startHouse } from '../support/house.js';
import { type Browser, personOf, signIn } from '../support/members.js';
import { openSession } from '../support/shopping.js';

let house: House;
beforeAll(async () => {
  house = await startHouse({ run: 'api' });
});
afterAll(() => house.close());

interface Entry {
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

async function page(browser: Browser, variables: { first?: number; after?: string | null } = {}): Promise<Page> {
  await sequenceEvents(house.server.app.deps);
  const { data, errors } = await browser.ask<{ auditLog: Page }>(
    `query ($first: Int, $after: String) { auditLog(first: $first, after: $after) {
       edges { cursor node { id subject type actor { kind id name } } } pageInfo { hasNextPage endCursor } totalCount } }`,
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
