/**
 * When somebody last touched the till, in whichever tab of this browser. The API ends a sign-in after fifteen minutes
 * without a request; a live till also asks by itself, so the fifteen minutes without a person are counted here as well.
 */
import { deviceTime_ms } from '../ui/device.ts';

const MINUTE_ms = 60_000;
export const IDLE_MOST_ms = 15 * MINUTE_ms;
export const WARN_AFTER_ms = 13 * MINUTE_ms;
/** Whoever reads without asking for anything is seen by the API at least this often. */
const SEEN_EVERY_ms = 4 * MINUTE_ms;
/** Tabs tell each other through this. */
const KEY = 'guichet-till-touched';

export interface Activity {
  /** A request went out. */
  asked(): void;
  /** Somebody pointed, typed or scrolled; true when the API has not been asked for a while. */
  touched(): boolean;
  /** For how long nobody has. */
  idle_ms(): number;
}

export function createActivity(): Activity {
  let lastAsked_ms = deviceTime_ms();
  write(deviceTime_ms());
  return {
    asked() {
      lastAsked_ms = deviceTime_ms();
    },
    touched() {
      const now_ms = deviceTime_ms();
      if (now_ms - read() > 1_000) write(now_ms);
      return now_ms - lastAsked_ms > SEEN_EVERY_ms;
    },
    idle_ms: () => Math.max(0, deviceTime_ms() - read()),
  };
}

function read(): number {
  return Number(localStorage.getItem(KEY)) || 0;
}

function write(at_ms: number): void {
  localStorage.setItem(KEY, String(at_ms));
}
