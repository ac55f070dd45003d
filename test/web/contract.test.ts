import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { EXAMPLES } from '../../web/studio/examples.ts';

test('the generated queries are those of the contract and of the pages as they are now', async () => {
  const program = 'node_modules/@graphql-codegen/cli/cjs/bin.js';
  const checked = promisify(execFile)(process.execPath, [program, '--config', 'codegen.ts', '--check']);
  await expect(checked).resolves.toBeDefined();
}, 90_000);

test.each(EXAMPLES.map(({ query }) => [/\b(?:query|mutation|subscription) (\w+)/.exec(query)?.[1], query]))(
  'the example %s of the studio is a question that the API understands',
  (_name, query = '') => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    expect(validate(schema, parse(query)).map(error => error.message)).toEqual([]);
  },
);
