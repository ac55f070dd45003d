/**
 * A document for any root field of the schema, with arguments that fit: for tests that go through all of them, those of later
 * days included.
 */
import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** What the arguments name: `session`, `transaction`, … by their global ids, an order and a transaction by what people call them. */
export type Named = Readonly<Record<string, string>>;

export interface RootField {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** Whether an argument names something that may be somebody else's. */
  readonly names: boolean;
}

export function rootFields(schema: GraphQLSchema): RootField[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map(field => ({
      kind,
      name: field.name,
      field,
      names: field.args.some(isName),
    })),
  );
}

export interface Document {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Asks for the field, naming these things wherever it takes a name. */
export function documentOf({ kind, name, field }: RootField, named: Named): Document {
  const given = field.args.filter(argument => isNonNullType(argument.type) || isName(argument));
  const variables = Object.fromEntries(given.map(argument => [argument.name, valueOf(argument, named, field)]));
  const declared = given.map(argument => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = given.map(argument => `${argument.name}: $${argument.name}`).join(', ');
  const head = given.length === 0 ? kind : `${kind} (${declared})`;
  return { query: `${head} { ${name}${passed && `(${passed})`} ${selectionOf(field)} }`, variables };
}

/** What kinds of things its arguments name: `transaction`, `orderId`. `node` names any. */
export function namesOf({ name, field }: RootField): string[] {
  const of = (inputs: readonly Input[]): string[] =>
    inputs.filter(isName).flatMap(input => {
      const type = getNamedType(input.type);
      return isInputObjectType(type) ? of(Object.values(type.getFields())) : [kindOf(input, field)];
    });
  return name === 'node' ? [] : of(field.args);
}

type Input = GraphQLArgument | GraphQLInputField;

function isName(input: Input): boolean {
  const type = getNamedType(input.type);
  if (isInputObjectType(type)) return Object.values(type.getFields()).some(isName);
  return type.name === 'ID' || input.name === 'orderId' || input.name === 'reference';
}

function valueOf(input: Input, named: Named, field: GraphQLField<unknown, unknown>): unknown {
  if (input.name === 'idempotencyKey') return randomUUID();
  if (getNamedType(input.type).name === 'ID')
    return named[kindOf(input, field)] ?? `${kindOf(input, field)}_${'0'.repeat(26)}`;
  if (input.name === 'orderId' || input.name === 'reference') return named[input.name];
  return fitting(input.type, named, field);
}

function kindOf(input: Input, field: GraphQLField<unknown, unknown>): string {
  if (getNamedType(input.type).name !== 'ID') return input.name;
  const kind = input.name === 'id' ? field.name : input.name.replace(/Id$/, '');
  return ALIASES[kind] ?? kind;
}

const ALIASES: Readonly<Record<string, string>> = { paymentSession: 'session' };
const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Boolean: false,
  MinorUnits: 1,
  CurrencyCode: 'EUR',
  DateTime: '2030-01-01T00:00:00.000Z',
  JSONObject: {},
};

function fitting(type: GraphQLInputType, named: Named, field: GraphQLField<unknown, unknown>): unknown {
  if (isNonNullType(type)) return fitting(type.ofType, named, field);
  if (isListType(type)) return [fitting(type.ofType, named, field)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isScalarType(type)) return Object.hasOwn(SCALARS, type.name) ? SCALARS[type.name] : 'text';
  const given = Object.values(type.getFields()).filter(inner => isNonNullType(inner.type) || isName(inner));
  return Object.fromEntries(given.map(inner => [inner.name, valueOf(inner, named, field)]));
}

function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isUnionType(type)) return `{ __typename ... on Refusal { code message path limit retryable } }`;
  if (isObjectType(type)) return `{ __typename ${plainFieldsOf(type).join(' ')} }`;
  return isScalarType(type) ? '' : '{ __typename id }';
}

/** Those that are values, and a list's nodes by their type alone. */
function plainFieldsOf(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields())
    .filter(field => field.args.length === 0)
    .flatMap(field => {
      const named = getNamedType(field.type);
      if (isScalarType(named) || isEnumType(named)) return [field.name];
      return field.name === 'edges' && isObjectType(named) ? ['edges { cursor }'] : [];
    });
}
