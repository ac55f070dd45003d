/**
 * The house under attack: a database, the bank, two servers and two workers, each a process of its own, and a line that fails on
 * order wherever one speaks to another.
 */
import { join } from 'node:path';
import { newSecrets, type Secrets } from '../../demo/secrets.js';
import { runTool } from '../../demo/tool.js';
import { freePort } from '../../server/database/embedded/free-port.js';
import { Database } from './database.js';
import { FILES } from './evidence.js';
import type { Place } from './place.js';
import { Proxy, type LineFault, type Target } from './proxy.js';
import type { Random } from './random.js';
import { Supervised } from './supervised.js';
import type { Tally } from './tally.js';

/** Short, so that within a short storm too what was cut off is taken over (`recover.ts`: this and ten seconds). */
export const ACQUIRER_TIMEOUT_ms = 2_000;
export const LINES = [
  'clients',
  'acquirer',
  'directory',
  'results',
  'database',
  'mail',
  'receivers',
  'bank clock',
] as const;
export type LineName = (typeof LINES)[number];

export interface BankPorts {
  readonly iso: number;
  readonly threeds: number;
  readonly control: number;
}

export interface Outside {
  readonly mailPort: number;
  readonly receiverPorts: readonly number[];
}

export interface House {
  /** What people type: the door of the first server. */
  readonly publicUrl: string;
  readonly place: Place;
  readonly database: Database;
  readonly bank: Supervised;
  readonly bankPorts: BankPorts;
  readonly servers: readonly Supervised[];
  readonly workers: readonly Supervised[];
  /** Where clients call, one line for each server. */
  readonly doors: readonly Proxy[];
  /** The servers' own doors, without a line that may fail. */
  readonly serverPorts: readonly number[];
  /** Where the house calls merchants' servers, one line for each. */
  readonly receiverLines: readonly Proxy[];
  readonly lines: Readonly<Record<Exclude<LineName, 'clients' | 'receivers'>, Proxy>>;
  readonly secrets: Secrets;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Makings {
  readonly place: Place;
  readonly random: Random;
  readonly tally: Tally;
  readonly outside: Outside;
  /** Where the pages are served; null where there are none. */
  readonly webPort: number | null;
  readonly stop: AbortSignal;
  /** Hears of everything that has to be ended, as soon as it is there. */
  readonly toEnd: (end: () => Promise<void> | void) => void;
}

export async function startHouse(makings: Makings): Promise<House> {
  const { place, stop, toEnd } = makings;
  const ports = await choosePorts();
  const database = await Database.start(place.folder);
  toEnd(() => database.stop());
  const laid = await layLines(makings, ports, database);
  const secrets = newSecrets();
  const publicUrl = `http://127.0.0.1:${laid.doors[0]?.port}`;
  const environment = { ...environmentOf(place, database, laid.lines, secrets), ...pagesOf(makings, publicUrl) };
  await runTool({
    command: [place.module('server/migrate.ts')],
    workingFolder: place.folder,
    environment: { PATH: process.env['PATH'], MIGRATION_DATABASE_URL: database.ownerUrl },
    stop,
  });
  const processes = superviseAll(makings, ports, environment);
  for (const process of [processes.bank, ...processes.servers, ...processes.workers]) await process.start();
  return {
    place,
    publicUrl,
    database,
    secrets,
    environment,
    bankPorts: ports.bank,
    serverPorts: ports.servers,
    ...laid,
    ...processes,
  };
}

interface Ports {
  readonly bank: BankPorts;
  readonly servers: readonly number[];
  /** Where each server hears of challenges. */
  readonly results: readonly number[];
}

async function choosePorts(): Promise<Ports> {
  const ports = new Set<number>();
  while (ports.size < 7) ports.add(await freePort());
  const [iso = 0, threeds = 0, control = 0, ...rest] = ports;
  return { bank: { iso, threeds, control }, servers: rest.slice(0, 2), results: rest.slice(2) };
}

async function layLines(makings: Makings, ports: Ports, database: Database) {
  const { random, outside, toEnd } = makings;
  const lay = async (name: LineName, targets: () => readonly number[], losable?: (piece: Buffer) => boolean) => {
    const proxy = await startLine(makings, name, () => targets().map(port => ({ host: '127.0.0.1', port })), losable);
    toEnd(() => proxy.close());
    return proxy;
  };
  const each = (name: LineName, all: readonly number[]) => Promise.all(all.map(port => lay(name, () => [port])));
  const turn = random.of('results');
  const lines = {
    acquirer: await lay('acquirer', () => [ports.bank.iso]),
    directory: await lay('directory', () => [ports.bank.threeds]),
    // The directory does not know that we are two: something stands before us that tries the other.
    results: await lay('results', () => turn.shuffled(ports.results)),
    database: await lay('database', () => [database.port], tellsOfCommit),
    mail: await lay('mail', () => [outside.mailPort]),
    'bank clock': await lay('bank clock', () => [ports.bank.control]),
  };
  return {
    lines,
    doors: await each('clients', ports.servers),
    receiverLines: await each('receivers', outside.receiverPorts),
  };
}

function superviseAll({ place, random, toEnd }: Makings, ports: Ports, environment: House['environment']) {
  const supervise = (name: string, source: string, more: Record<string, string>, isReady: () => Promise<boolean>) => {
    const one = new Supervised({
      name,
      module: place.module(source),
      preload: place.module('test/storm/inside.ts'),
      environment: { PATH: process.env['PATH'], ...more },
      logFile: join(place.evidence, FILES.processes, `${name}.log`),
      isReady,
      absence_ms: () => random.between(100, 2_000),
    });
    toEnd(() => one.stop());
    return one;
  };
  const { iso, threeds, control } = ports.bank;
  const bank = {
    BANK_BOOK: join(place.evidence, FILES.journal),
    BANK_ISO_PORT: String(iso),
    BANK_THREEDS_PORT: String(threeds),
    BANK_CONTROL_PORT: String(control),
  };
  const server = (port: number, index: number) => ({
    ...environment,
    RUN: 'api',
    PORT: String(port),
    THREEDS_PORT: String(ports.results[index]),
  });
  return {
    bank: supervise('bank', 'bank/main.ts', bank, () => isWell(`http://127.0.0.1:${control}/health`)),
    servers: ports.servers.map((port, index) =>
      supervise(`server-${index + 1}`, 'server/main.ts', server(port, index), () =>
        isWell(`http://127.0.0.1:${port}/healthz`),
      ),
    ),
    workers: [1, 2].map(number =>
      supervise(`worker-${number}`, 'server/main.ts', { ...environment, RUN: 'worker' }, async () => true),
    ),
  };
}

function startLine(
  { random, tally }: Makings,
  name: string,
  targets: () => readonly Target[],
  losable?: (piece: Buffer) => boolean,
): Promise<Proxy> {
  const happened = (fault: LineFault, way: string) => tally.happened(`line ${name}: ${fault}`, name, { way });
  return Proxy.start({ targets, random: random.of(`line ${name}`), happened, ...(losable ? { losable } : {}) });
}

/** A unit of work is one statement that ends with `guard`, or several that end with COMMIT (PostgreSQL's protocol, "Message Formats"). */
function tellsOfCommit(piece: Buffer): boolean {
  return piece.includes('guard\0') || piece.includes('COMMIT\0');
}

function pagesOf({ webPort }: Makings, publicUrl: string) {
  return { PUBLIC_URL: publicUrl, ...(webPort === null ? {} : { WEB_URL: `http://127.0.0.1:${webPort}` }) };
}

/** Where the servers share the short-lived keys of security codes. */
export const codeKeysOf = ({ folder }: Place): string => join(folder, 'security-code-keys');

function environmentOf(place: Place, database: Database, lines: House['lines'], secrets: Secrets) {
  const databaseUrl = new URL(database.runUrl);
  databaseUrl.port = String(lines.database.port);
  return {
    ...secrets,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl.href,
    DATABASE_CONNECTIONS: '10',
    ACQUIRER_URL: `tcp://127.0.0.1:${lines.acquirer.port}`,
    ACQUIRER_TIMEOUT_MS: String(ACQUIRER_TIMEOUT_ms),
    DS_URL: `http://127.0.0.1:${lines.directory.port}`,
    THREEDS_URL: `http://127.0.0.1:${lines.results.port}`,
    SECURITY_CODE_KEYS_FOLDER: codeKeysOf(place),
    BANK_CONTROL_URL: `http://127.0.0.1:${lines['bank clock'].port}`,
    SMTP_URL: `smtp://127.0.0.1:${lines.mail.port}`,
  };
}

async function isWell(url: string): Promise<boolean> {
  return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
}
