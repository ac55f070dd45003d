import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type House, startHouse } from '../support/house.js';
import { Browser, personOf, signIn, tryToSignIn } from '../support/members.js';

let house: House;
beforeAll(async () => {
  house = await startHouse({ run: 'api' });
});
afterAll(() => house.close());

const ME = '{ me { email profile status lastSignInAt signInEndsAt shop { name mode } } }';

async function meOf(browser: Browser) {
  const { data, errors } = await browser.ask<{ me: Record<string, unknown> }>(ME);
  return errors ? errors[0]?.extensions.code : data.me;
}

test('a member signs in with address and password, and is then known by a cookie that scripts cannot read', async () => {
  const { email, password } = personOf(house.shop, 'OPERATOR');
  const browser = new Browser(house);
  expect(await tryToSignIn(browser, email.toUpperCase(), password)).toMatchObject({ email, profile: 'OPERATOR' });
  const [cookie = '', device = ''] = browser.lastSet;
  expect(cookie).toMatch(/^till=till_[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(device).toMatch(/^till-device=[\w-]{43}\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=34560000$/);
  expect(await meOf(browser)).toMatchObject({ email, profile: 'OPERATOR', shop: { name: 'Maison Lumière' } });
});

test('the sign-in before this one is shown, and never this one itself', async () => {
  const { members } = await house.openShop();
  const { email, password } = personOf({ ...house.shop, members }, 'VIEWER');
  const first = new Browser(house);
  expect(await tryToSignIn(first, email, password)).toMatchObject({ lastSignInAt: null });
  const second = new Browser(house);
  const { lastSignInAt } = await tryToSignIn(second, email, password);
  expect(Date.parse(lastSignInAt ?? '')).toBeLessThanOrEqual(Date.now());
  expect(await meOf(second)).toMatchObject({ lastSignInAt });
  expect(await meOf(first)).toMatchObject({ lastSignInAt: null });
});

test('the list of members says of oneself what one is told of oneself', async () => {
  const { members } = await house.openShop();
  const { email, password } = personOf({ ...house.shop, members }, 'ACCOUNTANT');
  const [first, second] = [new Browser(house), new Browser(house)];
  await tryToSignIn(first, email, password);
  const { lastSignInAt } = await tryToSignIn(second, email, password);
  const seenBy = async (browser: Browser): Promise<unknown> => {
    const { data } = await browser.ask<{ members: { email: string }[] }>('{ members { email lastSignInAt } }');
    return data.members.find(member => member.email === email);
  };
  expect(await seenBy(second)).toEqual({ email, lastSignInAt });
  expect(await seenBy(first)).toEqual({ email, lastSignInAt: null });
});

test('a wrong password and an address that nobody has get the same answer, and no cookie', async () => {
  const { email } = personOf(house.shop, 'VIEWER');
  const answers = [];
  for (const address of [email, 'nobody@shop.example']) {
    const browser = new Browser(house).from('198.51.100.1');
    answers.push(await tryToSignIn(browser, address, 'not the password'));
    expect(browser.lastSet).toEqual([]);
  }
  expect(answers[0]).toEqual({ __typename: 'Refusal', code: 'SIGN_IN_REFUSED', message: expect.any(String) });
  expect(answers[1]).toEqual(answers[0]);
});

test('each sign-in has a token of its own, and the one this browser had before is worth nothing', async () => {
  const browser = await signIn(house, 'VIEWER');
  const before = new Browser(house, { cookie: `till=${browser.cookies.get('till')}` });
  const { email, password } = personOf(house.shop, 'VIEWER');
  await tryToSignIn(browser, email, password);
  expect(await meOf(browser)).toMatchObject({ email });
  expect(await meOf(before)).toBe('UNAUTHENTICATED');
});

test('nothing that opens a sign-in is stored or logged', async () => {
  const browser = await signIn(house, 'ACCOUNTANT');
  const token = browser.cookies.get('till') ?? '';
  const { sql } = house.server.app.deps;
  const rows = await sql.selectFrom('sign_in').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(house.log.join('\n')).not.toContain(token);
  expect(house.log.join('\n')).not.toContain(personOf(house.shop, 'ACCOUNTANT').password);
});

describe('whose request it is', () => {
  test('a header wins over the cookie, also when it opens nothing', async () => {
    const browser = await signIn(house, 'VIEWER');
    const both = (authorization: string) =>
      new Browser(house, { cookie: browser.headers['cookie'] ?? '', authorization });
    expect(await meOf(both(`Bearer ${house.shop.apiKey}`))).toBe('FORBIDDEN');
    expect(await meOf(both('Bearer sk_test_unknown'))).toBe('UNAUTHENTICATED');
    expect(await meOf(both('Basic eDp5'))).toBe('UNAUTHENTICATED');
  });

  test.each([
    [{ origin: 'https://elsewhere.example' }, false],
    [{ origin: 'null' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'x-internal-token': 'guessed', origin: 'https://elsewhere.example' }, false],
    [{ 'sec-fetch-site': 'same-origin' }, true],
  ])('a cookie that comes with %j counts: %s', async (sent, counts) => {
    const browser = await signIn(house, 'VIEWER');
    const other = new Browser(house, { cookie: browser.headers['cookie'] ?? '', ...sent });
    expect(await meOf(other)).toEqual(counts ? expect.objectContaining({ profile: 'VIEWER' }) : 'UNAUTHENTICATED');
  });

  test('a cookie without a word of where it comes from counts only from our own web process', async () => {
    const browser = await signIn(house, 'VIEWER');
    const cookie = browser.headers['cookie'] ?? '';
    const ask = async (headers: Record<string, string>) => {
      const answer = await house.ask('{ me { profile } }', {}, { headers: { cookie, ...headers } });
      return answer.errors?.[0]?.extensions.code ?? answer.data;
    };
    expect(await ask({})).toBe('UNAUTHENTICATED');
    const internalToken = house.environment.internalToken.reveal();
    expect(await ask({ 'x-internal-token': internalToken })).toEqual({ me: { profile: 'VIEWER' } });
  });
});

describe('how a sign-in ends', () => {
  test('signing out ends this one, and takes the cookie back', async () => {
    const [one, other] = [await signIn(house, 'VIEWER'), await signIn(house, 'VIEWER')];
    const stolen = new Browser(house, { cookie: one.headers['cookie'] ?? '' });
    const { data } = await one.ask('mutation { signOut { ... on SignedOut { ended } } }');
    expect(data).toEqual({ signOut: { ended: 1 } });
    expect(one.lastSet).toEqual(['till=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0']);
    expect(await meOf(stolen)).toBe('UNAUTHENTICATED');
    expect(await meOf(other)).toMatchObject({ profile: 'VIEWER' });
  });

  test('signing out everywhere ends all of them', async () => {
    const shop = await house.openShop();
    const first = await signIn(house, 'VIEWER', shop);
    const browsers = [first, await signIn(house, 'VIEWER', shop)];
    const colleague = await signIn(house, 'OPERATOR', shop);
    const { data } = await first.ask('mutation { signOutEverywhere { ... on SignedOut { ended } } }');
    expect(data).toEqual({ signOutEverywhere: { ended: 2 } });
    for (const browser of browsers) expect(await meOf(browser)).toBe('UNAUTHENTICATED');
    expect(await meOf(colleague)).toMatchObject({ profile: 'OPERATOR' });
  });
});
