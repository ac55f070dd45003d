/**
 * What a new shop needs, as its operator writes it down on the command line. Every fault is told at once, as with the environment.
 */
import { parseArgs } from 'node:util';
import { BRANDS } from './core/card.js';
import { isCutOffTime } from './core/business-day.js';
import { PROFILES, type Profile } from './core/caller.js';
import { CURRENCIES } from './core/money.js';
import { isTimeZone } from './core/time.js';
import type { Mode } from './env.js';
import { Reading } from './env-reading.js';
import { oneOf, wholeNumber, Wrong, type Reader } from './env-values.js';
import { requireEmail } from './members/email.js';
import type { ShopPlan } from './members/open-shop.js';

export interface ShopOrder {
  readonly merchant: string;
  readonly plan: ShopPlan;
  readonly emails: Readonly<Record<Profile, string>>;
}

const NAMES = [
  'merchant',
  'name',
  'town',
  'country',
  'currencies',
  'brands',
  'time-zone',
  'cut-off',
  'locale',
  'attempts',
  'acquirer',
  'acceptor',
  'terminal-prefix',
  'category',
  'enrolled',
  'viewer',
  'operator',
  'accountant',
] as const;

export const USAGE = `Opens a shop, and shows once what only its owner may know: its key and three invitations.

  --merchant "Maison Lumière SAS"      the company
  --name "Maison Lumière"              the shop, as shoppers know it
  --town Lyon --country FR
  --currencies EUR,USD                 ISO 4217, what the acquirer's contract covers; the first is the shop's own
  --brands CB,VISA,MASTERCARD          in the shop's order of preference (${BRANDS.join(', ')})
  --acquirer 97300001                  the acquirer's number (ISO 8583 field 32)
  --acceptor GUICHET1                  the contract's number (field 42), up to 15 characters
  --terminal-prefix GUICH1             the first six characters of its terminals (field 41)
  --category 5942                      merchant category code (field 18)
  --enrolled yes                       whether it is enrolled in 3-D Secure
  --time-zone Europe/Paris  --cut-off 22:00  --locale fr  --attempts 3      as here unless said otherwise
  --viewer, --operator, --accountant   the e-mail addresses of its first three members
`;

/** Throws `ConfigurationError` with everything that is wrong, and what `parseArgs` throws for an unknown name. */
export function readShopOrder(given: readonly string[], mode: Mode): ShopOrder {
  const options = Object.fromEntries(NAMES.map(name => [name, { type: 'string' as const }]));
  const source = parseArgs({ args: [...given], options }).values as Readonly<Record<string, string | undefined>>;
  const reading = new Reading(source, () => '');
  const text = (name: (typeof NAMES)[number], expected: string, most: number) =>
    reading.value(name, expected, matching(new RegExp(`^.{1,${most}}$`, 'u')));
  const values = {
    merchant: text('merchant', 'the company’s name', 100),
    name: text('name', 'the shop’s name', 100),
    town: text('town', 'a town', 13),
    country: reading.value('country', 'two letters (ISO 3166)', matching(/^[A-Z]{2}$/)),
    currencies: reading.value('currencies', 'codes of ISO 4217', listOf(Object.keys(CURRENCIES))),
    brands: reading.value('brands', BRANDS.join(', '), listOf(BRANDS)),
    timeZone: reading.value('time-zone', 'an IANA time zone', checked(isTimeZone), 'Europe/Paris'),
    cutOff: reading.value('cut-off', 'HH:MM', checked(isCutOffTime), '22:00'),
    locale: reading.value('locale', '"fr" or "en"', oneOf('fr', 'en'), 'fr'),
    attemptsAllowed: reading.value('attempts', '1 to 10', wholeNumber(1, 10), '3'),
    acquirerId: reading.value('acquirer', 'up to 11 digits', matching(/^\d{1,11}$/)),
    acceptor: reading.value('acceptor', '1 to 15 letters and digits', matching(/^[A-Z0-9]{1,15}$/)),
    terminalPrefix: reading.value('terminal-prefix', '6 letters and digits', matching(/^[A-Z0-9]{6}$/)),
    merchantCategory: reading.value('category', '4 digits', matching(/^\d{4}$/)),
    enrolled: reading.value('enrolled', '"yes" or "no"', oneOf('yes', 'no')),
    VIEWER: reading.value('viewer', 'an e-mail address', emailAddress),
    OPERATOR: reading.value('operator', 'an e-mail address', emailAddress),
    ACCOUNTANT: reading.value('accountant', 'an e-mail address', emailAddress),
  };
  if (new Set(PROFILES.map(profile => values[profile])).size < PROFILES.length)
    reading.fault('accountant', 'is an address that comes twice', 'three people, each with an address of their own');
  const { merchant, enrolled, VIEWER, OPERATOR, ACCOUNTANT, ...rest } = reading.finish(values);
  const plan = { ...rest, mode: mode === 'live' ? 'LIVE' : 'TEST', enrolled: enrolled === 'yes' } as const;
  const emails = { VIEWER, OPERATOR, ACCOUNTANT };
  // Until somebody says otherwise the reports go to whoever keeps the books.
  const reports = { reportRecipients: [ACCOUNTANT], reportLocale: rest.locale };
  return { merchant, plan: { ...plan, ...reports, branding: {}, operatorCeiling: null }, emails };
}

function matching(pattern: RegExp): Reader<string> {
  return checked(text => pattern.test(text));
}

function checked(isRight: (text: string) => boolean): Reader<string> {
  return text => (isRight(text) ? text : new Wrong(`is ${JSON.stringify(text.slice(0, 60))}`));
}

function listOf<T extends string>(known: readonly T[]): Reader<T[]> {
  return text => {
    const parts = text.split(',').map(part => part.trim());
    const unknown = parts.find(part => !known.includes(part as T));
    if (unknown !== undefined) return new Wrong(`names ${JSON.stringify(unknown.slice(0, 20))}`);
    return new Set(parts).size === parts.length ? (parts as T[]) : new Wrong('names one twice');
  };
}

const emailAddress: Reader<string> = text => {
  try {
    return requireEmail(text, 'email');
  } catch {
    return new Wrong('is not one');
  }
};
