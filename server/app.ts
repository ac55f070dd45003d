/**
 * The composition root: the only place that names both the house and its adapters.
 */
import 'reflect-metadata';
import { Agent, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { createBankClock } from './adapters/bank-clock.js';
import { createShortVault } from './adapters/short-vault.js';
import { createPasswords } from './adapters/passwords.js';
import { createHooks } from './adapters/hooks.js';
import { systemClock, systemRandom, systemTimers } from './adapters/system.js';
import { readTexts } from './adapters/texts.js';
import { createVault } from './adapters/vault.js';
import { asRecognised, contextOf, NOBODY, type Recognise } from './api/context.js';
import { createGraphql } from './api/graphql.js';
import { newId } from './core/identifiers.js';
import type { Acquirer, Clock, Log, Random, Timers } from './core/ports.js';
import { RateLimit } from './core/rate-limit.js';
import type { Hooks } from './core/hooks-port.js';
import type { Mailer } from './core/mailer-port.js';
import { openPool, openSql } from './database/connection.js';
import type { Deps } from './database/deps.js';
import { FeedTail } from './database/feed-tail.js';
import { openOrm } from './database/orm.js';
import { StanLeases } from './database/stans.js';
import type { Environment } from './env.js';
import { acquirerOf, authenticatorOf, mailerOf } from './lines.js';
import { createHttp } from './http.js';
import { openLive } from './live.js';
import { buildGuichetSchema } from './schema.js';
import { Member } from './members/member.entity.js';
import { recogniseMember } from './members/recognise-member.js';
import { SIGN_IN_TRIES } from './members/sign-in.js';
import { recogniseShopper } from './sessions/recognise-shopper.js';
import { KnownKeys } from './shops/known-keys.js';
import { ShopKey } from './shops/key.entity.js';
import { Merchant } from './shops/merchant.entity.js';
import { Shop } from './shops/shop.entity.js';
import { createThreedsDoor } from './threeds-door.js';
import { takeLateApproval } from './transactions/late-approval.js';
import { Nudges, startWorker, type Worker } from './worker.js';

/** What a simulation puts in place of the machine's own. */
export interface Outside {
  readonly clock?: Clock;
  readonly timers?: Timers;
  readonly random?: Random;
  readonly acquirer?: Acquirer;
  readonly hooks?: Hooks;
  readonly mailer?: Mailer;
}

export interface App {
  readonly deps: Deps;
  readonly nudges: Nudges;
  close(): Promise<void>;
}

/** Everything a verb needs, without a door and without a timetable. */
export async function createApp(
  environment: Environment,
  log: Log,
  messages: string,
  outside: Outside = {},
): Promise<App> {
  const { clock = systemClock, timers = systemTimers, random = systemRandom } = outside;
  const pool = openPool({
    url: environment.databaseUrl,
    size: environment.databaseConnections,
    onBroken: error => log.warn('database: a connection broke', { error }),
  });
  const database = openSql(pool);
  const orm = await openOrm(database, [Merchant, Shop, ShopKey, Member]);
  const nudges = new Nudges();
  const machine = { clock, timers, random };
  const acquirer = outside.acquirer ?? acquirerOf(environment, log, machine);
  const authenticator = authenticatorOf(environment, log, machine);
  const deps: Deps = {
    sql: database,
    orm,
    stans: new StanLeases(database),
    clock,
    timers,
    random,
    vault: createVault(
      { sealing: environment.vaultKeys, fingerprint: environment.fingerprintKey, token: environment.tokenKey },
      random,
    ),
    passwords: createPasswords(random),
    signInTries: new RateLimit(SIGN_IN_TRIES),
    acquirer,
    authenticator,
    threedsUrl: environment.threedsUrl,
    shortVault: createShortVault(environment.securityCodeKeys, machine),
    hooks: outside.hooks ?? createHooks({ timers }),
    tail: new FeedTail(database, timers, log),
    mailer: outside.mailer ?? mailerOf(environment, timers),
    log,
    texts: readTexts(messages),
    nudge: nudges.nudge,
    publicUrl: environment.publicUrl,
    acquirerTimeout_ms: environment.acquirerTimeout_ms,
    bankClock: environment.bankControlUrl ? createBankClock(environment.bankControlUrl) : null,
  };
  acquirer.onLateAnswer(late => {
    takeLateApproval(deps, late).catch((error: unknown) => log.error('late answer: not taken', { error }));
  });
  const close = async () => {
    await acquirer.close();
    await authenticator?.close();
    await orm.close(true);
    if (!pool.ended) await pool.end();
  };
  return { deps, nudges, close };
}

export interface RunningServer {
  readonly port: number;
  readonly app: App;
  /** Takes no new requests, finishes those under way, ends the timetable, then closes the rest. */
  stop(): Promise<void>;
}

/** The processes of `RUN`: the door, the timetable, or both. */
export async function startServer(
  environment: Environment,
  log: Log,
  messages: string,
  outside: Outside = {},
): Promise<RunningServer> {
  const app = await createApp(environment, log, messages, outside);
  const worker = environment.run === 'api' ? null : startWorker(app.deps, app.nudges);
  const door = environment.run === 'worker' ? null : await openDoor(environment, app, log);
  return { port: door?.port ?? 0, app, stop: () => stop(app, worker, door) };
}

/** What requests under way are given when the house closes: the acquirer's time-out, and a little to write the answer. */
const DRAIN_ms = 17_000;

function drain(deps: Deps, server: Server): Promise<void> {
  return new Promise(resolve => {
    // Whoever does not read its answer to the end must not keep the house from closing.
    const callOff = deps.timers.after(DRAIN_ms, () => server.closeAllConnections());
    server.close(() => {
      callOff();
      resolve();
    });
    server.closeIdleConnections();
  });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

interface Door {
  readonly server: Server;
  readonly port: number;
  close(): Promise<void>;
}

async function openDoor(environment: Environment, app: App, log: Log): Promise<Door> {
  const { deps } = app;
  const schema = buildGuichetSchema();
  const graphql = createGraphql(schema, log);
  await graphql.start();
  const { internalToken, behindProxy } = environment;
  const entrance = { recognise: recogniserOf(deps), internalToken, behindProxy };
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const server = createHttp({
    graphql,
    context: (request, setCookie, mayChange) => contextOf(deps, entrance, request, setCookie, mayChange),
    pages: environment.webUrl
      ? {
          url: new URL(environment.webUrl),
          publicUrl: new URL(environment.publicUrl),
          internalToken,
          behindProxy,
          agent,
        }
      : null,
    newRequestId: () => newId('request', deps),
    isWell: () =>
      sql`select 1`.execute(deps.sql).then(
        () => true,
        () => false,
      ),
    log,
  });
  const live = await openLive(environment, deps, schema, entrance);
  server.on('upgrade', live.upgrade);
  const threeds = deps.authenticator ? createThreedsDoor(deps, log) : null;
  await listen(server, environment.port, environment.host);
  if (threeds) await listen(threeds, environment.threedsPort, environment.host);
  const close = async () => {
    await Promise.all([drain(deps, server), live.close(), threeds && drain(deps, threeds)]);
    await graphql.stop();
    agent.destroy();
  };
  return { server, port: (server.address() as AddressInfo).port, close };
}

function recogniserOf(deps: Deps): Recognise {
  const keys = new KnownKeys(deps);
  return async ({ bearer, signIn, mayChange }) => {
    if (signIn !== null) return asRecognised(await recogniseMember(deps, signIn));
    if (bearer === null) return NOBODY;
    return (await keys.recognise(bearer, mayChange)) ?? (await recogniseShopper(deps, bearer)) ?? NOBODY;
  };
}

async function stop(app: App, worker: Worker | null, door: Door | null): Promise<void> {
  await door?.close();
  await worker?.stop();
  await app.close();
}
