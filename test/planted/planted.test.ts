import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { transformSync } from '@swc/core';
import { BUGS } from './bugs.js';
import { edited } from './plant.js';

describe('every bug can still be planted', () => {
  test.each(BUGS.map(bug => [bug.name, bug] as const))('%s', (_, { edits }) => {
    const texts = new Map<string, string>();
    for (const edit of edits)
      texts.set(edit.file, edited(texts.get(edit.file) ?? readFileSync(edit.file, 'utf8'), edit));
    const parser = { syntax: 'typescript', decorators: true } as const;
    for (const text of texts.values())
      expect(() => transformSync(text, { jsc: { parser }, swcrc: false })).not.toThrow();
  });
});

test('there are sixteen, and each has a name of its own', () => {
  expect(new Set(BUGS.map(({ name }) => name)).size).toBe(16);
});

test('a bug that has rotted says so', () => {
  const edit = { file: 'x.ts', from: 'uno', to: 'due' };
  expect(() => edited('another', edit)).toThrow('does not hold exactly once');
  expect(() => edited('uno, uno', edit)).toThrow('does not hold exactly once');
  expect(edited('only uno', edit)).toBe('only due');
});
