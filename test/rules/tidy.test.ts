import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { factsOf, type SourceFacts } from './source-facts.js';
import {
  bannedNames,
  bannedTexts,
  defaultExports,
  looseState,
  MOST_LINES,
  MOST_LINES_OF_A_FUNCTION,
  namedHosts,
  outOfPlace,
  tooLong,
  unfinished,
} from './tidy.js';
import { projectFiles, sourceFiles, TOP } from './tree.js';

/** These hold the words and faults that the rules look for. */
const isRule = (path: string) => path.startsWith('test/rules/tidy.');

const sources = sourceFiles().map(factsOf);

const RULES: Readonly<Record<string, (facts: SourceFacts) => string[]>> = {
  'no file is longer than 250 lines, no function than 60': tooLong,
  'no name is a word the house does not use': bannedNames,
  'environment, clock, chance and console are used in their one place': outOfPlace,
  'no module keeps state': looseState,
  'nothing is exported as default where no framework wants it': defaultExports,
};

test.each(Object.entries(RULES))('%s', (_, rule) => {
  expect(sources.filter(({ path }) => !isRule(path)).flatMap(rule)).toEqual([]);
});

test('nothing is marked as unfinished', () => {
  const ours = projectFiles().filter(({ path }) => !isRule(path) && path !== 'package-lock.json');
  expect(ours.flatMap(unfinished)).toEqual([]);
});

test('contract and screens use the words of the house', () => {
  const read = projectFiles().filter(({ path }) => path === 'schema.graphql' || path === 'messages/en.json');
  expect(read.flatMap(bannedTexts)).toEqual([]);
});

test('the lockfile names no host', () => {
  expect(namedHosts(readFileSync(join(TOP, 'package-lock.json'), 'utf8'))).toEqual([]);
});

function faultsOf(path: string, text: string): string[] {
  const facts = factsOf({ path, text });
  return Object.values(RULES).flatMap(rule => rule(facts));
}

describe('a planted fault is caught', () => {
  test.each([
    ['server/api/x.ts', '\n'.repeat(MOST_LINES) + 'export const x = 1;'],
    ['server/api/x.ts', `function x() {\n${'  y();\n'.repeat(MOST_LINES_OF_A_FUNCTION - 1)}}`],
    ['server/api/x.ts', `const x = () => {\n${'  y();\n'.repeat(MOST_LINES_OF_A_FUNCTION - 1)}};`],
    ['server/api/x.ts', `class X {\n  y() {\n${'  y();\n'.repeat(MOST_LINES_OF_A_FUNCTION - 1)}  }\n}`],
    ['test/x.test.ts', `test('x', () => {\n${'  y();\n'.repeat(MOST_LINES_OF_A_FUNCTION - 1)}});`],
    ['server/api/x.ts', 'const customerId = 1;'],
    ['server/api/x.ts', 'const TENANT_ID = 1;'],
    ['server/api/x.ts', 'interface PaymentIntent { readonly x: 1 }'],
    ['server/api/x.ts', 'interface X { readonly merchantAccount: 1 }'],
    ['server/api/x.ts', 'export function loginMember() {}'],
    ['server/api/x.ts', 'export function authorizeCard() {}'],
    ['server/api/x.ts', "console.log('x');"],
    ['bank/x.ts', "console.error('x');"],
    ['server/api/x.ts', 'const port = process.env.PORT;'],
    ['server/api/x.ts', "const port = process.env['PORT'];"],
    ['server/api/x.ts', 'const now = new Date();'],
    ['server/api/x.ts', 'const now = new Date;'],
    ['server/api/x.ts', 'const now = Date();'],
    ['server/api/x.ts', 'const now = Date.now();'],
    ['server/api/x.ts', 'const clock = Date.now;'],
    ['web/checkout/x.tsx', 'const now = new Date();'],
    ['server/api/x.ts', 'const start = performance.now();'],
    ['server/api/x.ts', 'const x = Math.random();'],
    ['test/x.test.ts', 'const x = Math.random();'],
    ['server/api/x.ts', "import { randomUUID } from 'node:crypto';"],
    ['server/api/x.ts', 'const id = crypto.randomUUID;'],
    ['server/api/x.ts', 'let count = 0;'],
    ['server/api/x.ts', 'export default 1;'],
    ['server/api/x.ts', 'export default function x() {}'],
  ])('in %s: %j', (path, text) => {
    expect(faultsOf(path, text)).not.toEqual([]);
  });

  test.each(['TODO: later', '// FIXME'])('unfinished: %s', text => {
    expect(unfinished({ path: 'README.md', text })).toHaveLength(1);
  });

  test('a word in the contract, a host in the lockfile', () => {
    expect(bannedTexts({ path: 'schema.graphql', text: 'type X {\n  customer_id: ID!\n}' })).toHaveLength(1);
    expect(bannedTexts({ path: 'messages/en.json', text: '{ "a": "Your login failed." }' })).toHaveLength(1);
    expect(namedHosts('{\n  "resolved": "https://registry.example/x.tgz"\n}')).toHaveLength(1);
  });
});

test('what is allowed is let pass', () => {
  const allowed = [
    ['server/api/x.ts', '// The customer logs in; console.log, Date.now() and let it be.\nconst text = "tenant";'],
    ['server/api/x.ts', `function x() {\n${'  y();\n'.repeat(MOST_LINES_OF_A_FUNCTION - 2)}}`],
    ['test/x.test.ts', `describe('x', () => {\n${'  y();\n'.repeat(MOST_LINES_OF_A_FUNCTION)}});`],
    ['server/api/x.ts', 'const then = new Date(0);\nfunction x() {\n  let count = 0;\n  return count;\n}'],
    ['server/env.ts', 'const port = process.env.PORT;'],
    ['server/adapters/system.ts', 'const clock = { now: () => new Date() };'],
    ['web/pages/x.tsx', 'export default function Page() {}'],
  ];
  expect(allowed.flatMap(([path = '', text = '']) => faultsOf(path, text))).toEqual([]);
});
