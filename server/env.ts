/**
 * The environment, read here and nowhere else. Everything that is wrong with it is found before anything starts, and
 * told at once.
 */
import { readFileSync } from 'node:fs';
import type { AcquirerAddress, MailAddress } from './env-values.js';
import { acquirerAddress, databaseAddress, folder, isInside, isLoopback, key, keyRing, oneOf } from './env-values.js';
import { emailAddress, mailAddress, origin, plainText, secretText, wholeNumber } from './env-values.js';
import type { Secret } from './core/secret.js';
import { Reading } from './env-reading.js';
import type { Source } from './env-reading.js';

export { ConfigurationError } from './env-reading.js';
export type { Fault, Source } from './env-reading.js';

export type Mode = 'test' | 'live';

export interface Environment {
  /** `test`: test cards, a clock that can be moved, plain lines inside the house. `live`: none of them. */
  readonly mode: Mode;
  /** What this process is: the API, the worker, or both. */
  readonly run: 'all' | 'api' | 'worker';
  readonly host: string;
  readonly port: number;
  /** What people type, without a slash at the end. */
  readonly publicUrl: string;
  /** A proxy of the operator's ends TLS in front of us, and says whom it speaks for. */
  readonly behindProxy: boolean;
  /** The role that runs; the one that migrates is known to the migration only. */
  readonly databaseUrl: Secret;
  readonly databaseConnections: number;
  readonly acquirer: AcquirerAddress;
  readonly acquirerTls: AcquirerTls | null;
  readonly acquirerTimeout_ms: number;
  /** WebSockets that may be open from one address at a time. */
  readonly socketsPerAddress: number;
  readonly internalToken: Secret;
  readonly vaultKeys: ReadonlyMap<string, Secret<Uint8Array>>;
  readonly fingerprintKey: Secret<Uint8Array>;
  readonly tokenKey: Secret<Uint8Array>;
  /** The web process behind us; null serves no pages. */
  readonly webUrl: string | null;
  /** Origin of the 3-D Secure directory; null authenticates nobody. */
  readonly directoryUrl: string | null;
  /** Internal listener for what the directory sends (RReq). */
  readonly threedsPort: number;
  /** How the directory reaches that listener, without a slash at the end. */
  readonly threedsUrl: string;
  /** Folder, best in memory, in which servers share the short-lived keys of security codes; null keeps them in this process. */
  readonly securityCodeKeys: string | null;
  /** The sandbox bank's control port; null moves our clock alone. */
  readonly bankControlUrl: string | null;
  /** Where mail is handed over; null sends none. */
  readonly mailServer: MailAddress | null;
  /** Whose mail it is: an address that bounces may come back to. */
  readonly mailFrom: string;
  readonly logLevel: LogLevel;
}

/** In PEM. */
export interface AcquirerTls {
  readonly certificate: string;
  readonly key: Secret;
  readonly authority: string | null;
  readonly serverName: string | null;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
type ReadFile = (path: string) => string;

/** Of this very process. Nothing else reads `process.env`. */
export function processEnvironment(): Environment {
  return readEnvironment(process.env, path => readFileSync(path, 'utf8'));
}

export function processMigrationEnvironment(): MigrationEnvironment {
  return readMigrationEnvironment(process.env);
}

export function readEnvironment(source: Source, readFile: ReadFile): Environment {
  const reading = new Reading(source, readFile);
  const values = {
    mode: reading.value('MODE', '"test" or "live"', oneOf('test', 'live'), 'test'),
    run: reading.value('RUN', '"all", "api" or "worker"', oneOf('all', 'api', 'worker'), 'all'),
    host: reading.value('HOST', 'an address or name to listen on', plainText, '127.0.0.1'),
    port: reading.value('PORT', 'a port from 0 (any) to 65535', wholeNumber(0, 65_535), '3000'),
    publicUrl: reading.value('PUBLIC_URL', 'the address people type, like https://pay.example', origin),
    behindProxy: reading.value('BEHIND_PROXY', '"yes" or "no"', oneOf('yes', 'no'), 'no'),
    databaseUrl: reading.value('DATABASE_URL', 'postgres://role:password@host:port/database', databaseAddress),
    databaseConnections: reading.value('DATABASE_CONNECTIONS', 'a number from 2 to 500', wholeNumber(2, 500), '20'),
    acquirer: reading.value('ACQUIRER_URL', 'tls://host:port, or tcp://host:port in test mode', acquirerAddress),
    acquirerTimeout_ms: reading.value('ACQUIRER_TIMEOUT_MS', '1000 to 60000', wholeNumber(1000, 60_000), '15000'),
    socketsPerAddress: reading.value(
      'SOCKETS_PER_ADDRESS',
      'a number from 1 to 100000',
      wholeNumber(1, 100_000),
      '100',
    ),
    internalToken: reading.value('INTERNAL_TOKEN', 'at least 32 characters', secretText(32)),
    vaultKeys: reading.value('VAULT_KEYS', 'id:key,… where a key is 32 bytes in base64; the first one seals', keyRing),
    fingerprintKey: reading.value('FINGERPRINT_KEY', '32 random bytes in base64', key),
    tokenKey: reading.value('TOKEN_KEY', '32 random bytes in base64', key),
    webUrl: reading.optional('WEB_URL', 'the internal address of the web process, like http://127.0.0.1:3001', origin),
    directoryUrl: reading.optional('DS_URL', 'the origin of the 3-D Secure directory', origin),
    threedsPort: reading.value('THREEDS_PORT', 'a port from 1 to 65535', wholeNumber(1, 65_535), '5010'),
    threedsUrl: reading.optional('THREEDS_URL', 'how the directory reaches THREEDS_PORT, as an origin', origin),
    securityCodeKeys: reading.optional('SECURITY_CODE_KEYS_FOLDER', 'a folder that all servers share', folder),
    bankControlUrl: reading.optional('BANK_CONTROL_URL', 'the control port of the sandbox bank', origin),
    mailServer: reading.optional('SMTP_URL', 'smtps://user:password@host:port, or smtp:// with STARTTLS', mailAddress),
    mailFrom: reading.value('MAIL_FROM', "the sender's e-mail address", emailAddress, 'till@guichet.example'),
    logLevel: reading.value('LOG_LEVEL', '"debug", "info", "warn" or "error"', logLevel, 'info'),
    acquirerTls: readAcquirerTls(reading),
  };
  checkAddresses(reading, values);
  checkLines(reading, values);
  checkMail(reading, values);
  checkKeys(reading, values);
  const whole = reading.finish(values);
  const threedsUrl = whole.threedsUrl ?? `http://127.0.0.1:${whole.threedsPort}`;
  return { ...whole, threedsUrl, behindProxy: whole.behindProxy === 'yes' };
}

export interface MigrationEnvironment {
  /** The role that owns the tables. */
  readonly databaseUrl: Secret;
  readonly logLevel: LogLevel;
}

export function readMigrationEnvironment(source: Source): MigrationEnvironment {
  const reading = new Reading(source, () => '');
  const expected = 'postgres://owner:password@host:port/database, for the role that owns the tables';
  return reading.finish({
    databaseUrl: reading.value('MIGRATION_DATABASE_URL', expected, databaseAddress),
    logLevel: reading.value('LOG_LEVEL', '"debug", "info", "warn" or "error"', logLevel, 'info'),
  });
}

const logLevel = oneOf('debug', 'info', 'warn', 'error');

type Values = {
  readonly [Name in keyof Omit<Environment, 'behindProxy' | 'threedsUrl'>]: Environment[Name] | undefined;
} & {
  readonly threedsUrl: string | null | undefined;
  readonly behindProxy: 'yes' | 'no' | undefined;
};

function readAcquirerTls(reading: Reading): AcquirerTls | null | undefined {
  const certificate = reading.file('ACQUIRER_CERTIFICATE_FILE', 'the file of our certificate, in PEM');
  const privateKey = reading.secretFile('ACQUIRER_KEY_FILE', 'the file of its key, in PEM');
  const authority = reading.file('ACQUIRER_AUTHORITY_FILE', 'the file of the authority that signs theirs, in PEM');
  const serverName = reading.optional('ACQUIRER_SERVER_NAME', 'the name in their certificate', plainText);
  if (certificate === undefined || privateKey === undefined || authority === undefined) return undefined;
  if (certificate === null && privateKey === null) return null;
  if (certificate === null) reading.fault('ACQUIRER_CERTIFICATE_FILE', 'is missing', 'the certificate of that key');
  if (privateKey === null) reading.fault('ACQUIRER_KEY_FILE', 'is missing', 'the key of that certificate');
  if (certificate === null || privateKey === null || serverName === undefined) return undefined;
  return { certificate, key: privateKey, authority, serverName };
}

/** Plain HTTP is for loopback; elsewhere a proxy ends TLS and is declared, because then its word on addresses counts. */
function checkAddresses(reading: Reading, { publicUrl, mode, behindProxy, run, port }: Values): void {
  if (publicUrl === undefined) return;
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === 'http:' && mode === 'live') {
    reading.fault('PUBLIC_URL', 'is plain http', 'https:// in live mode');
  } else if (protocol === 'http:' && !isLoopback(hostname)) {
    reading.fault('PUBLIC_URL', 'is plain http on a host other than this one', 'https://, or a loopback address');
  }
  if (protocol === 'https:' && behindProxy === 'no') {
    reading.fault('BEHIND_PROXY', 'is not set', '"yes" with an https:// PUBLIC_URL: this process ends no TLS itself');
  }
  if (mode === 'live' && run !== 'worker' && port === 0) reading.fault('PORT', 'is 0', 'a fixed port in live mode');
}

/** Live money travels over TLS with a certificate of ours; test cards may go in the clear inside the house. */
function checkLines(
  reading: Reading,
  { mode, acquirer, acquirerTls, databaseUrl, bankControlUrl, directoryUrl }: Values,
): void {
  if (mode === 'live' && directoryUrl?.startsWith('http:')) {
    reading.fault('DS_URL', 'is plain http', 'https:// in live mode');
  }
  if (acquirer && !acquirer.secure && mode === 'live') {
    reading.fault('ACQUIRER_URL', 'is a plain TCP line', 'tls:// in live mode');
  } else if (acquirer && !acquirer.secure && !isInside(acquirer.host)) {
    reading.fault('ACQUIRER_URL', 'is a plain TCP line through other networks', 'tls://, or a host inside the house');
  }
  if (mode === 'live' && acquirerTls === null) {
    reading.fault('ACQUIRER_CERTIFICATE_FILE', 'is missing', 'our certificate for the acquirer, in live mode');
  }
  if (mode === 'live' && bankControlUrl) {
    reading.fault('BANK_CONTROL_URL', 'is set', 'nothing in live mode: there is no sandbox bank');
  }
  if (mode === 'live' && databaseUrl) {
    const { hostname, searchParams } = new URL(databaseUrl.reveal());
    if (!isLoopback(hostname) && searchParams.get('sslmode') !== 'verify-full') {
      reading.fault('DATABASE_URL', 'is a line that may be read', '…?sslmode=verify-full to another host in live mode');
    }
  }
}

/** A day's takings are read by nobody on the way. In the clear only where somebody has said so, and never with live money. */
function checkMail(reading: Reading, { mode, mailServer, mailFrom }: Values): void {
  if (!mailServer) return;
  if (mailServer.tls === 'NONE' && mode === 'live') {
    reading.fault('SMTP_URL', 'is a line that may be read', 'smtps://, or smtp://…?tls=starttls, in live mode');
  } else if (mailServer.tls === 'NONE' && mailServer.user && !isLoopback(mailServer.host)) {
    reading.fault('SMTP_URL', 'sends a password in the clear', 'TLS, or no password');
  }
  if (mode === 'live' && mailFrom?.endsWith('.example')) {
    reading.fault('MAIL_FROM', 'is missing', "the sender's e-mail address, in live mode");
  }
}

/** One key, one purpose: whoever learns the key of one must not have the others with it. */
function checkKeys(reading: Reading, { vaultKeys, fingerprintKey, tokenKey }: Values): void {
  const named = [
    ...(vaultKeys ? [...vaultKeys.values()].map(value => ['VAULT_KEYS', value] as const) : []),
    ...(fingerprintKey ? [['FINGERPRINT_KEY', fingerprintKey] as const] : []),
    ...(tokenKey ? [['TOKEN_KEY', tokenKey] as const] : []),
  ];
  const seen = new Map<string, string>();
  for (const [name, value] of named) {
    const hex = Buffer.from(value.reveal()).toString('hex');
    const other = seen.get(hex);
    if (other !== undefined) reading.fault(name, `holds the same key as ${other}`, 'a key of its own');
    seen.set(hex, other ?? name);
  }
}
