import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { ConfigurationError, readEnvironment, readMigrationEnvironment } from '../server/env.js';
import type { Environment, Fault, Source } from '../server/env.js';

const keyNamed = (name: string): string => createHash('sha256').update(name).digest('base64');

const testMode: Source = {
  PUBLIC_URL: 'http://127.0.0.1:3000',
  DATABASE_URL: 'postgres://guichet_run:a-password@127.0.0.1:5432/guichet',
  ACQUIRER_URL: 'tcp://127.0.0.1:5001',
  INTERNAL_TOKEN: 'a token of more than thirty-two characters',
  VAULT_KEYS: `2026b:${keyNamed('b')},2026a:${keyNamed('a')}`,
  FINGERPRINT_KEY: keyNamed('fingerprint'),
  TOKEN_KEY: keyNamed('token'),
};

const liveMode: Source = {
  ...testMode,
  MODE: 'live',
  PUBLIC_URL: 'https://pay.example',
  BEHIND_PROXY: 'yes',
  ACQUIRER_URL: 'tls://acquirer.example:7001',
  ACQUIRER_CERTIFICATE_FILE: 'ours.pem',
  ACQUIRER_KEY_FILE: 'ours.key',
};

const read = (source: Source): Environment => readEnvironment(source, path => `contents of ${path}`);

function faultsOf(work: () => unknown): readonly Fault[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
  return [];
}

function one(change: Source, from: Source = testMode): string[] {
  return faultsOf(() => read({ ...from, ...change })).map(({ name, problem }) => `${name} ${problem}`);
}

describe('the environment', () => {
  test('the folder of the keys of security codes may be named from the root', () => {
    expect(read({ ...testMode, SECURITY_CODE_KEYS_FOLDER: '/run/keys' }).securityCodeKeys).toBe('/run/keys');
    expect(one({ SECURITY_CODE_KEYS_FOLDER: 'ke\nys' })).toEqual(['SECURITY_CODE_KEYS_FOLDER is "ke\\nys"']);
  });

  test('needs seven names in test mode, and has a stand-in for the rest', () => {
    const environment = read(testMode);
    expect(environment).toMatchObject({
      mode: 'test',
      run: 'all',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      behindProxy: false,
      acquirer: { host: '127.0.0.1', port: 5001, secure: false },
      acquirerTls: null,
      acquirerTimeout_ms: 15_000,
      databaseConnections: 20,
      webUrl: null,
      bankControlUrl: null,
      logLevel: 'info',
    });
    expect([...environment.vaultKeys.keys()]).toEqual(['2026b', '2026a']);
    expect(environment.vaultKeys.get('2026a')?.reveal()).toHaveLength(32);
  });

  test('tells every fault at once', () => {
    const faults = faultsOf(() => read({ PORT: '70000', MODE: 'production', LOG_LEVEL: 'loud', WEB_URL: 'nowhere' }));
    expect(faults.map(({ name }) => name).sort()).toEqual(
      [...Object.keys(testMode), 'PORT', 'MODE', 'LOG_LEVEL', 'WEB_URL'].sort(),
    );
  });

  test('takes an empty value for an absent one', () => {
    expect(read({ ...testMode, PORT: '', WEB_URL: ' ' })).toMatchObject({ port: 3000, webUrl: null });
    expect(faultsOf(() => read({ ...testMode, TOKEN_KEY: '' }))).toEqual([
      { name: 'TOKEN_KEY', problem: 'is missing', expected: '32 random bytes in base64' },
    ]);
  });

  test('shows no secret, neither when it is printed nor when it is wrong', () => {
    const secrets = ['a-password', keyNamed('a'), keyNamed('token'), 'a token of more'];
    const shown = inspect(read(testMode), { depth: 9 }) + JSON.stringify(read(testMode));
    for (const secret of secrets) expect(shown).not.toContain(secret);
    const wrong = { DATABASE_URL: 'http://a-password@x', VAULT_KEYS: 'no-colon-but-secret', TOKEN_KEY: 'short-secret' };
    const told = String(
      new ConfigurationError(faultsOf(() => read({ ...testMode, ...wrong, INTERNAL_TOKEN: 'weak-secret' }))),
    );
    expect(told).not.toMatch(/a-password|secret/);
  });

  test.each<[string, Source, string]>([
    ['a port in words', { PORT: 'three' }, 'PORT is "three"'],
    ['a negative port', { PORT: '-1' }, 'PORT is "-1"'],
    [
      'an address with a path',
      { PUBLIC_URL: 'http://127.0.0.1:3000/shop' },
      'PUBLIC_URL has more than a host and a port',
    ],
    ['another scheme', { PUBLIC_URL: 'ftp://127.0.0.1' }, 'PUBLIC_URL has the scheme ftp:'],
    [
      'plain http for the world',
      { PUBLIC_URL: 'http://pay.example' },
      'PUBLIC_URL is plain http on a host other than this one',
    ],
    ['https that nobody ends', { PUBLIC_URL: 'https://pay.example' }, 'BEHIND_PROXY is not set'],
    ['an acquirer without a port', { ACQUIRER_URL: 'tcp://127.0.0.1' }, 'ACQUIRER_URL is "tcp://127.0.0.1"'],
    ['an acquirer over http', { ACQUIRER_URL: 'http://127.0.0.1:1' }, 'ACQUIRER_URL is "http://127.0.0.1:1"'],
    [
      'test cards in the clear through other networks',
      { ACQUIRER_URL: 'tcp://bank.example:5001' },
      'ACQUIRER_URL is a plain TCP line through other networks',
    ],
    ['a database without a role', { DATABASE_URL: 'postgres://127.0.0.1/guichet' }, 'DATABASE_URL names no role'],
    ['no database', { DATABASE_URL: 'postgres://me@127.0.0.1' }, 'DATABASE_URL names no database'],
    ['a short key', { TOKEN_KEY: 'c2hvcnQ=' }, 'TOKEN_KEY has 5 bytes'],
    ['a key that is no base64', { TOKEN_KEY: '!'.repeat(43) }, 'TOKEN_KEY is not base64'],
    ['a key of zeros', { TOKEN_KEY: Buffer.alloc(32).toString('base64') }, 'TOKEN_KEY repeats one byte'],
    ['a key without an id', { VAULT_KEYS: keyNamed('a') }, 'VAULT_KEYS has no usable id before the colon of key 1'],
    ['two keys of one id', { VAULT_KEYS: `a:${keyNamed('a')},a:${keyNamed('b')}` }, 'VAULT_KEYS has the id "a" twice'],
    ['one key for two purposes', { TOKEN_KEY: keyNamed('a') }, 'TOKEN_KEY holds the same key as VAULT_KEYS'],
    ['a certificate without its key', { ACQUIRER_CERTIFICATE_FILE: 'x' }, 'ACQUIRER_KEY_FILE is missing'],
    ['a time-out of nothing', { ACQUIRER_TIMEOUT_MS: '0' }, 'ACQUIRER_TIMEOUT_MS is "0"'],
  ])('refuses %s', (_, change, fault) => {
    expect(one(change)).toEqual([fault]);
  });

  test('lets test cards go in the clear to a neighbour: a private address, or a container by its bare name', () => {
    for (const host of ['bank', '10.0.0.7', '192.168.1.4', '172.20.0.2', '[::1]', 'localhost']) {
      expect(one({ ACQUIRER_URL: `tcp://${host}:5001` })).toEqual([]);
    }
    expect(one({ ACQUIRER_URL: 'tcp://172.32.0.1:5001' })).toHaveLength(1);
  });

  test('says which file cannot be read', () => {
    const faults = faultsOf(() =>
      readEnvironment(liveMode, path => {
        throw new Error(`no ${path}`);
      }),
    );
    expect(faults.map(({ name, problem }) => `${name} ${problem}`)).toEqual([
      'ACQUIRER_CERTIFICATE_FILE names "ours.pem", which cannot be read',
      'ACQUIRER_KEY_FILE names "ours.key", which cannot be read',
    ]);
  });

  describe('in live mode', () => {
    test('starts with TLS on every line and a certificate for the acquirer', () => {
      const environment = read(liveMode);
      expect(environment).toMatchObject({ mode: 'live', behindProxy: true, acquirer: { secure: true } });
      expect(environment.acquirerTls?.key.reveal()).toBe('contents of ours.key');
    });

    test.each<[string, Source, string]>([
      ['plain http', { PUBLIC_URL: 'http://127.0.0.1:3000' }, 'PUBLIC_URL is plain http'],
      ['no proxy to end TLS', { BEHIND_PROXY: '' }, 'BEHIND_PROXY is not set'],
      ['a plain line to the acquirer', { ACQUIRER_URL: 'tcp://127.0.0.1:5001' }, 'ACQUIRER_URL is a plain TCP line'],
      [
        'an acquirer that cannot tell who we are',
        { ACQUIRER_CERTIFICATE_FILE: '', ACQUIRER_KEY_FILE: '' },
        'ACQUIRER_CERTIFICATE_FILE is missing',
      ],
      ['a sandbox bank', { BANK_CONTROL_URL: 'http://127.0.0.1:5003' }, 'BANK_CONTROL_URL is set'],
      [
        'a database across a network in the clear',
        { DATABASE_URL: 'postgres://run:secret@db.example/guichet' },
        'DATABASE_URL is a line that may be read',
      ],
      ['a port that changes', { PORT: '0' }, 'PORT is 0'],
    ])('refuses %s', (_, change, fault) => {
      expect(one(change, liveMode)).toEqual([fault]);
    });
  });
});

test('a migration needs the owner of the tables, and falls back on nobody', () => {
  expect(faultsOf(() => readMigrationEnvironment(testMode)).map(({ name }) => name)).toEqual([
    'MIGRATION_DATABASE_URL',
  ]);
  const owner = 'postgres://guichet_owner:word@127.0.0.1/guichet';
  expect(readMigrationEnvironment({ MIGRATION_DATABASE_URL: owner }).databaseUrl.reveal()).toBe(owner);
});

describe('the mail server', () => {
  const mailServer = (SMTP_URL: string, from: Source = testMode) => read({ ...from, SMTP_URL }).mailServer;

  test('is none, unless one is named', () => {
    expect(read(testMode)).toMatchObject({ mailServer: null, mailFrom: 'till@guichet.example' });
  });

  test.each([
    ['smtps://mail.example', { host: 'mail.example', port: 465, tls: 'IMPLICIT' }],
    ['smtp://mail.example', { host: 'mail.example', port: 587, tls: 'STARTTLS' }],
    ['smtp://127.0.0.1:1025', { host: '127.0.0.1', port: 1025, tls: 'NONE' }],
    ['smtp://[::1]:25?tls=starttls', { host: '::1', port: 25, tls: 'STARTTLS' }],
    ['smtp://mailbox:1025?tls=none', { host: 'mailbox', port: 1025, tls: 'NONE' }],
  ] as const)('%s is understood', (address, expected) => {
    expect(mailServer(address)).toEqual({ ...expected, user: null });
  });

  test('may want a name and a password, which no fault repeats', () => {
    const { user } = mailServer('smtps://till%40shop:pass%2Fword@mail.example') ?? {};
    expect([user?.name, user?.password.reveal()]).toEqual(['till@shop', 'pass/word']);
    for (const wrong of [
      'http://a:secret@b',
      'smtps://a:secret@b/path',
      'smtps://a:secret@b?tls=none',
      'smtp://:secret@b',
    ])
      expect(one({ SMTP_URL: wrong }).join()).toMatch(/^SMTP_URL (?!.*secret)/);
  });

  test('is not told a password in the clear, and nothing at all in live mode', () => {
    expect(one({ SMTP_URL: 'smtp://a:b@mail.example?tls=none' })).toEqual(['SMTP_URL sends a password in the clear']);
    const MAIL_FROM = 'till@shop.fr';
    for (const plain of ['smtp://mail.example?tls=none', 'smtp://127.0.0.1:25'])
      expect(one({ SMTP_URL: plain, MAIL_FROM }, liveMode)).toEqual(['SMTP_URL is a line that may be read']);
    expect(one({ SMTP_URL: 'smtps://mail.example', MAIL_FROM }, liveMode)).toEqual([]);
    expect(one({ SMTP_URL: 'smtps://mail.example' }, liveMode)).toEqual(['MAIL_FROM is missing']);
    expect(one({ MAIL_FROM: 'a@b.example\r\nBcc: c@d' }).join()).toMatch(/^MAIL_FROM is /);
  });
});
