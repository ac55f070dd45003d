/**
 * The shop that a first look, the tests and the bench are made with.
 */
import { hashPassword } from './adapters/passwords.js';
import { sandboxRanges } from './cards/sandbox-ranges.js';
import { BRANDS, type Brand } from './core/card.js';
import { PROFILES, type Profile } from './core/caller.js';
import { randomText } from './core/identifiers.js';
import type { Random } from './core/ports.js';
import { Secret } from './core/secret.js';
import type { Deps } from './database/deps.js';
import { openShop } from './members/open-shop.js';

export interface DemoShop {
  readonly shopId: string;
  readonly apiKey: string;
  readonly acceptor: string;
  readonly members: readonly { readonly profile: Profile; readonly email: string; readonly password: string }[];
}

/** Each call opens another shop, with names and numbers of its own. */
export async function openDemoShop(
  deps: Deps,
  random: Random,
  changes: Partial<{ brands: Brand[]; enrolled: boolean; cutOff: string }> = {},
): Promise<DemoShop> {
  await deps.sql
    .insertInto('card_range')
    .values(sandboxRanges(deps.clock.now()))
    .onConflict(conflict => conflict.doNothing())
    .execute();
  const mark = randomText(6, random).toUpperCase();
  const people = await Promise.all(
    PROFILES.map(async profile => {
      const password = new Secret(randomText(20, random));
      const email = `${profile.toLowerCase()}.${mark.toLowerCase()}@shop.example`;
      return { profile, email, password: password.reveal(), passwordHash: await hashPassword(password, random) };
    }),
  );
  const planned = Object.fromEntries(
    people.map(person => [person.profile, { email: person.email, passwordHash: person.passwordHash }]),
  );
  const acceptor = `GUICHET${mark}`;
  const { shopId, key } = await openShop(
    deps,
    'Maison Lumière SAS',
    {
      name: 'Maison Lumière',
      mode: 'TEST',
      currencies: ['EUR', 'USD', 'JPY'],
      brands: changes.brands ?? [...BRANDS],
      timeZone: 'Europe/Paris',
      cutOff: changes.cutOff ?? '22:00',
      acquirerId: '97300001',
      acceptor,
      terminalPrefix: mark,
      merchantCategory: '5942',
      town: 'Lyon',
      country: 'FR',
      enrolled: changes.enrolled ?? true,
      attemptsAllowed: 3,
      locale: 'fr',
      branding: {},
      operatorCeiling: null,
      reportRecipients: ['books@example.com'],
      reportLocale: 'fr',
    },
    planned as Record<Profile, { email: string; passwordHash: string }>,
  );
  const members = people.map(({ profile, email, password }) => ({ profile, email, password }));
  return { shopId, apiKey: key.reveal(), acceptor, members };
}
