/**
 * The machine's own clock, timers and chance.
 */
import { randomBytes } from 'node:crypto';
import type { Clock, Random, Timers } from '../core/ports.js';

export const systemClock: Clock = {
  now: () => new Date(),
  monotonic_ms: () => performance.now(),
};

export const systemTimers: Timers = {
  after(delay_ms, callback) {
    const timer = setTimeout(callback, delay_ms);
    return () => clearTimeout(timer);
  },
};

export const systemRandom: Random = { bytes: count => randomBytes(count) };
