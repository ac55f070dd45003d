import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Profile } from '../../server/core/caller.js';
import { disableMember } from '../../server/members/change-member.js';
import { type House, startHouse } from '../support/house.js';
import { Browser, personOf, signIn, tryToSignIn } from '../support/members.js';
import { PushedClock } from '../support/pushed-clock.js';

const clock = new PushedClock();
let house: House;
beforeAll(async () => {
  house = await startHouse({ run: 'api', outside: { clock } });
});
afterAll(() => house.close());

interface Told {
  readonly __typename: string;
  readonly id: string;
  readonly email: string;
  readonly profile: Profile;
  readonly status: string;
  readonly invitationUrl: string | null;
  readonly code: string;
  readonly path: string | null;
}

/** Does something about a member; `verb` names mutation and input. */
async function doing(browser: Browser, verb: string, input: object): Promise<Told> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const { data, errors } = await browser.ask<Record<string, Told>>(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename
       ... on Member { id email profile status invitationUrl } ... on Refusal { code path } } }`,
    { input },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  const told = data[verb];
  if (!told) throw new Error('Nothing was told.');
  return told;
}

const tokenOf = ({ invitationUrl }: Told) => invitationUrl?.split('/invitation/')[1] ?? '';
async function idOf(browser: Browser): Promise<string> {
  return (await browser.ask<{ me: Told }>('{ me { id } }')).data.me.id;
}

async function isIn(browser: Browser): Promise<boolean> {
  return (await browser.ask('{ me { id } }')).errors === undefined;
}

const PASSWORD = 'the tide comes in twice';

describe('an invitation', () => {
  test('lets somebody choose a password, once, and sign in with the profile it names', async () => {
    const accountant = await signIn(house, 'ACCOUNTANT');
    const invited = await doing(accountant, 'inviteMember', { email: 'Ines@shop.example', profile: 'OPERATOR' });
    expect(invited).toMatchObject({ email: 'ines@shop.example', profile: 'OPERATOR', status: 'INVITED' });
    expect(invited.invitationUrl).toMatch(new RegExp(`^${house.publicUrl}/invitation/inv_[\\w-]{43}$`));
    const browser = new Browser(house);
    const { data } = await browser.ask(
      'query ($token: String!) { invitation(token: $token) { email shopName profile } }',
      {
        token: tokenOf(invited),
      },
    );
    expect(data).toEqual({
      invitation: { email: 'ines@shop.example', shopName: 'Maison Lumière', profile: 'OPERATOR' },
    });
    expect(await tryToSignIn(browser, 'ines@shop.example', PASSWORD)).toMatchObject({ code: 'SIGN_IN_REFUSED' });
    const weak = await doing(browser, 'acceptInvitation', { token: tokenOf(invited), password: 'password1234' });
    expect(weak).toMatchObject({ code: 'PASSWORD_NOT_ACCEPTED', path: 'password' });
    const chosen = { token: tokenOf(invited), password: PASSWORD };
    const [one, other] = await Promise.all([1, 2].map(() => doing(new Browser(house), 'acceptInvitation', chosen)));
    expect([one?.status, other?.status].filter(Boolean)).toEqual(['ACTIVE']);
    expect([one?.code, other?.code].filter(Boolean)).toEqual(['INVITATION_NOT_VALID']);
    expect(await tryToSignIn(browser, 'ines@shop.example', PASSWORD)).toMatchObject({ profile: 'OPERATOR' });
  });

  test('renewed, it makes the link before it worthless; after seven days it ends', async () => {
    const accountant = await signIn(house, 'ACCOUNTANT');
    const asked = { email: 'paul@shop.example', profile: 'VIEWER' };
    const first = await doing(accountant, 'inviteMember', asked);
    const second = await doing(accountant, 'inviteMember', { ...asked, profile: 'OPERATOR' });
    expect(second).toMatchObject({ id: first.id, profile: 'OPERATOR' });
    const accept = (told: Told) =>
      doing(new Browser(house), 'acceptInvitation', { token: tokenOf(told), password: PASSWORD });
    expect(await accept(first)).toMatchObject({ code: 'INVITATION_NOT_VALID' });
    clock.push(7 * 86_400_000 + 1_000);
    expect(await accept(second)).toMatchObject({ code: 'INVITATION_NOT_VALID' });
    const again = await signIn(house, 'ACCOUNTANT');
    expect(await accept(await doing(again, 'inviteMember', asked))).toMatchObject({ status: 'ACTIVE' });
  });

  test('is refused for an address that is a member already, here or elsewhere, and for what is no address', async () => {
    const accountant = await signIn(house, 'ACCOUNTANT');
    const elsewhere = await house.openShop();
    for (const shop of [house.shop, elsewhere]) {
      const { email } = personOf(shop, 'VIEWER');
      const told = await doing(accountant, 'inviteMember', { email, profile: 'ACCOUNTANT' });
      expect(told).toMatchObject({ code: 'EMAIL_NOT_POSSIBLE', path: 'email' });
    }
    const told = await doing(accountant, 'inviteMember', { email: 'not an address', profile: 'VIEWER' });
    expect(told).toMatchObject({ code: 'INPUT_INVALID', path: 'email' });
  });
});

describe('changes', () => {
  test('another profile counts from the next request on, without signing in again', async () => {
    const shop = await house.openShop();
    const accountant = await signIn(house, 'ACCOUNTANT', shop);
    const viewer = await signIn(house, 'VIEWER', shop);
    const { data } = await viewer.ask<{ me: Told }>('{ me { id } }');
    const members = async () => (await viewer.ask('{ members { id } }')).errors?.[0]?.extensions.code ?? 'SHOWN';
    expect(await members()).toBe('FORBIDDEN');
    await doing(accountant, 'changeMemberProfile', { memberId: data.me.id, profile: 'ACCOUNTANT' });
    expect(await members()).toBe('SHOWN');
    await doing(accountant, 'changeMemberProfile', { memberId: data.me.id, profile: 'OPERATOR' });
    expect(await members()).toBe('FORBIDDEN');
  });

  test('who leaves is out at once, cannot come in again, and may be invited anew', async () => {
    const shop = await house.openShop();
    const accountant = await signIn(house, 'ACCOUNTANT', shop);
    const { email, password } = personOf(shop, 'OPERATOR');
    const leaving = await signIn(house, 'OPERATOR', shop);
    const { data } = await leaving.ask<{ me: Told }>('{ me { id } }');
    const input = { memberId: data.me.id };
    expect(await doing(accountant, 'disableMember', input)).toMatchObject({ status: 'DISABLED' });
    expect(await doing(accountant, 'disableMember', input)).toMatchObject({ status: 'DISABLED' });
    expect((await leaving.ask('{ me { id } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await tryToSignIn(leaving, email, password)).toMatchObject({ code: 'SIGN_IN_REFUSED' });
    const anew = await doing(accountant, 'inviteMember', { email, profile: 'VIEWER' });
    expect(anew).toMatchObject({ email, status: 'INVITED' });
    expect(anew.id).not.toBe(data.me.id);
  });

  test('the last accountant who can sign in stays one, also when two would disable each other at once', async () => {
    const shop = await house.openShop();
    const one = await signIn(house, 'ACCOUNTANT', shop);
    const other = await signIn(house, 'OPERATOR', shop);
    const [oneId, otherId] = [await idOf(one), await idOf(other)];
    await doing(one, 'inviteMember', { email: 'not-yet@shop.example', profile: 'ACCOUNTANT' });
    const last = { code: 'LAST_ACCOUNTANT', path: 'memberId' };
    expect(await doing(one, 'disableMember', { memberId: oneId })).toMatchObject(last);
    expect(await doing(one, 'changeMemberProfile', { memberId: oneId, profile: 'VIEWER' })).toMatchObject(last);
    await doing(one, 'changeMemberProfile', { memberId: otherId, profile: 'ACCOUNTANT' });
    // Asked for at the same instant, past the door: both have read that the other one stays.
    const { deps } = house.server.app;
    const as = (memberId: string) =>
      ({ kind: 'MEMBER', shopId: shop.shopId, memberId, profile: 'ACCOUNTANT', signInId: 'sin_of_a_test' }) as const;
    const outcomes = await Promise.allSettled([
      disableMember(deps, as(oneId), otherId),
      disableMember(deps, as(otherId), oneId),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const left = await deps.sql
      .selectFrom('member')
      .select('id')
      .where('shop_id', '=', shop.shopId)
      .where('profile', '=', 'ACCOUNTANT')
      .where('password_hash', 'is not', null)
      .where('disabled_at', 'is', null)
      .execute();
    expect(left).toHaveLength(1);
  });

  test("another shop's member and none at all look the same", async () => {
    const accountant = await signIn(house, 'ACCOUNTANT', await house.openShop());
    const { data } = await (await signIn(house, 'VIEWER')).ask<{ me: Told }>('{ me { id } }');
    for (const [verb, more] of [
      ['disableMember', {}],
      ['changeMemberProfile', { profile: 'VIEWER' }],
    ] as const) {
      const foreign = await doing(accountant, verb, { memberId: data.me.id, ...more });
      expect(foreign).toMatchObject({ code: 'NOT_FOUND' });
      expect(await doing(accountant, verb, { memberId: `mem_${'0'.repeat(26)}`, ...more })).toEqual(foreign);
    }
    const node = await accountant.ask('query ($id: ID!) { node(id: $id) { id } }', { id: data.me.id });
    expect(node.data).toEqual({ node: null });
  });
});

test('a new password ends every other sign-in, and this one goes on under a new cookie', async () => {
  const shop = await house.openShop();
  const { email, password } = personOf(shop, 'ACCOUNTANT');
  const [browser, other] = [await signIn(house, 'ACCOUNTANT', shop), await signIn(house, 'ACCOUNTANT', shop)];
  const before = new Browser(house, { cookie: browser.headers['cookie'] ?? '' });
  const change = (current: string, next: string) => doing(browser, 'changePassword', { current, new: next });
  expect(await change('not the present one', PASSWORD)).toMatchObject({ code: 'INPUT_INVALID', path: 'current' });
  expect(await change(password, 'too short')).toMatchObject({ code: 'PASSWORD_NOT_ACCEPTED', path: 'new' });
  expect(await change(password, PASSWORD)).toMatchObject({ email });
  expect([await isIn(browser), await isIn(before), await isIn(other)]).toEqual([true, false, false]);
  expect(await tryToSignIn(other, email, password)).toMatchObject({ code: 'SIGN_IN_REFUSED' });
  expect(await tryToSignIn(other, email, PASSWORD)).toMatchObject({ email });
});

test('whoever finds a till unlocked cannot guess its password for long', async () => {
  const shop = await house.openShop();
  const { password } = personOf(shop, 'VIEWER');
  const browser = await signIn(house, 'VIEWER', shop);
  for (let guess = 0; guess < 10; guess++)
    expect(await doing(browser, 'changePassword', { current: `guess ${guess}`, new: PASSWORD })).toMatchObject({
      code: 'INPUT_INVALID',
    });
  expect(await doing(browser, 'changePassword', { current: password, new: PASSWORD })).toMatchObject({
    code: 'RATE_LIMITED',
  });
});
