/** So many payments, so many at a time, or as many as there is time for, while the process that pays is watched. */
import { cpuMeter } from './answering.js';

export interface Bout {
  readonly count: number;
  readonly atATime: number;
  readonly most_ms: number;
}

export interface BoutMeasured {
  readonly count: number;
  readonly took_ms: number;
  /** Of the process that calls this. */
  readonly cpu_ms: number;
  readonly each_ms: readonly number[];
}

export async function watch({ count, atATime, most_ms }: Bout, one: () => Promise<void>): Promise<BoutMeasured> {
  const each_ms: number[] = [];
  let begun = 0;
  const worker = async (): Promise<void> => {
    for (let at = began; begun < count && at - began < most_ms; at = performance.now()) {
      begun += 1;
      await one();
      each_ms.push(performance.now() - at);
    }
  };
  const cpu = cpuMeter();
  const began = performance.now();
  await Promise.all(Array.from({ length: atATime }, worker));
  return { count: each_ms.length, took_ms: performance.now() - began, cpu_ms: cpu(), each_ms };
}
