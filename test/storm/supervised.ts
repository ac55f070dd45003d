/**
 * A process of the product: started again whenever it ends, until it is told to stop for good. What it says goes to a file of its
 * own, of which a storm reads nothing but the end.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a process that was told to stop may take: the house's own time to drain is shorter. */
const PATIENCE_ms = 25_000;
const READY_ms = 60_000;

export interface SupervisedOptions {
  readonly name: string;
  readonly module: string;
  readonly preload: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly logFile: string;
  /** Whether it does its work. */
  readonly isReady: () => Promise<boolean>;
  /** How long it stays away after it ended, ever differently. */
  readonly absence_ms: () => number;
}

export class Supervised {
  #process: ChildProcess | null = null;
  #wanted = false;
  #isStopped = false;
  /** How often it was started. */
  starts = 0;

  constructor(private readonly options: SupervisedOptions) {}

  get name(): string {
    return this.options.name;
  }

  /** Running, and not held by SIGSTOP. */
  get isAwake(): boolean {
    return this.#process !== null && !this.#isStopped;
  }

  async start(): Promise<void> {
    this.#wanted = true;
    this.#spawn();
    await this.ready();
  }

  async ready(): Promise<void> {
    const end = Date.now() + READY_ms;
    while (!(await this.options.isReady().catch(() => false))) {
      if (Date.now() > end || !this.#wanted)
        throw new Error(`${this.name} does not get ready; see ${this.options.logFile}`);
      await sleep(50);
    }
  }

  /** True when there was a process to send it to. */
  signal(signal: NodeJS.Signals): boolean {
    const sent = this.#process?.kill(signal) ?? false;
    if (sent && signal === 'SIGSTOP') this.#isStopped = true;
    if (sent && signal === 'SIGCONT') this.#isStopped = false;
    return sent;
  }

  /** Its wall clock is off by so much from now on, until it is started again. */
  stepClock(step_ms: number): boolean {
    return this.#process?.send({ step_ms }) ?? false;
  }

  /** Resolves when the process that runs now has ended. */
  async ended(): Promise<void> {
    if (this.#process) await once(this.#process, 'exit');
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    const process = this.#process;
    if (!process) return;
    const end = once(process, 'exit');
    process.kill('SIGCONT');
    process.kill('SIGTERM');
    const kill = setTimeout(() => process.kill('SIGKILL'), PATIENCE_ms);
    await end;
    clearTimeout(kill);
  }

  /** At once, and for good. */
  destroy(): void {
    this.#wanted = false;
    this.#process?.kill('SIGKILL');
  }

  #spawn(): void {
    const { module, preload, environment, logFile } = this.options;
    const log = openSync(logFile, 'a', 0o600);
    const child = fork(module, [], {
      env: environment,
      execArgv: ['--enable-source-maps', '--import', preload],
      stdio: ['ignore', log, log, 'ipc'],
      // Ctrl-C goes to the terminal's foreground processes; the order of stopping is the storm's.
      detached: true,
    });
    closeSync(log);
    this.#process = child;
    this.#isStopped = false;
    this.starts += 1;
    child.once('error', () => undefined);
    child.once('exit', () => void this.#again());
  }

  async #again(): Promise<void> {
    this.#process = null;
    if (!this.#wanted) return;
    await sleep(this.options.absence_ms());
    if (this.#wanted && this.#process === null) this.#spawn();
  }
}
