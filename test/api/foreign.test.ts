/**
 * Somebody else's and absent look the same: for every field that takes a name, the whole answer to the name of another shop's
 * thing is that to a name that nobody has, and the other shop's rows are as they were.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { isObjectType, isUnionType, getNamedType } from 'graphql';
import { PROFILES } from '../../server/core/caller.js';
import { ID_PREFIXES } from '../../server/core/identifiers.js';
import type { DemoShop } from '../../server/demo-shop.js';
import { buildGuichetSchema } from '../../server/schema.js';
import { atRest } from '../support/books.js';
import { documentOf, rootFields, type Named, type RootField } from '../support/documents.js';
import type { Answer } from '../support/graphql.js';
import { startHouse, type House } from '../support/house.js';
import { signIn } from '../support/members.js';
import { openSession, pay, sandboxCard, until, type OpenedSession } from '../support/shopping.js';
import { endDayNow } from '../support/reports.js';
import { seeTransaction } from '../support/till.js';

const schema = buildGuichetSchema();
const naming = rootFields(schema).filter(field => field.names);

let house: House;
let owner: DemoShop;
let stranger: DemoShop;
let theirs: Named;
let session: OpenedSession;

/** The owner has one of everything that has a name. */
beforeAll(async () => {
  house = await startHouse();
  owner = house.shop;
  stranger = await house.openShop();
  session = await openSession(house);
  await pay(house, session, sandboxCard('00'));
  const { id: transaction, reference } = await seeTransaction(house, session);
  const remittance = await askForId('{ remittances(first: 1) { edges { node { id } } } }');
  await mutate('closeRemittance', 'CloseRemittanceInput', { remittanceId: remittance });
  await until(
    () => seeTransaction(house, session),
    ({ status }) => status === 'CAPTURED',
  );
  const refund = await mutate('refundTransaction', 'RefundTransactionInput', {
    transactionId: transaction,
    amount: 100,
  });
  const [member, key] = await Promise.all([rowOf('member'), rowOf('shop_key')]);
  const report = await endDayNow(house, owner.shopId);
  theirs = {
    session: session.id,
    transaction,
    reference,
    remittance,
    refund,
    report,
    member,
    key,
    orderId: session.orderId,
  };
}, 60_000);
afterAll(() => house?.close());

async function askForId(query: string, variables = {}): Promise<string> {
  const found = /"id":"([a-z]+_[0-9a-z]{26})"/.exec(JSON.stringify(await house.ask(query, variables)));
  if (!found?.[1]) throw new Error(`Nothing was found by ${query}`);
  return found[1];
}

function mutate(verb: string, type: string, input: object): Promise<string> {
  const query = `mutation ($input: ${type}!) { ${verb}(input: $input) { ... on Node { id } ... on Refusal { code message } } }`;
  return askForId(query, { input: { idempotencyKey: verb, ...input } });
}

async function rowOf(table: 'member' | 'shop_key'): Promise<string> {
  const { sql: database } = house.server.app.deps;
  const row = await database
    .selectFrom(table)
    .select('id')
    .where('shop_id', '=', owner.shopId)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Names of the right form that nobody has. */
function absent(): Named {
  const nothing = '7'.repeat(26);
  return Object.fromEntries(
    Object.entries(theirs).map(([kind, name]) => [
      kind,
      name.replace(/^([a-z]+_)?.*$/, (_, prefix = '') => `${prefix}${nothing}`),
    ]),
  );
}

/** The answer, without what differs in every answer: who asked when, and the name that was asked for. */
function bare(answer: Answer<unknown>, named: Named): string {
  const names = Object.values(named).join('|');
  const { setCookies: _, ...rest } = answer;
  return JSON.stringify(rest)
    .replaceAll(new RegExp(names, 'g'), 'NAME')
    .replaceAll(/"requestId":"[^"]+"/g, '')
    .replaceAll(/"(?:id|token|checkoutUrl)":"[^"]+"/g, '')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT');
}

/** Every row of a shop, as text. Only who was last seen when changes by itself. */
async function rowsOf(shopId: string): Promise<string> {
  await atRest(house);
  const { sql: database } = house.server.app.deps;
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'shop_id' and table_name not in ('sign_in', 'feed')`.execute(
    database,
  );
  const texts = await Promise.all(
    tables.rows.map(({ name }) =>
      sql<{
        text: string;
      }>`select to_jsonb(t)::text as text from ${sql.table(name)} t where shop_id = ${shopId}`.execute(database),
    ),
  );
  return texts
    .flatMap(({ rows }) => rows.map(row => row.text))
    .toSorted()
    .join('\n');
}

test('what this is told with exists: the owner finds every one of them', async () => {
  for (const name of ['paymentSession', 'transaction', 'refund', 'remittance'] as const) {
    const field = naming.find(each => each.name === name) as RootField;
    const { query, variables } = documentOf(field, theirs);
    expect((await house.ask(query, variables)).data[name]).toMatchObject({ id: expect.stringMatching(/_/) });
  }
});

describe.each(naming.map(field => [field.name, field] as const))('%s', (_, field) => {
  test("tells a stranger's key and members nothing, and changes nothing", async () => {
    const before = await rowsOf(owner.shopId);
    const people = await Promise.all(PROFILES.map(profile => signIn(house, profile, stranger)));
    for (const caller of [stranger.apiKey, ...people]) {
      const foreign = documentOf(field, theirs);
      const nobodys = documentOf(field, absent());
      const toForeign = await house.ask(foreign.query, foreign.variables, caller);
      const toAbsent = await house.ask(nobodys.query, nobodys.variables, caller);
      expect(bare(toForeign, theirs)).toBe(bare(toAbsent, absent()));
    }
    expect(await rowsOf(owner.shopId)).toBe(before);
  });
});

describe('node', () => {
  const byId = 'query ($id: ID!) { node(id: $id) { __typename id } }';

  test('finds its own things and no others, whatever is asked', async () => {
    const field = naming.find(({ name }) => name === 'node') as RootField;
    expect(field).toBeDefined();
    for (const kind of ['session', 'transaction', 'refund', 'remittance'] as const) {
      const id = theirs[kind];
      expect((await house.ask(byId, { id })).data['node']).toMatchObject({ id });
      expect((await house.ask(byId, { id }, stranger.apiKey)).data).toEqual({ node: null });
    }
    for (const prefix of Object.values(ID_PREFIXES))
      expect((await house.ask(byId, { id: `${prefix}_${'7'.repeat(26)}` })).data).toEqual({ node: null });
    for (const id of ['', 'x', theirs['session']?.toUpperCase(), `${theirs['session']} `, '../../etc', "' or 1=1 --"])
      expect((await house.ask(byId, { id })).data).toEqual({ node: null });
  });
});

describe('lists', () => {
  test.each(['paymentSessions', 'transactions'])(
    "%s of a stranger hold nothing of another shop's, by no filter and no cursor",
    async list => {
      const kind = list === 'transactions' ? 'transaction' : 'session';
      const newcomer = await house.openShop();
      const filters = [
        `filter: { orderId: "${theirs['orderId']}" }`,
        `after: "${theirs[kind]}"`,
        `before: "${theirs[kind]}"`,
      ];
      for (const filter of filters) {
        const query = `{ ${list}(first: 100, ${filter}) { totalCount edges { node { id } } } }`;
        const { data } = await house.ask(query, {}, newcomer.apiKey);
        expect(JSON.stringify(data)).not.toContain(theirs[kind]);
        expect(data[list]).toMatchObject({ edges: [] });
      }
    },
  );
});

describe("a shopper's token", () => {
  test('leads to nothing but its own session, whichever way the schema is walked', () => {
    const seen = new Set<string>();
    const walk = (name: string): void => {
      const type = schema.getType(name);
      if (seen.has(name)) return;
      seen.add(name);
      if (isUnionType(type)) for (const member of type.getTypes()) walk(member.name);
      if (isObjectType(type)) for (const field of Object.values(type.getFields())) walk(getNamedType(field.type).name);
    };
    walk('CheckoutSession');
    for (const type of [
      'PaymentSession',
      'Transaction',
      'Refund',
      'Remittance',
      'Member',
      'ApiKey',
      'TransactionEvent',
    ])
      expect(seen).not.toContain(type);
  });

  test('shows its own session, and another one its own', async () => {
    const other = await openSession(house);
    for (const { id, token } of [session, other])
      expect((await house.ask('{ checkout { id } }', {}, token)).data).toEqual({ checkout: { id } });
  });

  test('is not to be had from the id of a session', async () => {
    const { vault } = house.server.app.deps;
    for (const guess of [session.id, vault.hash(session.id), session.id.replace('ps_', '')])
      expect((await house.ask('{ checkout { id } }', {}, `pst_${guess}`)).status).toBe(401);
  });

  test('has idempotency keys of its own: the same key in two sessions is two payments', async () => {
    const key = { idempotencyKey: 'the same in both' };
    for (const serial of ['00071', '00072'])
      expect(await pay(house, await openSession(house), sandboxCard('00', { serial }), key)).toMatchObject({
        step: 'TICKET',
      });
  });
});
