/**
 * Full payments per second beside the floor: the same durable writes as bare SQL on the same PostgreSQL. Run it with
 * `npm run bench`; what the figures mean is in README.md.
 */
import { join } from 'node:path';
import { databaseUrl, withAdmin } from '../support/cluster.js';
import type { Unit } from './database-listener.js';
import { short } from './figures.js';
import { scriptOf, type Script } from './floor.js';
import { Gauge } from './gauge.js';
import { liesInMemory, withHouse, type House } from './house.js';
import { Load } from './load.js';
import { measureFloor, measureHouse } from './measure.js';
import { readOptions, USAGE, type BenchOptions } from './options.js';
import { recordSection } from './record.js';
import { asMarkdown, asText, headline, rowsOf, verdictsOf, type Pair, type Results } from './table.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function bench(options: BenchOptions, stop: AbortSignal): Promise<void> {
  if (liesInMemory()) say('The temporary folder lies in memory: fsync costs nothing there. Set TMPDIR to a disk.');
  say('Compiling and starting PostgreSQL, the bank and the server …');
  const floors = options.profile === null ? options.rounds * options.concurrencies.length : 0;
  await withHouse({ floors, profile: options.profile, stop }, async house => {
    const load = new Load();
    const gauge = await Gauge.open(house.cluster);
    try {
      say('Warming up …');
      const script = await warmUp(house, load, options, stop);
      say(`${script.payments.length} payments are the script of the floor.`);
      if (options.profile !== null) return await profile(house, load, options.profile, stop);
      const results = await measure(house, load, gauge, script, options, stop);
      await requireAllWritten(house, load.count);
      report(results, options);
    } finally {
      await gauge.close();
    }
  });
}

/** Compilers, caches and plans of server, bank and load; what is written meanwhile becomes the floor's script. */
async function warmUp(house: House, load: Load, options: BenchOptions, stop: AbortSignal): Promise<Script> {
  await house.server.ask('record');
  await load.run({ ...house, atATime: 8, most_ms: options.warmUp_ms, mostPayments: options.recorded, stop });
  const script = scriptOf(await house.server.ask<Unit[]>('recorded'));
  // Autovacuum does so within its first minute; until then plans are made for tables that seem to be empty.
  await withAdmin(databaseUrl(house.cluster.ownerUrl, 'bench'), client => client.query('analyze'));
  return script;
}

async function measure(
  house: House,
  load: Load,
  gauge: Gauge,
  script: Script,
  options: BenchOptions,
  stop: AbortSignal,
): Promise<Results> {
  const pairs = new Map<number, Pair[]>(options.concurrencies.map(atATime => [atATime, []]));
  const floors = [...house.floors];
  for (let round = 1; round <= options.rounds; round++)
    for (const [atATime, found] of pairs) {
      const floor = await measureFloor(floors.pop() ?? '', script, gauge, { atATime, most_ms: options.floor_ms, stop });
      const paid = await measureHouse(house, load, gauge, { atATime, most_ms: options.house_ms, stop });
      stop.throwIfAborted();
      found.push({ floor, house: paid });
      const rates = `floor ${short(floor.perSecond)}, Guichet ${short(paid.perSecond)} per second`;
      say(`Round ${round}, ${String(atATime).padStart(2)} at a time: ${rates}`);
    }
  return { postgres: await gauge.version(), rounds: options.rounds, pairs };
}

async function profile(house: House, load: Load, folder: string, stop: AbortSignal): Promise<void> {
  await house.server.ask('profile');
  const paid = await load.run({ ...house, atATime: 8, most_ms: 8_000, stop });
  await house.server.ask('profiled');
  say(`${paid.length} payments under the profiler, 8 at a time: ${join(folder, 'server.cpuprofile')}`);
}

/** Every payment that was counted stands in the database, authorised and told: or the figures are worth nothing. */
async function requireAllWritten({ cluster }: House, count: number): Promise<void> {
  const { rows } = await withAdmin(databaseUrl(cluster.runUrl, 'bench'), client =>
    client.query<{ paid: string; told: string }>(
      `select (select count(*) from transaction where status = 'TO_CAPTURE') as paid,
         (select count(*) from outbox) + (select count(*) from feed) as told`,
    ),
  );
  const { paid, told } = rows[0] ?? {};
  // Session: opened, begun, paid; transaction: requested, authorised.
  if (Number(paid) !== count || Number(told) < count * 5)
    throw new Error(`${count} payments were counted; ${paid} are authorised, and ${told} events are told.`);
}

function report(results: Results, { record, statements }: BenchOptions): void {
  const rows = rowsOf(results);
  const verdicts = verdictsOf(results);
  say(`\n${headline(results)}\n\n${asText(rows)}\n\n${verdicts.join('\n')}`);
  if (statements) say(`\n${statementsOf(results)}`);
  if (!record) return;
  const list = verdicts.map(verdict => `- ${verdict}`).join('\n');
  recordSection('Payments: `npm run bench`', `${headline(results)}.\n\n${asMarkdown(rows)}\n\n${list}`);
}

function statementsOf({ pairs }: Results): string {
  const [atATime, found = []] = [...pairs][0] ?? [];
  const byText = [...(found.at(-1)?.house.byText ?? [])].sort(([, one], [, other]) => other - one);
  const lines = byText.map(([text, times]) => `  ${times.toFixed(2).padStart(6)}  ${text.slice(0, 130)}`);
  return `Statements per payment, ${atATime} at a time:\n${lines.join('\n')}`;
}

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort());

try {
  await bench(readOptions(process.argv.slice(2)), interrupted.signal);
} catch (error) {
  const isOurs = interrupted.signal.aborted;
  process.stderr.write(isOurs ? 'Stopped.\n' : `${error instanceof Error ? error.stack : String(error)}\n\n${USAGE}`);
  process.exitCode = isOurs ? 130 : 1;
}
