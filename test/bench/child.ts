/**
 * A process of the bench's own: asked over its channel, stopped by closing it. A bench that is killed closes the channel
 * too, so that nothing of it goes on running.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';

const patience_ms = 10_000;

export interface Question {
  readonly id: number;
  readonly name: string;
  readonly given: unknown;
}

export interface Answer {
  readonly id: number;
  readonly answer: unknown;
  readonly failure?: string;
}

export interface ChildOptions {
  readonly module: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly logFile: string;
}

export class Child {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #awaited = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  #asked = 0;

  constructor(private readonly options: ChildOptions) {
    const log = openSync(options.logFile, 'a', 0o600);
    this.#process = fork(options.module, [], {
      env: options.environment,
      stdio: ['ignore', log, log, 'ipc'],
      // Values of the database (dates, bytes, bigints) travel as what they are.
      serialization: 'advanced',
      // Ctrl-C goes to the terminal's foreground processes; the order of stopping is the bench's.
      detached: true,
    });
    closeSync(log);
    this.#process.on('message', message => this.#answered(message as Answer));
    this.#ended = once(this.#process, 'exit').then(() => this.#giveUp());
  }

  ask<T>(name: string, given?: unknown): Promise<T> {
    const id = (this.#asked += 1);
    return new Promise<T>((resolve, reject) => {
      if (!this.#process.connected) return reject(this.#death());
      this.#awaited.set(id, { resolve: answer => resolve(answer as T), reject });
      this.#process.send({ id, name, given } satisfies Question);
    });
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    if (this.#process.connected) this.#process.disconnect();
    const kill = setTimeout(() => this.#process.kill('SIGKILL'), patience_ms);
    await this.#ended;
    clearTimeout(kill);
  }

  #answered({ id, answer, failure }: Answer): void {
    const awaited = this.#awaited.get(id);
    this.#awaited.delete(id);
    if (failure === undefined) awaited?.resolve(answer);
    else awaited?.reject(new Error(failure));
  }

  #giveUp(): void {
    for (const { reject } of this.#awaited.values()) reject(this.#death());
    this.#awaited.clear();
  }

  #death(): Error {
    const { module, logFile } = this.options;
    return new Error(`${module} has ended:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
  }
}
