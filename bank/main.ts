/**
 * The sandbox bank as a process: configuration from the environment, one JSON line per event on standard output.
 */
import { startBank } from './bank.js';
import { readEnv } from './env.js';

function say(event: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

function fail(faults: readonly string[]): never {
  for (const fault of faults) process.stderr.write(`bank: ${fault}\n`);
  process.exit(1);
}

const read = readEnv(process.env);
if ('faults' in read) fail(read.faults);
const bank = await startBank({
  ...read.settings,
  log: say,
  onFailure: error => fail([`the book cannot be written: ${String(error)}`]),
}).catch((error: unknown) => fail([error instanceof Error ? error.message : String(error)]));
say({ event: 'listening', isoPort: bank.isoPort, threedsPort: bank.threedsPort, controlPort: bank.controlPort });

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  // A second signal while closing finds no handler any more and ends the process at once.
  process.once(signal, () => void bank.close().then(() => say({ event: 'stopped' })));
}
