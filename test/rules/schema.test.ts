import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemaSync, Field, ObjectType, Query, Resolver } from 'type-graphql';
import {
  fieldsWithoutRule,
  May,
  READ_SESSIONS,
  ruleOf,
  SEE_REMITTANCE,
  SEE_SESSION,
  SEE_TRANSACTION,
} from '../../server/api/rules.js';
import { buildGuichetSchema, printGuichetSchema } from '../../server/schema.js';

const schema = buildGuichetSchema();
const printed = printGuichetSchema();
const BUILT_IN: ReadonlySet<string> = new Set(['String', 'Int', 'Boolean', 'ID', 'Float']);
const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);
const own = (of: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(of.getTypeMap()).filter(({ name }) => !name.startsWith('__') && !BUILT_IN.has(name));

test('schema.graphql is what the code says (npm run schema)', () => {
  expect(readFileSync('schema.graphql', 'utf8')).toBe(printed);
});

describe('the rule of a field', () => {
  test('is there for every one', () => {
    expect(fieldsWithoutRule(schema)).toEqual([]);
  });

  test('is missed where it is not: a planted trespass is caught', () => {
    expect(fieldsWithoutRule(planted()).toSorted()).toEqual(['Open.bare', 'Query.bare']);
  });

  /** type-graphql lets a class that is extended speak for those that extend it. */
  test('is that of its own type, whatever the type implements', () => {
    for (const [name, rule] of [
      ['PaymentSession', SEE_SESSION],
      ['Transaction', SEE_TRANSACTION],
      ['Refund', SEE_TRANSACTION],
      ['Remittance', SEE_REMITTANCE],
    ] as const) {
      const type = schema.getType(name);
      if (!isObjectType(type)) throw new Error(`There is no ${name}.`);
      expect([name, ruleOf(type, 'id')]).toEqual([name, rule]);
    }
  });

  test('of an interface is none, so that it cannot take the place of theirs', () => {
    for (const type of own(schema).filter(isInterfaceType))
      expect([type.name, type.extensions]).toEqual([type.name, {}]);
  });
});

/** A type and a query, each with a field that is ruled and one that is not. */
function planted(): GraphQLSchema {
  @ObjectType('Open')
  class Open {
    @Field(() => String)
    @May(READ_SESSIONS)
    ruled!: string;

    @Field(() => String)
    bare!: string;
  }
  @Resolver()
  class Planted {
    @Query(() => Open)
    @May(READ_SESSIONS)
    ruled(): Open {
      return new Open();
    }

    @Query(() => Open)
    bare(): Open {
      return new Open();
    }
  }
  return buildSchemaSync({ resolvers: [Planted], orphanedTypes: [], validate: false });
}

describe('the contract', () => {
  test('describes every type, field, argument, input field and value', () => {
    expect(own(schema).flatMap(undescribed)).toEqual([]);
  });

  test('misses a description that is not there', () => {
    expect(own(planted()).flatMap(undescribed).toSorted()).toEqual([
      'Open',
      'Open.bare',
      'Open.ruled',
      'Query.bare',
      'Query.ruled',
    ]);
  });

  test('has one scalar for each kind of value', () => {
    const scalars = own(schema).filter(isScalarType);
    expect(scalars.map(({ name }) => name).toSorted()).toEqual([
      'CurrencyCode',
      'DateTime',
      'JSONObject',
      'LocalDate',
      'MinorUnits',
      'MinorUnitsTotal',
    ]);
  });

  test('gives every mutation one input at most, and a union with Refusal as its answer', () => {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      expect([field.name, field.args.map(({ name }) => name)]).toEqual([
        field.name,
        field.args.length === 0 ? [] : ['input'],
      ]);
      const result = schema.getType(String(field.type).replaceAll(/[[\]!]/g, ''));
      const members = isUnionType(result) ? result.getTypes().map(({ name }) => name) : [];
      expect([field.name, String(field.type).endsWith('!'), members.includes('Refusal')]).toEqual([
        field.name,
        true,
        true,
      ]);
    }
  });

  test('has an idempotency key in the input of every operation on money', () => {
    const money =
      /^(createPaymentSession|cancelPaymentSession|submitCard|\w+(Transaction|Remittance|Capture)|resolveUnknown)$/;
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ name }) =>
      money.test(name),
    )) {
      const type = schema.getType(String(field.args[0]?.type).replaceAll('!', ''));
      const key = isInputObjectType(type) ? type.getFields()['idempotencyKey'] : undefined;
      expect([field.name, String(key?.type)]).toEqual([field.name, 'String!']);
    }
  });
});

function undescribed(type: GraphQLNamedType): string[] {
  const missing = type.description || ROOTS.has(type.name) ? [] : [type.name];
  if (isEnumType(type))
    return [
      ...missing,
      ...type.getValues().flatMap(value => (value.description ? [] : [`${type.name}.${value.name}`])),
    ];
  if (isInputObjectType(type))
    return [
      ...missing,
      ...Object.values(type.getFields()).flatMap(field => (field.description ? [] : [`${type.name}.${field.name}`])),
    ];
  if (!isObjectType(type) && !isInterfaceType(type)) return missing;
  return [...missing, ...fieldsUndescribed(type)].toSorted();
}

function fieldsUndescribed(type: Extract<GraphQLNamedType, { getInterfaces: unknown }>): string[] {
  return Object.values(type.getFields()).flatMap(field => [
    ...(field.description ? [] : [`${type.name}.${field.name}`]),
    ...field.args.filter(({ description }) => !description).map(({ name }) => `${type.name}.${field.name}(${name})`),
  ]);
}
