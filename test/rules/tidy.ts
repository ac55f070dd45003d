/**
 * The building code: sizes, names, and what only one place may do. Each rule gives a sentence per fault.
 */
import type { Place, SourceFacts } from './source-facts.js';
import type { File } from './tree.js';

export const MOST_LINES = 250;
export const MOST_LINES_OF_A_FUNCTION = 60;

/** Tables of data, one line each, and what a program has written. */
const DATA_OR_GENERATED = [
  /^web\/graphql\/generated\//,
  /^server\/core\/response-code-table\.ts$/,
  /^server\/database\/migrations\//,
  // One line per column.
  /^server\/database\/tables\.ts$/,
];

export function tooLong(facts: SourceFacts): string[] {
  if (DATA_OR_GENERATED.some(pattern => pattern.test(facts.path))) return [];
  const long = facts.functions.filter(({ length }) => length > MOST_LINES_OF_A_FUNCTION);
  return [
    ...(facts.lines > MOST_LINES ? [`${facts.path} has ${facts.lines} lines, more than ${MOST_LINES}.`] : []),
    ...long.map(({ name, line, length }) => `${facts.path}:${line} ${name} has ${length} lines.`),
  ];
}

const UNFINISHED = /\b(?:TODO|FIXME)\b/;

export function unfinished({ path, text }: File): string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (UNFINISHED.test(line) ? [`${path}:${index + 1} is unfinished.`] : []));
}

/**
 * Words of the field that mean something else here, or nothing: what the house says instead. Words that programs cannot
 * do without (`user` of an operating system, `client` of a database, `order` of a shopper) are left to the reader.
 */
const BANNED: Readonly<Record<string, string>> = {
  tenant: 'shop or merchant',
  customer: 'shopper',
  buyer: 'shopper',
  payout: 'remittance',
  login: 'sign-in',
  'merchant account': 'shop',
  'payment intent': 'payment session',
  'void transaction': 'cancel',
  authorization: 'authorisation',
  authorize: 'authorise',
};

/** Names that others have given: HTTP headers, protocols and libraries. */
const NAMED_BY_OTHERS: ReadonlySet<string> = new Set([
  'authorization',
  'Authorization',
  'login',
  // Medusa's and Vendure's, beside which the bench measures us.
  'authorizePaymentSession',
  'authorizePayment',
  'addCustomerToOrder',
  'CustomerService',
]);

export function bannedNames({ path, identifiers }: SourceFacts): string[] {
  return identifiers
    .filter(({ name }) => !NAMED_BY_OTHERS.has(name))
    .flatMap(({ name, line }) => bannedIn(wordsOf(name)).map(fault => `${path}:${line} ${name}: ${fault}`));
}

/** The same for what is written to be read: the public contract and the screens. */
export function bannedTexts({ path, text }: File): string[] {
  return text.split('\n').flatMap((line, index) => {
    const names = line.match(/[A-Za-z_]+/g) ?? [];
    const words = ` ${names.map(wordsOf).join(' ')} `;
    return bannedIn(words.trim()).map(fault => `${path}:${index + 1} ${fault}`);
  });
}

function bannedIn(words: string): string[] {
  return Object.entries(BANNED)
    .filter(([banned]) => ` ${words} `.includes(` ${banned} `))
    .map(([banned, instead]) => `say ${instead}, not ${banned}.`);
}

/** `customerId`, `CUSTOMER_ID` and `customer-id` are all `customer id`. */
function wordsOf(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
}

interface OnePlace {
  readonly what: RegExp;
  readonly where: RegExp;
  readonly because: string;
}

/** What only one place of the house may do. */
const ONE_PLACE: readonly OnePlace[] = [
  { what: /^console\./, where: /^$/, because: 'the log is a port' },
  {
    what: /^process\.env\b/,
    where: /^(?:server\/env\.ts|web\/env\.ts|bank\/(?:env|main)\.ts|demo\/|test\/)/,
    because: 'the environment is read in one place',
  },
  {
    what: /^(?:Date\.now|performance\.now|process\.hrtime)\b/,
    where: /^(?:server\/adapters\/system\.ts|bank\/bank\.ts|demo\/|web\/assets\/|web\/ui\/device\.ts|test\/)/,
    because: 'the clock comes through Deps',
  },
  {
    what: /^(?:Math\.random|crypto\.(?:randomUUID|getRandomValues|randomBytes))\b/,
    where: /^(?:server\/adapters\/system|web\/ui\/device)\.ts$/,
    because: 'chance comes through Deps',
  },
];

/** `next.config.mjs` puts a constant in its place while it builds: it is no part of the environment. */
const CONSTANTS_OF_THE_BUILD: ReadonlySet<string> = new Set(['process.env.GUICHET_ASSETS', 'process.env.NODE_ENV']);

export function outOfPlace({ path, members, presents, identifiers }: SourceFacts): string[] {
  const isWebConstant = (name: string) => path.startsWith('web/') && CONSTANTS_OF_THE_BUILD.has(name);
  const faults = ONE_PLACE.filter(({ where }) => !where.test(path)).flatMap(({ what, because }) =>
    members.filter(({ name }) => what.test(name) && !isWebConstant(name)).map(place => fault(path, place, because)),
  );
  const mayTellTime = /^(?:server\/adapters\/system\.ts|demo\/|web\/assets\/|test\/)/.test(path);
  const now = mayTellTime ? [] : presents.map(place => fault(path, place, 'the clock comes through Deps'));
  // A story needs keys that no other story used; nothing of it is ever simulated.
  const mayNameAtRandom = /^(?:server\/adapters\/system\.ts|bank\/threeds\/ids\.ts|test\/)/.test(path);
  const names = identifiers.filter(({ name }) => name === 'randomUUID' && !mayNameAtRandom);
  return [...faults, ...now, ...names.map(place => fault(path, place, 'ids come through Deps'))];
}

function fault(path: string, { name, line }: Place, because: string): string {
  return `${path}:${line} ${name}: ${because}.`;
}

/**
 * A module keeps no state between two calls: whoever needs some is made by a function and handed on. A test file may hold
 * what its `beforeAll` starts, a script of a page what the page is at; and a program is started once.
 */
export function looseState({ path, looseVariables }: SourceFacts): string[] {
  if (/^(?:test|web\/assets)\/|\/main\.ts$/.test(path)) return [];
  return looseVariables.map(({ line }) => `${path}:${line} is state of a module.`);
}

/** Where a framework finds a file by its default export. */
const DEFAULT_WANTED =
  /^(?:web\/(?:pages|app)\/|web\/(?:proxy|instrumentation|next\.config)\.m?[jt]s|web\/studio\/|[^/]+\.[mc]?[jt]s$|test\/support\/(?:global-|longest-first)|test\/bench\/medusa\/medusa-config\.ts$)|\.d\.ts$/;

export function defaultExports({ path, defaultExports: found }: SourceFacts): string[] {
  if (DEFAULT_WANTED.test(path)) return [];
  return found.map(({ line }) => `${path}:${line} exports a default; give it a name.`);
}

/** A lockfile that names a host installs from there only; and tells where it was made. */
export function namedHosts(lockfile: string): string[] {
  return lockfile
    .split('\n')
    .flatMap((line, index) =>
      /"resolved":\s*"(?!file:|node_modules)/.test(line) ? [`line ${index + 1}: ${line.trim()}`] : [],
    );
}
