/** The shops of a storm: opened from the command line, as an operator does, their members invited and come. */
import { runTool } from '../../demo/tool.js';
import type { House } from './house.js';
import type { Cast } from './clients/actors.js';
import { ACCEPT_INVITATION } from './clients/documents.js';
import { ShopKeys } from './clients/shop-keys.js';
import { NOBODY, type Person, type StormShop } from './clients/world.js';
import type { Random } from './random.js';

const PLANS = [
  { name: 'Maison Lumière', timeZone: 'Europe/Paris', currencies: ['EUR', 'JPY'], cutOff: '22:00', country: 'FR' },
  { name: 'Harbour Books', timeZone: 'America/New_York', currencies: ['USD', 'EUR'], cutOff: '18:30', country: 'US' },
] as const;

const PROFILES = ['VIEWER', 'OPERATOR', 'ACCOUNTANT'] as const;

interface Opened extends Omit<StormShop, 'people' | 'keys'> {
  readonly apiKey: string;
  readonly invitations: readonly (readonly [Person['profile'], string])[];
}

export async function openShops(house: House, random: Random, stop: AbortSignal): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const [index] of PLANS.entries()) opened.push(await openShop(house, index, random, stop));
  return opened;
}

async function openShop(
  { place, environment }: House,
  index: number,
  random: Random,
  stop: AbortSignal,
): Promise<Opened> {
  const plan = PLANS[index];
  if (!plan) throw new RangeError('There is no such plan.');
  const mark = `S${index + 1}${String(random.between(0, 9999)).padStart(4, '0')}`;
  const given = {
    merchant: `${plan.name} SA`,
    name: plan.name,
    town: 'Lyon',
    country: plan.country,
    currencies: plan.currencies.join(','),
    brands: 'CB,VISA,MASTERCARD,AMEX,MAESTRO',
    acquirer: '97300001',
    acceptor: `STORM${mark}`,
    'terminal-prefix': mark,
    category: '5942',
    enrolled: 'yes',
    'time-zone': plan.timeZone,
    'cut-off': plan.cutOff,
    ...Object.fromEntries(PROFILES.map(profile => [profile.toLowerCase(), emailOf(profile, mark)])),
  };
  const said = await runTool({
    command: [
      place.module('server/open-shop.ts'),
      ...Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]),
    ],
    workingFolder: place.folder,
    environment: { PATH: process.env['PATH'], ...environment, RUN: 'api' },
    stop,
  });
  const words = new Map(said.split('\n').map(line => [line.slice(0, 11).trim(), line.slice(12).trim()] as const));
  const word = (name: string) => words.get(name) ?? '';
  return {
    id: word('shop'),
    apiKey: word('key'),
    acceptor: given.acceptor,
    timeZone: plan.timeZone,
    currencies: plan.currencies,
    invitations: PROFILES.map(profile => [profile, word(profile)] as const),
  };
}

const emailOf = (profile: string, mark: string): string => `${profile}.${mark}@shop.example`.toLowerCase();

/** Each follows the link and chooses a password. */
export async function comeIn({ caller, random }: Cast, { invitations, apiKey, ...shop }: Opened): Promise<StormShop> {
  const people: Person[] = [];
  for (const [profile, link] of invitations) {
    const password = `storm-${random.between(1e9, 9e9)}-${random.between(1e9, 9e9)}`;
    const token = link.split('/').at(-1) ?? '';
    const told = await caller.ask({
      operation: 'acceptInvitation',
      query: ACCEPT_INVITATION,
      variables: { input: { token, password } },
      authority: NOBODY,
      about: { shopId: shop.id },
    });
    if (!told) throw new Error(`The ${profile} could not come in.`);
    people.push({ profile, email: emailOf(profile, shop.acceptor.slice('STORM'.length)), password });
  }
  return { ...shop, keys: new ShopKeys(apiKey), people };
}
