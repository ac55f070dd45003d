/**
 * A process of the house that can die at any step, or fall asleep and wake up stale. What reaches out of it goes through `reach`;
 * of a process that is dead nothing ever comes back.
 */
import type { Conductor } from './conductor.js';
import type { Reached } from './reached.js';
import type { Fate, Owner } from './virtual-time.js';

/** What a process does that others can see. */
export type StepKind = 'STATEMENT' | 'COMMIT' | 'SEND' | 'DIRECTORY' | 'HOOK' | 'MAIL';

export const MISHAPS = [
  'KILLED_BEFORE',
  'KILLED_AFTER',
  'ASLEEP_BEFORE',
  'ASLEEP_AFTER',
  'LINE_LOST_BEFORE',
  'LINE_LOST_AFTER',
] as const;
export type MishapKind = (typeof MISHAPS)[number];

/** What happens to a process at its nth step of a kind from now. */
export interface Mishap {
  readonly kind: MishapKind;
  readonly at: StepKind | 'ANY';
  readonly step: number;
}

/** Like the driver's, when the connection is gone: the statement may have been committed or not. */
export class LineLostError extends Error {
  readonly code = 'ECONNRESET';
}

const NEVER = new Promise<never>(() => undefined);

export class SimProcess implements Owner {
  #fate: Fate = 'AWAKE';
  #mishap: Mishap | null = null;
  #steps = 0;
  #wakers: (() => void)[] = [];
  #mourners: (() => void)[] = [];
  /** Whether a statement of it was told to have failed. */
  wasCutOff = false;
  hasSlept = false;

  constructor(
    readonly name: string,
    private readonly conductor: Conductor,
    private readonly reached: Reached,
  ) {}

  get fate(): Fate {
    return this.#fate;
  }

  /** Takes the place of one that did not happen. */
  expect(mishap: Mishap | null): void {
    this.#mishap = mishap;
    this.#steps = 0;
  }

  die(): void {
    if (this.#fate === 'DEAD') return;
    this.#fate = 'DEAD';
    for (const mourn of this.#mourners.splice(0)) mourn();
  }

  sleep(): void {
    this.hasSlept = true;
    if (this.#fate === 'AWAKE') this.#fate = 'ASLEEP';
    for (const mourn of this.#mourners.slice()) mourn();
  }

  wake(): void {
    if (this.#fate !== 'ASLEEP') return;
    this.#fate = 'AWAKE';
    for (const waken of this.#wakers.splice(0)) waken();
  }

  /** Called when it dies, and when it falls asleep. */
  onStopped(mourn: () => void): void {
    this.#mourners.push(mourn);
  }

  /** At once, or once it is awake again; never if it dies. */
  whenAwake(callback: () => void): void {
    if (this.#fate === 'AWAKE') callback();
    else if (this.#fate === 'ASLEEP') this.#wakers.push(() => this.whenAwake(callback));
  }

  /** One step that is answered. */
  async reach<T>(kind: StepKind, label: string, work: () => Promise<T>): Promise<T> {
    await this.#turn(label);
    const mishap = this.#mishapNow(kind);
    if (mishap === 'KILLED_BEFORE') return this.#end();
    if (mishap === 'LINE_LOST_BEFORE') return this.#lose();
    if (mishap === 'ASLEEP_BEFORE') {
      this.sleep();
      await this.#turn(`${label}, after a sleep`);
    }
    const result = await this.conductor.during(work()).then(
      value => ({ value }),
      (error: unknown) => ({ error }),
    );
    if (mishap === 'KILLED_AFTER') return this.#end();
    if (mishap === 'LINE_LOST_AFTER') return this.#lose();
    if (mishap === 'ASLEEP_AFTER') this.sleep();
    await new Promise<void>(resolve => this.whenAwake(resolve));
    if ('error' in result) throw result.error;
    return result.value;
  }

  /** One step that nobody waits for, as when bytes are written to a socket; false when it does not take place. */
  reachNow(kind: StepKind): boolean {
    if (this.#fate !== 'AWAKE') return false;
    const mishap = this.#mishapNow(kind);
    if (mishap === 'KILLED_BEFORE') this.die();
    if (mishap === 'KILLED_AFTER') queueMicrotask(() => this.die());
    if (mishap?.startsWith('ASLEEP')) queueMicrotask(() => this.sleep());
    return mishap !== 'KILLED_BEFORE';
  }

  async #turn(label: string): Promise<void> {
    do {
      await new Promise<void>(resolve => this.whenAwake(resolve));
      await this.conductor.turn(`${this.name}: ${label}`);
    } while (this.fate !== 'AWAKE');
  }

  #mishapNow(kind: StepKind): MishapKind | null {
    const awaited = this.#mishap;
    if (!awaited || (awaited.at !== 'ANY' && awaited.at !== kind) || this.#steps++ !== awaited.step) return null;
    const happened = awaited.kind;
    this.#mishap = null;
    const isOfDatabase = kind === 'STATEMENT' || kind === 'COMMIT';
    if (happened.startsWith('LINE_LOST') && !isOfDatabase) return null;
    this.reached.count(`${happened} at ${kind}`);
    return happened;
  }

  #end(): Promise<never> {
    this.die();
    return NEVER;
  }

  #lose(): never {
    this.wasCutOff = true;
    throw new LineLostError('Connection terminated unexpectedly');
  }
}
