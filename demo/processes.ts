/**
 * The house's processes, started and stopped by their ids. Each has a session of its own, so that Ctrl-C reaches the
 * launcher alone and the order of stopping is the launcher's; and each is recorded, so that a launcher that was killed
 * leaves nothing that the next one does not find.
 */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, processOf } from './lock.js';
import { readPrivate, writePrivate } from './secrets.js';

export interface Part {
  readonly name: string;
  /** What Node runs: a file and its arguments. */
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
}

/** A part that ended unasked. */
export interface Death {
  readonly name: string;
  readonly how: string;
  readonly lastWords: string;
}

const patience_ms = 20_000;

export class Processes {
  readonly #running = new Map<string, ChildProcess>();
  readonly #stopping = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly onDeath: (death: Death) => void,
  ) {
    mkdirSync(join(folder, 'logs'), { recursive: true });
  }

  start(part: Part): void {
    const file = logFile(this.folder, part.name);
    if (existsSync(file)) renameSync(file, `${file}.previous`);
    const log = openSync(file, 'a', 0o600);
    const child = spawn(process.execPath, part.arguments, {
      cwd: part.workingFolder,
      env: part.environment,
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    this.#running.set(part.name, child);
    this.#record();
    child.once('error', error => this.#ended(part.name, error.message));
    child.once('exit', (code, signal) => this.#ended(part.name, signal ? `by ${signal}` : `with code ${code}`));
  }

  /** Asks it to end and waits until it has. */
  async stop(name: string): Promise<void> {
    const child = this.#running.get(name);
    if (child?.pid === undefined) return;
    this.#stopping.add(name);
    await endProcess(child.pid, patience_ms);
  }

  #ended(name: string, how: string): void {
    if (!this.#running.delete(name)) return;
    this.#record();
    if (this.#stopping.has(name)) return;
    this.onDeath({ name, how, lastWords: lastLines(logFile(this.folder, name)) });
  }

  #record(): void {
    const identities = [...this.#running.values()].map(({ pid }) => (pid === undefined ? null : identityOf(pid)));
    writePrivate(recordFile(this.folder), identities.filter(Boolean));
  }
}

/** Ends what a launcher that was killed has left running. Answers how many there were. */
export async function stopLeftovers(folder: string): Promise<number> {
  const left = (readPrivate<string[]>(recordFile(folder)) ?? []).map(processOf).filter(pid => pid !== null);
  await Promise.all(left.map(pid => endProcess(pid, patience_ms)));
  writePrivate(recordFile(folder), []);
  return left.length;
}

async function endProcess(pid: number, patience_ms: number): Promise<void> {
  const identity = identityOf(pid);
  if (identity === null) return;
  process.kill(pid, 'SIGTERM');
  for (let waited_ms = 0; waited_ms < patience_ms && processOf(identity) !== null; waited_ms += 20) await sleep(20);
  // Its whole group, whose leader it is: it had its time, and what it started ends with it.
  if (processOf(identity) !== null) process.kill(-pid, 'SIGKILL');
  while (processOf(identity) !== null) await sleep(20);
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}

function logFile(folder: string, name: string): string {
  return join(folder, 'logs', `${name}.log`);
}

function recordFile(folder: string): string {
  return join(folder, 'processes.json');
}
