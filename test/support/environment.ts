/**
 * A server's environment as the tests need it: in test mode, on loopback, with keys that all processes of a test share.
 */
import type { Bank } from '../../bank/bank.js';
import { Secret } from '../../server/core/secret.js';
import type { Environment } from '../../server/env.js';
import type { FreshDatabase } from './database.js';

export const INTERNAL_TOKEN = 'internal-token-of-the-tests-only-32';

/** Unlike each other, and not one byte repeated: a server process on the same database is told them through its environment. */
const key = (first: number): Secret<Uint8Array> =>
  new Secret(Uint8Array.from({ length: 32 }, (_, place) => first * 32 + place));

export function testEnvironment(
  database: FreshDatabase,
  bank: Bank,
  changes: Partial<Environment> & Pick<Environment, 'run'>,
): Environment {
  return {
    mode: 'test',
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://127.0.0.1:3000',
    behindProxy: false,
    databaseUrl: new Secret(database.runUrl),
    databaseConnections: 10,
    acquirer: { host: '127.0.0.1', port: bank.isoPort, secure: false },
    acquirerTls: null,
    acquirerTimeout_ms: 15_000,
    socketsPerAddress: 100,
    internalToken: new Secret(INTERNAL_TOKEN),
    vaultKeys: new Map([['k1', key(1)]]),
    fingerprintKey: key(2),
    tokenKey: key(3),
    webUrl: null,
    directoryUrl: null,
    threedsPort: 0,
    threedsUrl: 'http://127.0.0.1:0',
    securityCodeKeys: null,
    bankControlUrl: null,
    mailServer: null,
    mailFrom: 'till@guichet.example',
    logLevel: 'info',
    ...changes,
  };
}
