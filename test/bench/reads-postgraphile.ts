/** PostGraphile 5 as its documentation starts it, over the same tables: what a schema made of tables by itself can do. */
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerQuestions, cpuMeter } from './answering.js';

/** The little of it that is used. Its own types are thousands, and would be read with every check of ours. */
interface Library {
  readonly postgraphile: (preset: object) => {
    createServ(grafserv: unknown): { addTo(server: Server): Promise<void> };
    release(): Promise<void>;
  };
  readonly makePgService: (options: object) => object;
  readonly grafserv: unknown;
  readonly PostGraphileAmberPreset: object;
}

const folder = process.env['POSTGRAPHILE_FOLDER'] ?? '.';
const { resolve: placeOf } = createRequire(join(folder, 'package.json'));
const NAMES = ['postgraphile', 'postgraphile/adaptors/pg', 'postgraphile/grafserv/node', 'postgraphile/presets/amber'];
const parts = await Promise.all(NAMES.map(name => import(pathToFileURL(placeOf(name)).href) as Promise<object>));
const { postgraphile, makePgService, grafserv, PostGraphileAmberPreset } = Object.assign({}, ...parts) as Library;

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    // As many connections as our own server may have.
    makePgService({
      connectionString: process.env['DATABASE_URL'] ?? '',
      schemas: ['public'],
      poolConfig: { max: 20 },
    }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
});
const door = createServer();
await instance.createServ(grafserv).addTo(door);
await new Promise<void>(resolve => door.listen(0, '127.0.0.1', resolve));
const cpu = cpuMeter();

answerQuestions({ ready: () => (door.address() as AddressInfo).port, measure: () => ({ cpu_ms: cpu() }) }, async () => {
  door.closeAllConnections();
  door.close();
  await instance.release();
});
