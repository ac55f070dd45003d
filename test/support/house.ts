/**
 * The whole house on real parts: the sandbox bank on its sockets, a database of its own, the server at its door. For
 * stories told over GraphQL.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBank, type Bank } from '../../bank/bank.js';
import { createLog } from '../../server/adapters/log.js';
import { systemRandom } from '../../server/adapters/system.js';
import { startServer, type Outside, type RunningServer } from '../../server/app.js';
import { openDemoShop, type DemoShop } from '../../server/demo-shop.js';
import type { Environment } from '../../server/env.js';
import { freshDatabase, type FreshDatabase } from './database.js';
import { openMailbox, type TestMailbox } from './mailbox.js';
import { freePort } from '../../server/database/embedded/free-port.js';
import { startWebProcess, type WebProcess } from './web-process.js';
import { INTERNAL_TOKEN, testEnvironment } from './environment.js';
import { callGraphql, type Answer, type Authority } from './graphql.js';

export interface HouseOptions {
  readonly acquirerTimeout_ms?: number;
  readonly run?: Environment['run'];
  readonly outside?: Outside;
  /** Whether the directory is asked to authenticate shoppers. */
  readonly threeds?: boolean;
  /** Whether the pages are served as well, by a web process of their own. */
  readonly web?: boolean;
  /** Whether there is a mail server, that keeps what is mailed. */
  readonly mailbox?: boolean;
}

export interface House {
  readonly publicUrl: string;
  readonly bank: Bank;
  /** Where the bank writes its book. */
  readonly bookFile: string;
  readonly mailbox: TestMailbox | null;
  readonly database: FreshDatabase;
  readonly environment: Environment;
  readonly shop: DemoShop;
  /** Everything the server has logged. */
  readonly log: string[];
  server: RunningServer;
  /** Another shop of another merchant. */
  openShop(changes?: Parameters<typeof openDemoShop>[2]): Promise<DemoShop>;
  /** Asks the API; with the demo shop's key unless another authority (or null for none) is given. */
  ask<Data = Record<string, unknown>>(query: string, variables?: object, authority?: Authority): Promise<Answer<Data>>;
  close(): Promise<void>;
}

export async function startHouse(options: HouseOptions = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-house-'));
  const bookFile = join(folder, 'book.jsonl');
  const bank = await startBank({ bookFile, seed: 'house' });
  const database = await freshDatabase();
  const [port, webPort, threedsPort] = await Promise.all([freePort(), freePort(), freePort()]);
  const publicUrl = `http://127.0.0.1:${port}`;
  const mailbox = options.mailbox ? await openMailbox() : null;
  const environment = testEnvironment(database, bank, {
    run: options.run ?? 'all',
    port,
    publicUrl,
    // A machine that runs browsers as well may leave the bank waiting for its turn.
    acquirerTimeout_ms: options.acquirerTimeout_ms ?? (options.web ? 5_000 : 1_500),
    webUrl: options.web ? `http://127.0.0.1:${webPort}` : null,
    directoryUrl: options.threeds ? `http://localhost:${bank.threedsPort}` : null,
    threedsPort,
    threedsUrl: `http://127.0.0.1:${threedsPort}`,
    bankControlUrl: `http://127.0.0.1:${bank.controlPort}`,
    mailServer: mailbox ? { host: '127.0.0.1', port: mailbox.smtpPort, tls: 'NONE', user: null } : null,
  });
  const lines: string[] = [];
  const log = createLog({ level: 'info', write: line => lines.push(line) });
  const server = await startServer(environment, log, join(process.cwd(), 'messages'), options.outside);
  // A house that cannot be opened must not go on running behind the tests.
  const shop = await openDemoShop(server.app.deps, systemRandom).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const web = options.web ? await openPages(folder, environment, webPort, shop) : null;
  const house: House = {
    publicUrl,
    bank,
    bookFile,
    mailbox,
    database,
    environment,
    shop,
    log: lines,
    server,
    openShop: changes => openDemoShop(house.server.app.deps, systemRandom, changes),
    ask: (query, variables = {}, authority = shop.apiKey) =>
      callGraphql(`${publicUrl}/graphql`, query, variables, authority),
    close: async () => {
      await house.server.stop();
      await web?.close();
      await bank.close();
      await mailbox?.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return house;
}

/** What the launcher would tell the pages, in a file of the house's own. */
async function openPages(folder: string, environment: Environment, port: number, shop: DemoShop): Promise<WebProcess> {
  const { publicUrl } = environment;
  const graphqlUrl = `${publicUrl}/graphql`;
  const demoFile = join(folder, 'demo.json');
  const { apiKey, shopId } = shop;
  const threeds = environment.directoryUrl !== null;
  await writeFile(demoFile, JSON.stringify({ web: publicUrl, graphql: graphqlUrl, apiKey, shopId, threeds }));
  return startWebProcess({ graphqlUrl, publicUrl, internalToken: INTERNAL_TOKEN, port, demoFile });
}
