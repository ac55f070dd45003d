/** `npm run storm`: one storm, told as it goes. Ends with 1 when anything did not hold, or a kind of fault never happened. */
import { checkEvidence } from './checker/check-evidence.js';
import { readOptions, USAGE, type StormOptions } from './options.js';
import { discardPlace, makePlace } from './place.js';
import { complaints, record, replay, written } from './report.js';
import { rage } from './storm.js';

const began = Date.now();
const say = (line: string): void => {
  process.stdout.write(`${String(Math.round((Date.now() - began) / 1_000)).padStart(5)} s  ${line}\n`);
};

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort(signal));
// A fault of the storm's own: what runs is ended in order all the same.
process.on('uncaughtException', error => stop.abort(error));

const options = optionsOrExit();
// Clients that were cut off in the midst of a question would ask it on and on.
process.exit(await storm(options));

function optionsOrExit(): StormOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}`);
    return process.exit(2);
  }
}

async function storm(given: StormOptions): Promise<number> {
  say(`seed ${given.seed}`);
  const place = await makePlace(stop.signal);
  const ends: (() => Promise<void> | void)[] = [];
  let keep = given.keep;
  try {
    const outcome = await rage(given, { place, say, stop: stop.signal, toEnd: end => void ends.unshift(end) });
    say('looking at what is left');
    const verdict = await checkEvidence(place.evidence);
    say(written(given, outcome, verdict));
    const found = complaints(outcome, verdict);
    if (found.length === 0) {
      if (given.record) record(given, outcome, verdict);
      return 0;
    }
    keep = true;
    say(`\n${found.join('\n')}\n\nagain: ${replay(given)}\nevidence: ${place.evidence}`);
    return 1;
  } catch (error) {
    keep ||= !toldToStop(stop.signal);
    say(error instanceof Error ? `${error.stack}\n${String(error.cause ?? '')}` : String(error));
    if (keep) say(`\nagain: ${replay(given)}\nevidence: ${place.evidence}`);
    return 1;
  } finally {
    // Whatever of it cannot be ended must not keep the rest from being ended.
    for (const end of ends) await Promise.resolve(end()).catch((error: unknown) => say(`ending: ${String(error)}`));
    await discardPlace(place, keep);
  }
}

function toldToStop({ reason }: AbortSignal): boolean {
  return reason === 'SIGINT' || reason === 'SIGTERM';
}
