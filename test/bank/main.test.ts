import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { startBank } from '../../bank/bank.js';
import { readEnv } from '../../bank/env.js';
import { House, bookOf, control } from './house.js';
import { authorisation } from './messages.js';
import { startBankProcess } from './process.js';

const house = House.forEachTest();
const FREE_PORTS = { BANK_ISO_PORT: '0', BANK_THREEDS_PORT: '0', BANK_CONTROL_PORT: '0' };

test('a wrong configuration lists every fault at once and starts nothing', async () => {
  const env = {
    BANK_ISO_PORT: 'x',
    BANK_THREEDS_PORT: '-1',
    BANK_CONTROL_PORT: '99999',
    BANK_HOST: 'somewhere',
    BANK_THREEDS_HOST: 'a host; script-src *',
  };
  const { code, stdout, stderr } = await startBankProcess(env).ended;
  expect(code).toBe(1);
  expect(stdout).toEqual([]);
  expect(stderr.trim().split('\n')).toEqual([
    'bank: BANK_ISO_PORT must be a port from 0 (any free one) to 65535, and is "x"',
    'bank: BANK_THREEDS_PORT must be a port from 0 (any free one) to 65535, and is "-1"',
    'bank: BANK_CONTROL_PORT must be a port from 0 (any free one) to 65535, and is "99999"',
    'bank: BANK_HOST must be an IP address, and is "somewhere"',
    'bank: BANK_THREEDS_HOST must be the name of a host, and is "a host; script-src *"',
    'bank: BANK_BOOK must name the file of the book',
  ]);
});

test('three doors cannot be one', () => {
  const same = { BANK_ISO_PORT: '5005', BANK_THREEDS_PORT: '5005', BANK_CONTROL_PORT: '5005', BANK_BOOK: 'x' };
  expect(readEnv(same)).toEqual({
    faults: [
      'BANK_ISO_PORT and BANK_CONTROL_PORT must differ',
      'BANK_ISO_PORT and BANK_THREEDS_PORT must differ',
      'BANK_THREEDS_PORT and BANK_CONTROL_PORT must differ',
    ],
  });
});

test('the usual ports are on loopback', () => {
  expect(readEnv({ BANK_BOOK: 'x' })).toEqual({
    settings: {
      host: '127.0.0.1',
      threedsHost: 'localhost',
      isoPort: 5001,
      threedsPort: 5002,
      controlPort: 5003,
      bookFile: 'x',
    },
  });
});

test('a book that cannot be opened, and a port that is taken, are said', async () => {
  const folder = await house().folder();
  await expect(startBank({ bookFile: join(folder, 'none', 'book.jsonl') })).rejects.toThrow('ENOENT');
  await expect(startBank({ bookFile: folder })).rejects.toThrow('EISDIR');
  await expect(startBank({ bookFile: '/dev/full' })).rejects.toThrow('the book must be a file, not a device');
  const { isoPort, threedsPort, controlPort } = await house().bank();
  await expect(startBank({ bookFile: join(folder, 'b'), isoPort })).rejects.toThrow('EADDRINUSE');
  await expect(startBank({ bookFile: join(folder, 'b'), threedsPort })).rejects.toThrow('EADDRINUSE');
  await expect(startBank({ bookFile: join(folder, 'b'), controlPort })).rejects.toThrow('EADDRINUSE');
});

test.each(['SIGTERM', 'SIGINT'] as const)('it says when it is ready, and stops cleanly on %s', async signal => {
  const env = { BANK_BOOK: join(await house().folder(), 'b'), ...FREE_PORTS };
  const { child, listening, ended } = startBankProcess(env);
  house().later(() => child.kill('SIGKILL'));
  const ports = await listening;
  await house().till(ports);
  expect(await control(ports, 'GET', '/health')).toEqual({ status: 200, body: { status: 'ok' } });
  child.kill(signal);
  const { code, stdout, stderr } = await ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.map(line => (JSON.parse(line) as { event: string }).event)).toEqual(['listening', 'stopped']);
});

test('a book that can no longer be written ends the bank, and nothing was answered that it does not hold', async () => {
  const bookFile = join(await house().folder(), 'b');
  const { child, listening, ended } = startBankProcess({ ...FREE_PORTS, BANK_BOOK: bookFile }, 20);
  house().later(() => child.kill('SIGKILL'));
  const till = await house().till(await listening);
  for (let stan = 1; stan <= 200; stan += 1) till.send(authorisation(stan, 1, { 14: '9912' }));
  const { code, stderr } = await ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^bank: the book cannot be written: .*EFBIG.*\n$/);
  await till.end();
  const next = await bookOf(await house().bank({ bookFile, now: Date.now }));
  const rrns = new Set(next.authorisations.map(each => each['rrn']));
  expect(till.came.slice(1).filter(answer => !rrns.has(answer.fields[37]))).toEqual([]);
});
