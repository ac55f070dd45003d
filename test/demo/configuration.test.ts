import { describe, expect, test } from '@jest/globals';
import { environmentOfServer, readConfiguration } from '../../demo/configuration.js';
import { usualPorts } from '../../demo/ports.js';
import { newSecrets } from '../../demo/secrets.js';
import { ConfigurationError, readEnvironment } from '../../server/env.js';
import type { Source } from '../../server/env.js';

const noFiles = (): string => {
  throw new Error('there are no files here');
};
const read = (given: Source) => readConfiguration(given, noFiles);

function faultsOf(given: Source): string[] {
  try {
    read(given);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults.map(({ name }) => name);
    throw error;
  }
  return [];
}

const found = {
  secrets: newSecrets(),
  ports: { ...usualPorts, server: 3007, bankIso: 5011 },
  databaseUrl: 'postgres://guichet_run:word@127.0.0.1:5442/guichet',
};

describe('what is to run', () => {
  test('is everything, where nothing is given', () => {
    expect(read({})).toMatchObject({ embedded: true, bank: true, web: true, asked: {} });
  });

  test('is less by what is given', () => {
    const given = {
      DATABASE_URL: 'postgres://run@127.0.0.1/guichet',
      ACQUIRER_URL: 'tcp://127.0.0.1:9',
      WEB_URL: 'http://127.0.0.1:8',
    };
    expect(read(given)).toMatchObject({ embedded: false, bank: false, web: false });
    expect(environmentOfServer(given, found)).toMatchObject(given);
    expect(environmentOfServer(given, found)).not.toHaveProperty('BANK_CONTROL_URL');
  });

  test('may be asked to take any free port', () => {
    expect(faultsOf({ PORT: '0', BANK_ISO_PORT: '0', BANK_CONTROL_PORT: '0' })).toEqual([]);
  });

  test('is told with every fault at once, those of the launcher among them', () => {
    expect(
      faultsOf({
        PORT: 'x',
        BANK_ISO_PORT: '70000',
        LOG_LEVEL: 'loud',
        MIGRATION_DATABASE_URL: 'postgres://o@h/d',
      }).sort(),
    ).toEqual(['BANK_ISO_PORT', 'DATABASE_URL', 'LOG_LEVEL', 'PORT']);
  });
});

describe('the environment of the server', () => {
  test('is one that the server accepts, and says where the others are', () => {
    const environment = readEnvironment(environmentOfServer({}, found), noFiles);
    expect(environment).toMatchObject({ port: 3007, publicUrl: 'http://127.0.0.1:3007', run: 'all' });
    expect(environment.acquirer).toEqual({ host: '127.0.0.1', port: 5011, secure: false });
  });

  test('does not know the role that owns the tables', () => {
    const given = { DATABASE_URL: 'postgres://r@h/d', MIGRATION_DATABASE_URL: 'postgres://o@h/d' };
    expect(environmentOfServer(given, found)).not.toHaveProperty('MIGRATION_DATABASE_URL');
  });

  test('has the port that was found free, whatever was asked for', () => {
    expect(environmentOfServer({ PORT: '3000' }, found)).toMatchObject({ PORT: '3007' });
  });

  test('in live mode holds nothing that was made up here', () => {
    expect(Object.keys(environmentOfServer({ MODE: 'live' }, found)).sort()).toEqual(
      ['MODE', 'NODE_ENV', 'PORT', 'RUN', 'WEB_URL'].sort(),
    );
    expect(faultsOf({ MODE: 'live' })).toEqual(
      expect.arrayContaining([
        'PUBLIC_URL',
        'DATABASE_URL',
        'ACQUIRER_URL',
        'VAULT_KEYS',
        'TOKEN_KEY',
        'FINGERPRINT_KEY',
      ]),
    );
  });
});
