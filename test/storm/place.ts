/**
 * Where a storm happens: a folder with the compiled product, the database and the evidence. Its name bears the process id of its
 * storm, so that a later one can tell what one that was killed has left behind.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../../demo/tool.js';
import { discardCluster } from '../support/cluster.js';

const PREFIX = 'guichet-storm-';
/** Says of a folder that somebody is to look at it: no later storm removes it. */
const KEPT = 'kept';

export interface Place {
  readonly folder: string;
  /** What the checker reads, and all that is kept of a storm that found something. */
  readonly evidence: string;
  /** The compiled module of a source file of the project. */
  module(source: string): string;
}

export async function makePlace(stop: AbortSignal): Promise<Place> {
  for (const abandoned of abandonedFolders()) await discardCluster(abandoned);
  const folder = mkdtempSync(join(base(), `${PREFIX}${process.pid}-`));
  // The user that root hands the database to has to pass through.
  chmodSync(folder, 0o755);
  const evidence = join(folder, 'evidence');
  for (const name of ['clients', 'receivers', 'mails', 'tables', 'processes', 'raw'])
    mkdirSync(join(evidence, name), { recursive: true });
  await compile(folder, stop);
  return { folder, evidence, module: source => join(folder, 'dist', source.replace(/\.ts$/, '.js')) };
}

/** The database ended and everything gone; with the evidence left where it is, when somebody is to look at it. */
export async function discardPlace({ folder }: Place, keepEvidence: boolean): Promise<void> {
  if (!keepEvidence) return discardCluster(folder);
  for (const name of ['dist', 'node_modules', 'messages', 'package.json']) rmSync(join(folder, name), rest);
  writeFileSync(join(folder, KEPT), '');
}

const rest = { recursive: true, force: true } as const;

/** Memory, where there is room enough in it: it is processes that are killed here, not machines. */
function base(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize >= 4 * 2 ** 30) return '/dev/shm';
  } catch {
    // Not every system has it.
  }
  return tmpdir();
}

/** Once, and not anew in every process that is killed and started again. */
async function compile(folder: string, stop: AbortSignal): Promise<void> {
  const root = process.cwd();
  const sources = ['server', 'bank', 'test/storm/inside.ts'];
  const command = ['node_modules/@swc/cli/bin/swc.js', ...sources, '--out-dir', join(folder, 'dist'), '--quiet'];
  await runTool({ command, workingFolder: root, environment: process.env, stop });
  for (const name of ['node_modules', 'package.json', 'messages']) symlinkSync(join(root, name), join(folder, name));
}

function abandonedFolders(): string[] {
  return [base(), tmpdir()].flatMap(parent =>
    readdirSync(parent)
      .filter(name => name.startsWith(PREFIX) && !isRunning(Number(name.slice(PREFIX.length).split('-')[0])))
      .map(name => join(parent, name))
      .filter(folder => !existsSync(join(folder, KEPT))),
  );
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
