/**
 * The test build: a copy of the sources in a folder of its own, with a bug planted in it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edit } from './bug.js';

const COPIED = ['server', 'bank', 'test', 'messages', 'package.json', 'tsconfig.json', '.swcrc'];

export interface Copy {
  readonly folder: string;
  remove(): void;
}

export function plant(edits: readonly Edit[]): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-planted-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (const name of COPIED) cpSync(name, join(folder, name), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
    for (const edit of edits) {
      const place = join(folder, edit.file);
      writeFileSync(place, edited(readFileSync(place, 'utf8'), edit));
    }
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The text with the edit in it. What is to be edited stands there exactly once, or the bug has rotted. */
export function edited(text: string, { file, from, to }: Edit): string {
  const [before, after, ...more] = text.split(from);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${file} does not hold exactly once: ${from}`);
  return `${before}${to}${after}`;
}
