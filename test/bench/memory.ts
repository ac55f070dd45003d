/** What this process holds when everything that could be given back has been. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Memory {
  /** What the operating system has given to the process (resident set). */
  readonly resident_bytes: number;
  /** Objects, and buffers beside them. */
  readonly held_bytes: number;
}

export function settledMemory(): Memory {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let times = 0; times < 3; times++) collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident_bytes: rss, held_bytes: heapUsed + external };
}
