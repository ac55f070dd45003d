/**
 * What is to run here, from the environment that `npm start` was given: what is missing is generated or started, what
 * is given is used, and whatever is wrong is told before anything starts.
 */
import { ConfigurationError, readEnvironment } from '../server/env.js';
import type { Environment, Fault, Source } from '../server/env.js';
import type { Ports } from './ports.js';
import { usualPorts } from './ports.js';
import type { Secrets } from './secrets.js';
import { newSecrets } from './secrets.js';

export interface Configuration {
  readonly given: Source;
  readonly checked: Environment;
  /** Nobody gave us a database. */
  readonly embedded: boolean;
  /** Nobody gave us an acquirer. */
  readonly bank: boolean;
  /** Nobody gave us a mail server, and money is not live: what is mailed stays here. */
  readonly mailbox: boolean;
  /** Nobody gave us a web process. */
  readonly web: boolean;
  readonly asked: Partial<Ports>;
}

/** Stands in while the rest is checked; the real one is known when the database runs. */
const someDatabase = 'postgres://role:password@127.0.0.1:5432/guichet';

export function readConfiguration(environment: Source, readFile: (path: string) => string): Configuration {
  const given = withoutEmpty(environment);
  const faults: Fault[] = [];
  const asked: Partial<Ports> = {
    // An address that people were told is served from its port, or not at all.
    ...(given['PUBLIC_URL'] ? { server: usualPorts.server } : {}),
    ...portAsked(given, 'PORT', 'server', faults),
    ...portAsked(given, 'BANK_ISO_PORT', 'bankIso', faults),
    ...portAsked(given, 'BANK_CONTROL_PORT', 'bankControl', faults),
  };
  if (given['MIGRATION_DATABASE_URL'] && !given['DATABASE_URL']) {
    faults.push({ name: 'DATABASE_URL', problem: 'is missing', expected: 'the same database, for the role that runs' });
  }
  if (given['MODE'] === 'live' && given['DATABASE_URL'] && !given['MIGRATION_DATABASE_URL']) {
    const expected = 'the same database, for the role that owns the tables, in live mode';
    faults.push({ name: 'MIGRATION_DATABASE_URL', problem: 'is missing', expected });
  }
  const trial = environmentOfServer(given, {
    secrets: newSecrets(),
    ports: { ...usualPorts, ...(asked.server === undefined ? {} : { server: asked.server }) },
    databaseUrl: someDatabase,
  });
  return {
    given,
    checked: check(trial, readFile, faults),
    embedded: !given['DATABASE_URL'],
    bank: !given['ACQUIRER_URL'],
    mailbox: hasMailbox(given),
    web: !given['WEB_URL'],
    asked,
  };
}

export interface Found {
  readonly secrets: Secrets;
  readonly ports: Ports;
  readonly databaseUrl: string;
}

/** Live money gets nothing that was made up here: no keys, no database, no bank. */
export function environmentOfServer(given: Source, { secrets, ports, databaseUrl }: Found): Source {
  const { MIGRATION_DATABASE_URL: _, ...ours } = given;
  const port = String(ports.server);
  const common = { NODE_ENV: 'production', WEB_URL: `http://127.0.0.1:${ports.web}`, ...ours, RUN: 'all', PORT: port };
  if (given['MODE'] === 'live') return common;
  return {
    ...secrets,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    ACQUIRER_URL: `tcp://127.0.0.1:${ports.bankIso}`,
    ...(given['ACQUIRER_URL'] ? {} : sandboxOf(ports)),
    ...(hasMailbox(given) ? { SMTP_URL: `smtp://127.0.0.1:${ports.mailboxSmtp}` } : {}),
    DATABASE_URL: databaseUrl,
    ...common,
  };
}

function hasMailbox(given: Source): boolean {
  return !given['SMTP_URL'] && given['MODE'] !== 'live';
}

/** Pages of the bank are on another site than ours, as in life: `localhost`, where we are `127.0.0.1`. */
function sandboxOf(ports: Ports): Source {
  return {
    BANK_CONTROL_URL: `http://127.0.0.1:${ports.bankControl}`,
    DS_URL: `http://localhost:${ports.bankThreeds}`,
    THREEDS_PORT: String(ports.threeds),
  };
}

function check(trial: Source, readFile: (path: string) => string, faults: readonly Fault[]): Environment {
  try {
    const environment = readEnvironment(trial, readFile);
    if (faults.length > 0) throw new ConfigurationError(faults);
    return environment;
  } catch (error) {
    if (!(error instanceof ConfigurationError) || error.faults === faults) throw error;
    throw new ConfigurationError([...error.faults, ...faults]);
  }
}

function portAsked(given: Source, name: string, key: keyof Ports, faults: Fault[]): Partial<Ports> {
  const text = given[name];
  if (text === undefined) return {};
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return { [key]: port };
  faults.push({ name, problem: `is ${JSON.stringify(text.slice(0, 60))}`, expected: 'a port from 0 (any) to 65535' });
  return {};
}

function withoutEmpty(environment: Source): Source {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
}
