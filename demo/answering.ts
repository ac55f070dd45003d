import { setTimeout as sleep } from 'node:timers/promises';

const patience_ms = 90_000;
const pause_ms = 100;

/** Waits until that address answers with something other than an error. */
export async function untilAnswering(what: string, url: string, stop: AbortSignal): Promise<void> {
  let last = 'nothing';
  for (const end = performance.now() + patience_ms; performance.now() < end;) {
    stop.throwIfAborted();
    try {
      const response = await fetch(url, {
        redirect: 'manual',
        signal: AbortSignal.any([stop, AbortSignal.timeout(10_000)]),
      });
      // Read to its end, so that the connection is idle and does not hold up whoever closes.
      await response.arrayBuffer();
      if (response.status < 400) return;
      last = `status ${response.status}`;
    } catch (error) {
      last = error instanceof Error ? String(error.cause ?? error.message) : String(error);
    }
    await sleep(pause_ms, undefined, { signal: stop });
  }
  throw new Error(`${what} does not answer at ${url} (last: ${last}).`);
}
