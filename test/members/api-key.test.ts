import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, startHouse } from '../support/house.js';
import { type Browser, signIn } from '../support/members.js';

let house: House;
beforeAll(async () => {
  house = await startHouse({ run: 'api' });
});
afterAll(() => house.close());

interface Key {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdBy: string | null;
  readonly revokedAt: string | null;
}

interface Told {
  readonly key: string;
  readonly apiKey: Key;
  readonly code: string;
  readonly path: string;
}

async function create(browser: Browser, name: string, scopes: readonly string[]): Promise<Told> {
  const { data } = await browser.ask<{ createApiKey: Told }>(
    `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
       ... on ApiKeyCreated { key apiKey { id name scopes createdBy revokedAt } } ... on Refusal { code path } } }`,
    { input: { name, scopes } },
  );
  return data.createApiKey;
}

async function revoke(browser: Browser, keyId: string): Promise<Key & { readonly code: string }> {
  const { data } = await browser.ask<{ revokeApiKey: Key & { code: string } }>(
    `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) {
       ... on ApiKey { id revokedAt } ... on Refusal { code } } }`,
    { input: { keyId } },
  );
  return data.revokeApiKey;
}

const asked = async (query: string, key: string) => (await house.ask(query, {}, key)).errors?.[0]?.extensions.code;
const SESSIONS = '{ paymentSessions { totalCount } }';

test('a key does what its scopes say, until it is revoked; it is shown once and stored as a hash', async () => {
  const accountant = await signIn(house, 'ACCOUNTANT');
  const { key, apiKey } = await create(accountant, 'Web shop', ['sessions:write', 'sessions:read']);
  expect(key).toMatch(/^sk_test_[\w-]{43}$/);
  expect(apiKey).toMatchObject({ name: 'Web shop', scopes: ['sessions:read', 'sessions:write'], revokedAt: null });
  expect(await asked(SESSIONS, key)).toBeUndefined();
  expect(await asked('{ remittances { totalCount } }', key)).toBe('FORBIDDEN');
  const rows = await house.server.app.deps.sql.selectFrom('shop_key').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(key);
  const revoked = await revoke(accountant, apiKey.id);
  expect(revoked.revokedAt).not.toBeNull();
  expect(await revoke(accountant, apiKey.id)).toEqual(revoked);
  expect(await asked(SESSIONS, key)).toBe('UNAUTHENTICATED');
});

test('what a key may is what it may now, also where it was asked with a moment ago', async () => {
  const { sql } = house.server.app.deps;
  const { key, apiKey } = await create(await signIn(house, 'ACCOUNTANT'), 'Changing', ['sessions:read']);
  const may = (...scopes: string[]) =>
    sql.updateTable('shop_key').set({ scopes }).where('id', '=', apiKey.id).executeTakeFirstOrThrow();
  for (let times = 0; times < 2; times += 1) {
    expect(await asked(SESSIONS, key)).toBeUndefined();
    await may('remittances:read');
    expect(await asked(SESSIONS, key)).toBe('FORBIDDEN');
    expect(await asked('{ remittances { totalCount } }', key)).toBeUndefined();
    await may('sessions:read');
  }
});

test('the keys of this shop are listed, the newest first, and those of another shop are not', async () => {
  const shop = await house.openShop();
  const accountant = await signIn(house, 'ACCOUNTANT', shop);
  const { apiKey } = await create(accountant, 'Second', ['analytics:read']);
  const { data } = await accountant.ask<{ apiKeys: Key[] }>('{ apiKeys { name createdBy } me { id } }');
  expect(data).toEqual({
    apiKeys: [
      { name: 'Second', createdBy: apiKey.createdBy },
      { name: 'First key', createdBy: null },
    ],
    me: { id: apiKey.createdBy },
  });
});

test("another shop's key and none at all look the same, and go on working", async () => {
  const accountant = await signIn(house, 'ACCOUNTANT', await house.openShop());
  const { key, apiKey } = await create(await signIn(house, 'ACCOUNTANT'), 'Ours', ['sessions:read']);
  expect(await revoke(accountant, apiKey.id)).toEqual({ code: 'NOT_FOUND' });
  expect(await revoke(accountant, `key_${'0'.repeat(26)}`)).toEqual({ code: 'NOT_FOUND' });
  expect(await asked(SESSIONS, key)).toBeUndefined();
});

test.each([
  ['no scope', 'Web shop', [], 'scopes'],
  ['a scope that there is not', 'Web shop', ['sessions:read', 'everything'], 'scopes'],
  ['no name', '', ['sessions:read'], 'name'],
  ['a name too long', 'x'.repeat(101), ['sessions:read'], 'name'],
])('%s is refused', async (_, name, scopes, path) => {
  const accountant = await signIn(house, 'ACCOUNTANT');
  expect(await create(accountant, name, scopes)).toEqual({ code: 'INPUT_INVALID', path });
});
