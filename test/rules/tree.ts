/**
 * The files the building rules read: what git knows or would take in; without git, what lies in the folder.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface File {
  /** From the top of the checkout, with slashes. */
  readonly path: string;
  readonly text: string;
}

export const TOP = join(__dirname, '../..');

const NOT_OURS: ReadonlySet<string> = new Set(['node_modules', 'dist', '.next', '.guichet', '.git', 'coverage']);

const SOURCE = /\.(?:ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;

export function isSource(path: string): boolean {
  return SOURCE.test(path);
}

/** Every text file of the project; pictures and the like are left out. */
export function projectFiles(): File[] {
  const files = listPaths()
    .filter(path => existsSync(join(TOP, path)) && lstatSync(join(TOP, path)).isFile())
    .map(path => ({ path, text: readFileSync(join(TOP, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
  // A rule that reads nothing finds nothing.
  if (files.length < 50) throw new Error(`Only ${files.length} files were found under ${TOP}.`);
  return files;
}

export function sourceFiles(): File[] {
  return projectFiles().filter(({ path }) => isSource(path));
}

function listPaths(): string[] {
  const paths = existsSync(join(TOP, '.git')) ? pathsOfGit() : pathsUnder(TOP);
  return paths.filter(path => !path.split('/').some(part => NOT_OURS.has(part))).toSorted();
}

function pathsOfGit(): string[] {
  const options = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', options, { cwd: TOP, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return [...new Set(listed.split('\0').filter(path => path !== ''))];
}

function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : pathsUnder(path);
    return [relative(TOP, path).replaceAll(sep, '/')];
  });
}
