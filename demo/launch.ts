/** Keeps the house up, from `npm start` to Ctrl-C: one launcher to a folder, and everything it started ended with it. */
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { ConfigurationError } from '../server/env.js';
import type { Demo } from './announce.js';
import { announcement } from './announce.js';
import { bringUp } from './bring-up.js';
import type { Undo } from './bring-up.js';
import type { Configuration } from './configuration.js';
import { readConfiguration } from './configuration.js';
import { lockHolder, releaseLock, takeLock } from './lock.js';
import { readPrivate, writePrivate } from './secrets.js';

const say = (text: string): void => void process.stdout.write(text);
const complain = (text: string): void => void process.stderr.write(text);

/** Answers the code to exit with. */
export async function launch(root: string): Promise<number> {
  const wanted = process.env['GUICHET_FOLDER'] ?? join(root, '.guichet');
  mkdirSync(wanted, { recursive: true });
  const folder = realpathSync(wanted);
  const lock = join(folder, 'launcher.lock');
  if (!takeLock(lock)) return reportRunning(folder, lockHolder(lock));
  try {
    const configuration = readConfiguration(process.env, path => readFileSync(path, 'utf8'));
    return await keepUp(root, folder, configuration);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    complain(`${error.message}\nNothing was started.\n`);
    return 1;
  } finally {
    releaseLock(lock);
  }
}

/** Somebody asked us to end; anything else that ends the house is a failure. */
class Asked extends Error {}

async function keepUp(root: string, folder: string, configuration: Configuration): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Only the first counts: npm hands on a Ctrl-C that we have had from the terminal already.
    process.on(signal, () => stop.abort(new Asked(signal)));
  }
  const demoFile = join(folder, 'demo.json');
  rmSync(demoFile, { force: true });
  const undo: Undo[] = [];
  try {
    say('Guichet is opening.\n');
    const demo = await bringUp({ root, folder, configuration, stop, undo, say });
    writePrivate(demoFile, demo);
    say(announcement(demo, folder));
    await untilAborted(stop.signal);
  } catch (error) {
    // What fails because we are stopping is no failure of its own.
    if (!stop.signal.aborted) stop.abort(error);
  }
  const reason: unknown = stop.signal.reason;
  if (!(reason instanceof Asked)) complain(`\n${reason instanceof Error ? reason.message : String(reason)}\n`);
  rmSync(demoFile, { force: true });
  await takeDown(undo);
  return reason instanceof Asked ? 0 : 1;
}

async function takeDown(undo: Undo[]): Promise<void> {
  say('\nGuichet is closing.\n');
  for (const { title, work } of undo.toReversed()) {
    say(`  ${title} …\n`);
    await work().catch((error: unknown) => complain(`    ${String(error)}\n`));
  }
  say('Guichet is closed.\n');
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

function reportRunning(folder: string, pid: number | null): number {
  const file = join(folder, 'demo.json');
  const demo = existsSync(file) ? readPrivate<Demo>(file) : null;
  say(
    demo ? `Guichet is running already (process ${pid}).\n` : `Guichet is being opened or closed by process ${pid}.\n`,
  );
  if (demo) say(announcement(demo, folder));
  return 0;
}
