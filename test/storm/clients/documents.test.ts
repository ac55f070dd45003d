/** Every operation of the schema joins the storm as it is born; one that does not says why. */
import { expect, test } from '@jest/globals';
import { buildSchema, Kind, OperationTypeNode, parse, validate } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as documents from './documents.js';

/** What the storm does not call, and why not. */
const LEFT_OUT: Readonly<Record<string, string>> = {};

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const sources = ['test/storm', 'test/storm/clients'].flatMap(folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'documents.ts')
    .map(name => readFileSync(join(folder, name), 'utf8')),
);

const isSpokenOf = (name: string): boolean => sources.some(source => new RegExp(`\\b${name}\\b`).test(source));

/** Those that a client asks: a document that nobody takes up asks nothing, nor does one of several that nobody names. */
const asked = Object.entries(documents)
  .filter(([name]) => isSpokenOf(name))
  .flatMap(([, each]) =>
    typeof each === 'string'
      ? [each]
      : Object.entries(each).flatMap(([name, text]) => (isSpokenOf(name) ? [text] : [])),
  );

function called(kind: OperationTypeNode): string[] {
  return asked.flatMap(text =>
    parse(text).definitions.flatMap(definition =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation === kind
        ? definition.selectionSet.selections.flatMap(each => (each.kind === Kind.FIELD ? [each.name.value] : []))
        : [],
    ),
  );
}

test.each([OperationTypeNode.MUTATION, OperationTypeNode.QUERY, OperationTypeNode.SUBSCRIPTION])(
  'every %s of the schema is called by the storm, or left out for a reason',
  kind => {
    const all = Object.keys(schema.getRootType(kind)?.getFields() ?? {});
    const fields = called(kind);
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(field => !fields.includes(field) && !(field in LEFT_OUT))).toEqual([]);
  },
);

test('what is left out is there, and is not called', () => {
  const kinds = Object.values(OperationTypeNode);
  const fields = new Set(kinds.flatMap(kind => Object.keys(schema.getRootType(kind)?.getFields() ?? {})));
  const calledAtAll = new Set(kinds.flatMap(called));
  expect(Object.keys(LEFT_OUT).filter(field => !fields.has(field) || calledAtAll.has(field))).toEqual([]);
});

test('every document that is asked is one of the schema', () => {
  const faults = asked.flatMap(text => validate(schema, parse(text)).map(({ message }) => message));
  expect(faults).toEqual([]);
});
