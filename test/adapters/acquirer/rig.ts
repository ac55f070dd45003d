/**
 * An acquirer on real sockets, clock and timers, whose log can be searched.
 */
import { randomBytes } from 'node:crypto';
import { createAcquirer, type AcquirerOptions } from '../../../server/adapters/acquirer/acquirer.js';
import type { Acquirer, Clock, LateAnswer, Log, Timers } from '../../../server/core/ports.js';

export const clock: Clock = { now: () => new Date(), monotonic_ms: () => performance.now() };

export const timers: Timers = {
  after(delay_ms, callback) {
    const timer = setTimeout(callback, delay_ms);
    return () => clearTimeout(timer);
  },
};

export const random = { bytes: (count: number): Uint8Array => randomBytes(count) };

export class KeptLog implements Log {
  readonly lines: string[] = [];
  info = (event: string, facts?: unknown): void => void this.lines.push(`info ${event} ${JSON.stringify(facts)}`);
  warn = (event: string, facts?: unknown): void => void this.lines.push(`warn ${event} ${JSON.stringify(facts)}`);
  error = (event: string, facts?: unknown): void => void this.lines.push(`error ${event} ${JSON.stringify(facts)}`);
}

export interface Rig {
  readonly acquirer: Acquirer;
  readonly log: KeptLog;
  readonly late: LateAnswer[];
  /** Resolves once so many late answers have been told. */
  readonly lateAnswers: (count: number) => Promise<readonly LateAnswer[]>;
}

/** Patient by default, so that a busy machine is not taken for a silent host; a test of silence says how short. */
export function rig(port: number, options: Partial<AcquirerOptions> = {}): Rig {
  const log = new KeptLog();
  const acquirer = createAcquirer({
    host: '127.0.0.1',
    port,
    timeout_ms: 20_000,
    connect_timeout_ms: 20_000,
    lines: 1,
    first_retry_ms: 1,
    longest_retry_ms: 20,
    clock,
    timers,
    random,
    log,
    ...options,
  });
  const late: LateAnswer[] = [];
  let woken: (() => void) | null = null;
  acquirer.onLateAnswer(answer => {
    late.push(answer);
    woken?.();
  });
  const lateAnswers = async (count: number): Promise<readonly LateAnswer[]> => {
    while (late.length < count) {
      await new Promise<void>(resolve => {
        woken = resolve;
      });
    }
    return late;
  };
  return { acquirer, log, late, lateAnswers };
}
