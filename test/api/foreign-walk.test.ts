/**
 * A stranger who walks the whole schema with rights of his own: nothing he finds on the way is another shop's, whatever he
 * filters by.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { buildGuichetSchema } from '../../server/schema.js';
import { rootFields, type RootField } from '../support/documents.js';
import type { Authority } from '../support/graphql.js';
import { rowsOf } from '../support/rows.js';
import { absent, bare, startTwoShops, type TwoShops } from './two-shops.js';

const schema = buildGuichetSchema();
const queries = rootFields(schema).filter(
  ({ kind, field }) => kind === 'query' && isObjectType(getNamedType(field.type)),
);

let shops: TwoShops;
/** What only the owner's rows hold: every id, reference, token and name that no stranger could guess. */
let marks: readonly string[];

beforeAll(async () => {
  shops = await startTwoShops();
  const { house, owner, theirs, stranger } = shops;
  const [owners, strangers] = [await rowsOf(house, owner.shopId), await rowsOf(house, stranger.shopId)];
  const ids = owners.match(/\b[a-z]{2,4}_[0-9a-hjkmnp-tv-z]{26}\b/g) ?? [];
  const named = [...Object.values(theirs), ...owner.members.map(({ email }) => email), owner.acceptor];
  marks = [...new Set([...ids, ...named])].filter(mark => !strangers.includes(mark));
}, 90_000);
afterAll(() => shops?.close());

const found = (text: string): string[] => marks.filter(mark => text.includes(mark));

/** Every value below this type down to a depth, of lists the first three. */
function selection(type: GraphQLNamedType, depth: number): string {
  if (isUnionType(type))
    return `{ __typename ${type
      .getTypes()
      .map(member => spread(member, depth))
      .join(' ')} }`;
  if (isInterfaceType(type))
    return `{ __typename ${schema
      .getPossibleTypes(type)
      .map(member => spread(member, depth))
      .join(' ')} }`;
  if (!isObjectType(type)) return '';
  return `{ __typename ${below(type, depth)} }`;
}

const spread = (type: GraphQLObjectType, depth: number): string => `... on ${type.name} { ${below(type, depth)} }`;

function below(type: GraphQLObjectType, depth: number): string {
  return Object.values(type.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .flatMap(({ name, args, type: given }) => {
      const named = getNamedType(given);
      const isLeaf = !isObjectType(named) && !isUnionType(named) && !isInterfaceType(named);
      if (!isLeaf && depth === 0) return [];
      const passed = args.some(argument => argument.name === 'first') ? '(first: 3)' : '';
      return [`${name}${passed} ${selection(named, depth - 1)}`];
    })
    .join(' ');
}

/** As deep as the bounds on documents let this caller ask. */
async function walk({ name, field }: RootField, caller: Authority): Promise<{ depth: number; text: string }> {
  const passed = field.args.some(argument => argument.name === 'first') ? '(first: 3)' : '';
  for (let depth = 3; depth >= 0; depth--) {
    const answer = await shops.house.ask(
      `{ ${name}${passed} ${selection(getNamedType(field.type), depth)} }`,
      {},
      caller,
    );
    const code = answer.errors?.[0]?.extensions.code;
    if (code !== 'COST_EXCEEDED' && code !== 'BAD_USER_INPUT') return { depth, text: JSON.stringify(answer) };
  }
  return { depth: -1, text: '' };
}

const walkable = queries.filter(({ field }) => !field.args.some(isRequiredArgument));

describe.each(walkable.map(field => [field.name, field] as const))('all that %s leads to', (_, field) => {
  test('is the caller’s own', async () => {
    for (const [who, caller] of shops.callers) {
      const { depth, text } = await walk(field, caller);
      expect([who, depth >= 0, found(text)]).toEqual([who, true, []]);
    }
  });
});

test('the owner finds marks of his own by the same walk, so that it could have found them', async () => {
  const told = new Map<string, number>();
  for (const field of walkable) told.set(field.name, found((await walk(field, shops.owner.apiKey)).text).length);
  const lists = ['paymentSessions', 'transactions', 'remittances', 'events', 'deliveries', 'webhookEndpoints'];
  expect(lists.filter(list => !told.get(list))).toEqual([]);
});

/** Every argument, and every field of an input, that takes a text or an id: `filter.orderId`. */
function textsOf({ field }: RootField): { readonly path: readonly string[]; readonly type: string }[] {
  return field.args.flatMap(({ name, type }) => {
    const named = getNamedType(type);
    const inner = isInputObjectType(named) ? Object.values(named.getFields()) : null;
    const isText = (given: GraphQLNamedType) => given.name === 'String' || given.name === 'ID';
    if (!inner) return isText(named) ? [{ path: [name], type: String(type) }] : [];
    return inner.flatMap(one =>
      isText(getNamedType(one.type)) ? [{ path: [name, one.name], type: String(type) }] : [],
    );
  });
}

/** No key may ask for these. */
const MEMBERS_ONLY: ReadonlySet<string> = new Set(['auditLog']);
const CURSORS: ReadonlySet<string> = new Set(['after', 'before']);
const filtered = queries.flatMap(field =>
  textsOf(field).map(text => [`${field.name} by ${text.path.join('.')}`, field, text] as const),
);

describe.each(filtered)('%s', (_, field, { path, type }) => {
  test('tells by no value of another shop’s more than by one that nobody has', async () => {
    const [argument = '', inner] = path;
    const nobodys = absent(shops.theirs);
    const others = field.field.args.filter(other => isRequiredArgument(other) && other.name !== argument);
    if (others.length > 0 && field.name !== 'transactionStats')
      throw new Error(`${field.name} needs more than ${argument}: say here what.`);
    const pages = field.field.args.some(({ name }) => name === 'first');
    const depth = pages ? 2 : 1;
    const more = pages ? ', first: 3' : field.name === 'transactionStats' ? ', groupBy: [STATUS]' : '';
    const query = `query ($value: ${type}) { ${field.name}(${argument}: $value${more}) ${selection(getNamedType(field.field.type), depth)} }`;
    const ask = async (value: string, caller: Authority) =>
      shops.house.ask(query, { value: inner === undefined ? value : { [inner]: value } }, caller);
    for (const [kind, value] of Object.entries(shops.theirs)) {
      const caller = shops.callers.get(MEMBERS_ONLY.has(field.name) ? 'ACCOUNTANT' : 'every scope') ?? null;
      const [foreign, nothing] = [await ask(value, caller), await ask(nobodys[kind] ?? '', caller)];
      // What was never looked at would prove nothing.
      // A form that no value of this argument has is refused, whoever it belongs to.
      const isForm = (foreign.errors?.[0]?.extensions as { refusal?: string } | undefined)?.refusal === 'INPUT_INVALID';
      expect([kind, isForm ? undefined : foreign.errors]).toEqual([kind, undefined]);
      const text = JSON.stringify(foreign).replaceAll(value, '');
      expect([kind, found(text)]).toEqual([kind, []]);
      // A cursor is a place in one's own list, wherever it came from.
      if (!CURSORS.has(argument)) expect([kind, bare(foreign, shops.theirs)]).toEqual([kind, bare(nothing, nobodys)]);
    }
  });
});
