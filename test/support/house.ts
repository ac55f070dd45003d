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
import { Secret } from '../../server/core/secret.js';
import { openDemoShop, type DemoShop } from '../../server/demo-shop.js';
import type { Environment } from '../../server/env.js';
import { freshDatabase, type FreshDatabase } from './database.js';
import { freePort, startWebProcess } from './web-process.js';
import { callGraphql, type Answer, type Authority } from './graphql.js';

export interface HouseOptions {
  readonly acquirerTimeout_ms?: number;
  readonly run?: Environment['run'];
  readonly outside?: Outside;
  /** Whether the pages are served as well, by a web process of their own. */
  readonly web?: boolean;
}

export interface House {
  readonly publicUrl: string;
  readonly bank: Bank;
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

const INTERNAL_TOKEN = 'internal-token-of-the-tests-only-32';
/** Unlike each other, and not one byte repeated: a server process on the same database is told them through its environment. */
const key = (first: number): Secret<Uint8Array> =>
  new Secret(Uint8Array.from({ length: 32 }, (_, place) => first * 32 + place));

export async function startHouse(options: HouseOptions = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-house-'));
  const bank = await startBank({ bookFile: join(folder, 'book.jsonl'), seed: 'house' });
  const database = await freshDatabase();
  const [port, webPort, threedsPort] = await Promise.all([freePort(), freePort(), freePort()]);
  const publicUrl = `http://127.0.0.1:${port}`;
  const environment = environmentOf(options, bank, database, { port, webPort, threedsPort });
  const lines: string[] = [];
  const log = createLog({ level: 'info', write: line => lines.push(line) });
  const server = await startServer(environment, log, join(process.cwd(), 'messages'), options.outside);
  // A house that cannot be opened must not go on running behind the tests.
  const shop = await openDemoShop(server.app.deps, systemRandom).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const demoFile = join(folder, 'demo.json');
  await writeFile(
    demoFile,
    JSON.stringify({ web: publicUrl, graphql: `${publicUrl}/graphql`, apiKey: shop.apiKey, shopId: shop.shopId }),
  );
  const web = options.web
    ? await startWebProcess({
        graphqlUrl: `${publicUrl}/graphql`,
        publicUrl,
        internalToken: INTERNAL_TOKEN,
        port: webPort,
        demoFile,
      })
    : null;
  const house: House = {
    publicUrl,
    bank,
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
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return house;
}

function environmentOf(
  options: HouseOptions,
  bank: Bank,
  database: FreshDatabase,
  { port, webPort, threedsPort }: Readonly<Record<'port' | 'webPort' | 'threedsPort', number>>,
): Environment {
  return {
    mode: 'test',
    run: options.run ?? 'all',
    host: '127.0.0.1',
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    behindProxy: false,
    databaseUrl: new Secret(database.runUrl),
    databaseConnections: 10,
    acquirer: { host: '127.0.0.1', port: bank.isoPort, secure: false },
    acquirerTls: null,
    acquirerTimeout_ms: options.acquirerTimeout_ms ?? 1_500,
    internalToken: new Secret(INTERNAL_TOKEN),
    vaultKeys: new Map([['k1', key(1)]]),
    fingerprintKey: key(2),
    tokenKey: key(3),
    webUrl: options.web ? `http://127.0.0.1:${webPort}` : null,
    directoryUrl: null,
    threedsPort,
    threedsUrl: `http://127.0.0.1:${threedsPort}`,
    securityCodeKeys: null,
    bankControlUrl: `http://127.0.0.1:${bank.controlPort}`,
    logLevel: 'info',
  };
}
