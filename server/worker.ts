/**
 * Runs the timetable: each job in a loop of its own, again at once while it finds work, else when nudged or after its time.
 */
import type { Deps, Queue } from './database/deps.js';
import { TIMETABLE, type Job } from './timetable.js';

export class Nudges {
  readonly #waiting = new Map<Queue, Set<() => void>>();

  nudge = (queue: Queue): void => {
    for (const wake of this.#waiting.get(queue) ?? []) wake();
  };

  listen(queue: Queue, wake: () => void): () => void {
    const waiting = this.#waiting.get(queue) ?? new Set();
    this.#waiting.set(queue, waiting.add(wake));
    return () => waiting.delete(wake);
  }
}

export interface Worker {
  /** Ends each loop after what it is doing. */
  stop(): Promise<void>;
}

export function startWorker(deps: Deps, nudges: Nudges): Worker {
  const loops = TIMETABLE.map(job => new Loop(deps, nudges, job));
  return {
    stop: async () => {
      await Promise.all(loops.map(loop => loop.stop()));
    },
  };
}

class Loop {
  readonly #running: Promise<void>;
  readonly #stopping = new AbortController();
  #nudged = false;
  #gathering = false;
  #wake: (() => void) | undefined;

  constructor(
    private readonly deps: Deps,
    nudges: Nudges,
    private readonly job: Job,
  ) {
    const forget = job.queue ? nudges.listen(job.queue, () => this.#rouse()) : () => undefined;
    this.#running = this.#loop().finally(forget);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake?.();
    await this.#running;
  }

  /** Nudges of many payments at once become one look: what comes within the gathering time is found together. */
  #rouse(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    this.deps.timers.after(this.job.gather_ms ?? 0, () => {
      this.#gathering = false;
      this.#nudged = true;
      this.#wake?.();
    });
  }

  async #loop(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      this.#nudged = false;
      const done = await this.#runOnce();
      if (this.#stopping.signal.aborted) return;
      if (done === 0 && !this.#nudged) await this.#wait(this.job.every_ms);
      else if (done > 0 && this.job.gather_ms) await this.#gather(this.job.gather_ms);
    }
  }

  /** Where much is going on there is always a little more: looking without a pause would find it one by one. */
  async #gather(gather_ms: number): Promise<void> {
    this.#gathering = true;
    await this.#wait(gather_ms);
    this.#gathering = false;
  }

  /** A job that fails is tried again at its next time: the rows it takes are still due. */
  async #runOnce(): Promise<number> {
    try {
      return await this.job.run(this.deps, this.#stopping.signal);
    } catch (error) {
      this.deps.log.error('worker: a job failed', { job: this.job.name, error });
      return 0;
    }
  }

  #wait(time_ms: number): Promise<void> {
    return new Promise(resolve => {
      const callOff = this.deps.timers.after(time_ms, resolve);
      this.#wake = () => {
        callOff();
        resolve();
      };
    });
  }
}
