import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BRANDS } from '../../server/core/card.js';
import { PROFILES, type Profile } from '../../server/core/caller.js';
import { openShop } from '../../server/members/open-shop.js';
import { refold } from '../support/refold.js';
import { type House, startHouse } from '../support/house.js';
import { Browser, tryToSignIn } from '../support/members.js';

let house: House;
beforeAll(async () => {
  house = await startHouse({ run: 'api' });
});
afterAll(() => house.close());

const emailOf = (profile: Profile) => `${profile.toLowerCase()}@new-shop.example`;

test('a new shop is born with three members, one per profile, each with an invitation that works', async () => {
  const members = Object.fromEntries(
    PROFILES.map(profile => [profile, { email: emailOf(profile), passwordHash: null }]),
  );
  const { deps } = house.server.app;
  const { shopId, invitations } = await openShop(
    deps,
    'New SAS',
    {
      name: 'New',
      mode: 'TEST',
      currencies: ['EUR'],
      brands: [...BRANDS],
      timeZone: 'Europe/Paris',
      cutOff: '22:00',
      acquirerId: '97300001',
      acceptor: 'NEWSHOP',
      terminalPrefix: 'NEWSHP',
      merchantCategory: '5942',
      town: 'Lyon',
      country: 'FR',
      enrolled: true,
      attemptsAllowed: 3,
      locale: 'fr',
      branding: {},
      operatorCeiling: null,
      reportRecipients: [],
      reportLocale: 'fr',
    },
    members as Record<Profile, { email: string; passwordHash: null }>,
  );
  expect([...invitations.keys()]).toEqual([...PROFILES]);
  for (const [profile, url] of invitations) {
    const browser = new Browser(house);
    const input = { token: url.reveal().split('/').at(-1), password: `the ${profile.length} tides of the day` };
    const { data } = await browser.ask(
      'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename ... on Member { status } } }',
      { input },
    );
    expect(data).toEqual({ acceptInvitation: { __typename: 'Member', status: 'ACTIVE' } });
    expect(await tryToSignIn(browser, emailOf(profile), input.password)).toMatchObject({ profile });
  }
  const events = await deps.sql
    .selectFrom('event')
    .select(['event', 'from_status', 'to_status'])
    .where('shop_id', '=', shopId)
    .where('subject', '=', 'MEMBER')
    .execute();
  expect(events.map(({ event, from_status, to_status }) => `${event} ${from_status} ${to_status}`).toSorted()).toEqual([
    ...Array<string>(3).fill('INVITATION_ACCEPTED INVITED ACTIVE'),
    ...Array<string>(3).fill('INVITED NEW INVITED'),
    ...Array<string>(3).fill('SIGNED_IN ACTIVE ACTIVE'),
  ]);
  expect(await refold(deps.sql)).toEqual([]);
});
