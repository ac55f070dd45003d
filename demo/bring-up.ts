/** Brings the whole house up, in order. What has to be undone is noted as soon as it is done. */
import { join } from 'node:path';
import type { Demo, Write } from './announce.js';
import { steps } from './announce.js';
import { untilAnswering } from './answering.js';
import { build } from './build.js';
import type { Configuration } from './configuration.js';
import { environmentOfServer } from './configuration.js';
import { migrateDatabase, openDatabase } from './database.js';
import { bankPart, serverPart, webPart } from './house.js';
import { startMailbox } from './mailbox/mailbox.js';
import type { Ports } from './ports.js';
import { choosePorts } from './ports.js';
import type { Part } from './processes.js';
import { Processes, stopLeftovers } from './processes.js';
import { keepSecrets, newSecrets } from './secrets.js';
import { seedDemo } from './seed.js';

export interface Undo {
  readonly title: string;
  readonly work: () => Promise<void>;
}

export interface Opening {
  readonly root: string;
  readonly folder: string;
  readonly configuration: Configuration;
  /** Aborted by a signal, and here when something dies. */
  readonly stop: AbortController;
  readonly undo: Undo[];
  readonly say: Write;
}

export async function bringUp(opening: Opening): Promise<Demo> {
  const { root, folder, configuration, stop, undo, say } = opening;
  const step = steps(say);
  const left = await stopLeftovers(folder);
  if (left > 0) say(`  Stopped ${left} processes that an earlier start had left behind.\n`);
  const secrets = configuration.checked.mode === 'live' ? newSecrets() : keepSecrets(folder);
  const ports = await portsOf(opening);
  await build(root, step, stop.signal);
  stop.signal.throwIfAborted();

  const environmentOn = (databaseUrl: string) =>
    environmentOfServer(configuration.given, { secrets, ports, databaseUrl });
  // Neither needs the database nor is told where it is: they come up while it does.
  const start = starterOf(opening);
  if (configuration.bank) start(bankPart(root, folder, environmentOn(''), ports));
  if (configuration.web) start(webPart(root, folder, environmentOn(''), ports));

  const database = await step(configuration.embedded ? 'Starting PostgreSQL' : 'Using the PostgreSQL given', () =>
    openDatabase(configuration, folder, ports.database, say),
  );
  // Stopped last, whatever came up before it.
  undo.unshift({ title: 'Stopping PostgreSQL', work: () => database.stop() });
  database.onDeath(() => stop.abort(new Error('PostgreSQL has ended unasked; its log lies beside its data.')));
  await step('Migrating the database', () => migrateDatabase(root, database, stop.signal));

  const environment = environmentOn(database.runUrl);
  const { identifier } = database;
  const seeded =
    identifier === null
      ? null
      : await step('Seeding the demo', () => seedDemo(root, folder, identifier, environment, stop.signal));
  if (configuration.mailbox) await openMailbox(opening, ports);
  // The last to start is the first to be stopped: it finishes its conversations while bank and pages are still there.
  start(serverPart(root, environment));
  await step('Waiting until everything answers', () =>
    untilAllAnswer(configuration, ports, seeded !== null, stop.signal),
  );

  const web = configuration.given['PUBLIC_URL'] ?? environment['PUBLIC_URL'] ?? '';
  return {
    web,
    graphql: `${web}/graphql`,
    bankControl: environment['BANK_CONTROL_URL'] ?? null,
    mailbox: configuration.mailbox ? `http://127.0.0.1:${ports.mailbox}` : null,
    threeds: environment['DS_URL'] !== undefined,
    apiKey: seeded?.apiKey ?? null,
    shopId: seeded?.shopId ?? null,
    members: seeded?.members ?? [],
  };
}

async function portsOf({ folder, configuration: { asked, given, checked }, say }: Opening): Promise<Ports> {
  const ports = await choosePorts(folder, { asked, host: checked.host });
  const moved = (Object.keys(asked) as (keyof Ports)[]).filter(name => asked[name] && asked[name] !== ports[name]);
  if (moved.includes('server') && given['PUBLIC_URL']) {
    throw new Error(`Port ${asked.server} is taken, and PUBLIC_URL promises that Guichet is there.`);
  }
  for (const name of moved) say(`  Port ${asked[name]} is taken: ${ports[name]} it is.\n`);
  return ports;
}

/** In this very process: it is nobody's but the launcher's. */
async function openMailbox({ folder, undo }: Opening, ports: Ports): Promise<void> {
  const mailbox = await startMailbox({
    folder: join(folder, 'mailbox'),
    smtpPort: ports.mailboxSmtp,
    pagesPort: ports.mailbox,
  });
  undo.push({ title: 'Closing the mailbox', work: () => mailbox.close() });
}

function starterOf({ folder, stop, undo }: Opening): (part: Part) => void {
  const processes = new Processes(folder, ({ name, how, lastWords }) =>
    stop.abort(new Error(`The process "${name}" has ended unasked, ${how}. The end of its log:\n${lastWords}`)),
  );
  return part => {
    processes.start(part);
    undo.push({ title: `Stopping ${part.name}`, work: () => processes.stop(part.name) });
  };
}

async function untilAllAnswer(
  { bank, web, checked }: Configuration,
  ports: Ports,
  demo: boolean,
  stop: AbortSignal,
): Promise<void> {
  // An address that means "all of them" is no address to ask at.
  const host = /^(0\.0\.0\.0|::|\[::\])$/.test(checked.host) ? '127.0.0.1' : checked.host;
  const server = `http://${host}:${ports.server}`;
  if (bank) await untilAnswering('The bank', `http://127.0.0.1:${ports.bankControl}/book`, stop);
  if (web) await untilAnswering('The web process', `http://127.0.0.1:${ports.web}/healthz`, stop);
  await untilAnswering('The server', `${server}/healthz`, stop);
  if (demo) await untilAnswering('The start page', `${server}/`, stop);
}
