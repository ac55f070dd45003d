/**
 * An acquirer on real sockets, clock and timers, whose log can be searched.
 */
import { randomBytes } from 'node:crypto';
import { createAcquirer, type AcquirerOptions } from '../../../server/adapters/acquirer/acquirer.js';
import type {
  Acquirer,
  AuthorisationAnswer,
  AuthorisationRequest,
  Clock,
  LateAnswer,
  Log,
  Timers,
} from '../../../server/core/ports.js';
import { another } from './examples.js';
import { answerTo, ScriptedHost, type Script } from './scripted-host.js';

export const clock: Clock = { now: () => new Date(), monotonic_ms: () => performance.now() };

/** Real timers, of which those of one length can be let go off at once, so that no test waits for silence. */
export class HastyTimers implements Timers {
  readonly #armed = new Map<NodeJS.Timeout, { readonly delay_ms: number; readonly callback: () => void }>();

  after(delay_ms: number, callback: () => void): () => void {
    const timer = setTimeout(() => {
      this.#armed.delete(timer);
      callback();
    }, delay_ms);
    this.#armed.set(timer, { delay_ms, callback });
    return () => {
      clearTimeout(timer);
      this.#armed.delete(timer);
    };
  }

  /** How many wait for so long; of any length where none is given. */
  waiting(delay_ms?: number): number {
    const delays = [...this.#armed.values()].map(armed => armed.delay_ms);
    return delays.filter(each => delay_ms === undefined || each === delay_ms).length;
  }

  expire(delay_ms: number): void {
    for (const [timer, armed] of this.#armed) {
      if (armed.delay_ms !== delay_ms) continue;
      clearTimeout(timer);
      this.#armed.delete(timer);
      armed.callback();
    }
  }
}

/** Long, so that a busy machine is not taken for a silent host; and each its own, so that each can be let expire. */
export const ANSWER_TIMEOUT_MS = 20_000;
const NETWORK_TIMEOUT_MS = 19_000;

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
  /** Ends the wait for every answer under way; for sign-on, echo and sign-off. */
  readonly timeOut: () => void;
  readonly networkTimeOut: () => void;
  readonly timers: HastyTimers;
}

export function rig(port: number, options: Partial<AcquirerOptions> = {}): Rig {
  const log = new KeptLog();
  const timers = new HastyTimers();
  const acquirer = createAcquirer({
    host: '127.0.0.1',
    port,
    timeout_ms: ANSWER_TIMEOUT_MS,
    connect_timeout_ms: NETWORK_TIMEOUT_MS,
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
  return {
    acquirer,
    log,
    late,
    lateAnswers,
    timers,
    timeOut: () => timers.expire(ANSWER_TIMEOUT_MS),
    networkTimeOut: () => timers.expire(NETWORK_TIMEOUT_MS),
  };
}

export type OpenRig = Rig & { readonly host: ScriptedHost };

/** A host and an acquirer that asks it; `stops` says how to end both. */
export async function startRig(
  stops: (() => Promise<void>)[],
  script?: Script,
  options?: Partial<AcquirerOptions>,
): Promise<OpenRig> {
  const host = await ScriptedHost.start(script);
  const open = rig(host.port, options);
  stops.push(
    () => open.acquirer.close(),
    () => host.stop(),
  );
  return { ...open, host };
}

/** Asks, waits until the host has heard it and `meanwhile` is over, then lets the time-out come. */
export async function unanswered(
  { acquirer, host, timeOut }: OpenRig,
  request: AuthorisationRequest,
  meanwhile?: () => Promise<unknown>,
): Promise<AuthorisationAnswer> {
  const heard = host.heard.length;
  const asked = acquirer.authorise(request);
  await host.until(() => host.heard.length > heard);
  await meanwhile?.();
  timeOut();
  return asked;
}

/** Another authorisation is asked and answered: whatever came before on the line has been dealt with by then. */
export async function goesOn({ acquirer, host }: OpenRig): Promise<void> {
  host.script = (request, line) => line.send(answerTo(request));
  const answer = await acquirer.authorise(another);
  if (answer.kind !== 'answered') throw new Error(`the line does not go on: ${answer.cause}`);
}
