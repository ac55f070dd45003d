/** What befalls the processes. Each is started again, or wakes up, by itself after a while. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ACQUIRER_TIMEOUT_ms, type House } from '../house.js';
import type { Random } from '../random.js';
import type { Supervised } from '../supervised.js';
import type { Tally } from '../tally.js';
import type { Misfortune } from './deck.js';

/** Whoever sleeps for longer than the leases last (`advices.ts`, `recover.ts`) wakes up to work that others have taken over. */
const BEYOND_LEASES_ms = ACQUIRER_TIMEOUT_ms + 12_000;
/** As long as a machine that was suspended, or one that others keep busy. */
const MINUTE_ms = 60_000;
/** How far a wall clock is off. */
export const STEP_ms = 2 * 60 * 60 * 1_000;

export interface Assault {
  readonly house: House;
  readonly tally: Tally;
  readonly random: Random;
  /** Whether there is time for somebody to sleep for a minute. */
  readonly isLong: boolean;
  readonly over: AbortSignal;
}

export function processMisfortunes(assault: Assault): Misfortune[] {
  const { house } = assault;
  const kinds = [
    ['server', house.servers],
    ['worker', house.workers],
    ['bank', [house.bank]],
  ] as const;
  return kinds.flatMap(([kind, processes]) => [
    misfortune(assault, `${kind}: SIGKILL`, processes, one => one.signal('SIGKILL')),
    misfortune(assault, `${kind}: SIGTERM`, processes, one => one.signal('SIGTERM')),
    misfortune(assault, `${kind}: SIGSTOP`, processes, one => putToSleep(assault, one, kind === 'bank')),
    ...(kind === 'bank'
      ? []
      : [misfortune(assault, `${kind}: clock stepped`, processes, one => stepClock(assault, one))]),
    ...(assault.isLong && kind !== 'bank' ? [minuteOfSleep(assault, `${kind}: asleep for a minute`, processes)] : []),
  ]);
}

function misfortune(
  { random, tally }: Assault,
  name: string,
  processes: readonly Supervised[],
  does: (one: Supervised) => boolean,
): Misfortune {
  return {
    name,
    bring: () => {
      const awake = processes.filter(({ isAwake }) => isAwake);
      if (awake.length === 0) return;
      const one = random.pick(awake);
      if (does(one)) tally.happened(name, one.name);
    },
  };
}

function putToSleep({ random, over }: Assault, one: Supervised, isBank: boolean): boolean {
  const asleep_ms = isBank ? random.between(1_000, 5_000) : BEYOND_LEASES_ms;
  if (!one.signal('SIGSTOP')) return false;
  void sleep(asleep_ms, undefined, { signal: over })
    .catch(() => undefined)
    .then(() => one.signal('SIGCONT'));
  return true;
}

/** Counted once it has slept through: whoever is woken when the storm ends has not. */
function minuteOfSleep({ random, tally, over }: Assault, name: string, processes: readonly Supervised[]): Misfortune {
  return {
    name,
    bring: () => {
      const awake = processes.filter(({ isAwake }) => isAwake);
      const one = awake.length > 1 ? random.pick(awake) : null;
      if (!one?.signal('SIGSTOP')) return;
      void sleep(MINUTE_ms, undefined, { signal: over })
        .then(() => tally.happened(name, one.name))
        .catch(() => undefined)
        .then(() => one.signal('SIGCONT'));
    },
  };
}

/** Two hours one way or the other, for a few seconds: then somebody sets it right. */
function stepClock({ random, over }: Assault, one: Supervised): boolean {
  if (!one.stepClock(random.chance(0.5) ? STEP_ms : -STEP_ms)) return false;
  void sleep(random.between(2_000, 8_000), undefined, { signal: over })
    .catch(() => undefined)
    .then(() => one.stepClock(0));
  return true;
}
