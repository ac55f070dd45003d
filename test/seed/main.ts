/**
 * `npm run seed -- --transactions 1000000`: payments of a year, for looking at the till as it is when a shop has many, and for the bench.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { releaseLock, takeLock } from '../../demo/lock.js';
import { keepSecrets } from '../../demo/secrets.js';
import { Secret } from '../../server/core/secret.js';
import { DAY_ms } from '../../server/core/time.js';
import { startCluster } from '../../server/database/embedded/cluster.js';
import { migrate } from '../../server/database/migrate.js';
import { silentLog } from '../support/silent-log.js';
import { progressBar } from './progress.js';
import { seed, type SeedPlan } from './seed.js';

const USAGE = `npm run seed -- --transactions 1000000 [options]
  --database URL   a database of yours, as the role that owns its tables (migrated first)
  --folder PATH    an embedded database in this folder, made if there is none; .guichet, that of npm start, if neither is given
  --days 396       over how many days they are spread
  Nothing else may use the database meanwhile.
`;

const MOST = 5_000_000;

interface Wish {
  readonly plan: SeedPlan;
  readonly database: string | null;
  readonly folder: string;
}

function readWish(given: readonly string[]): Wish {
  const { values } = parseArgs({
    args: [...given],
    options: {
      transactions: { type: 'string', default: '10000' },
      days: { type: 'string', default: '396' },
      database: { type: 'string' },
      folder: { type: 'string', default: process.env['GUICHET_FOLDER'] ?? '.guichet' },
    },
  });
  const transactions = wholeNumber('--transactions', values.transactions, MOST);
  const until = new Date();
  const from = new Date(until.getTime() - wholeNumber('--days', values.days, 3660) * DAY_ms);
  const plan = { transactions, from, until, salt: randomBytes(8).toString('hex') };
  return { plan, database: values.database ?? null, folder: values.folder };
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new Error(`${name} takes 1 to ${most}.`);
  return number;
}

async function run({ plan, database, folder }: Wish): Promise<void> {
  if (database !== null) return fill(database, plan);
  mkdirSync(folder, { recursive: true });
  // The user that root hands the database to has to pass through.
  if (process.getuid?.() === 0) chmodSync(folder, 0o755);
  const lock = join(realpathSync(folder), 'launcher.lock');
  if (!takeLock(lock)) throw new Error(`Guichet is running from ${folder}: end it first.`);
  try {
    // What is there before its keys are there looks like data whose keys are lost.
    keepSecrets(folder);
    await fillCluster(realpathSync(folder), plan);
  } finally {
    releaseLock(lock);
  }
}

async function fillCluster(folder: string, plan: SeedPlan): Promise<void> {
  const cluster = await startCluster({ folder, durability: 'durable', preferredPort: 0, log: silentLog });
  try {
    await fill(cluster.ownerUrl, plan);
  } finally {
    await cluster.stop();
  }
}

async function fill(ownerUrl: string, plan: SeedPlan): Promise<void> {
  await migrate(new Secret(ownerUrl));
  const began = performance.now();
  const bar = progressBar(process.stderr);
  const shops = await seed(ownerUrl, plan, bar);
  const took_s = ((performance.now() - began) / 1000).toFixed(0);
  process.stdout.write(
    `${plan.transactions} transactions in ${took_s} s. A key for each of their shops, shown once:\n`,
  );
  for (const { name, id, apiKey, share } of shops)
    process.stdout.write(`  ${`${share} %`.padEnd(5)} ${id}  ${apiKey}  ${name}\n`);
}

try {
  await run(readWish(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 1;
}
