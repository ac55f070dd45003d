import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startHouse, type House } from '../support/house.js';
import { Browser } from '../support/members.js';
import { environmentOf } from '../support/server-process.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';

let house: House;
beforeAll(async () => {
  house = await startHouse({ run: 'api' });
}, 90_000);
afterAll(() => house?.close());

const SHOP = {
  merchant: 'Librairie du Port SARL',
  name: 'Librairie du Port',
  town: 'Brest',
  country: 'FR',
  currencies: 'EUR,GBP',
  brands: 'CB,VISA',
  acquirer: '97300001',
  acceptor: 'LIBRAIRIE1',
  'terminal-prefix': 'LIBRA1',
  category: '5942',
  enrolled: 'no',
  viewer: 'viewer@librairie.example',
  operator: 'operator@librairie.example',
  accountant: 'accountant@librairie.example',
};

test('a shop that is opened on the command line takes payments with the key, and invites its members by the links', async () => {
  const { code, out } = await openShop(SHOP);
  expect(code).toBe(0);
  const told = new Map(
    out
      .trim()
      .split('\n')
      .map(line => line.split(/\s+/) as [string, string]),
  );
  expect([...told.keys()]).toEqual(['shop', 'key', 'VIEWER', 'OPERATOR', 'ACCOUNTANT']);
  const bearer = told.get('key') ?? '';
  const session = await openSession(house, { bearer });
  expect(await pay(house, session, sandboxCard('00'))).toMatchObject({ step: 'TICKET' });
  const token = told.get('ACCOUNTANT')?.split('/').at(-1);
  const { data } = await new Browser(house).ask(
    'query ($token: String!) { invitation(token: $token) { email profile } }',
    {
      token,
    },
  );
  expect(data).toEqual({ invitation: { email: SHOP.accountant, profile: 'ACCOUNTANT' } });

  const again = await openShop(SHOP);
  expect([again.code, again.out]).toEqual([1, '']);
  expect(again.said).toMatch(/^Another shop has this acceptor number\.\n\nOpens a shop/);
}, 90_000);

test('everything that is wrong with an order is told at once, and nothing is opened', async () => {
  const before = await shops();
  const wrong = { ...SHOP, currencies: 'EUR,XXX', 'time-zone': 'Mars', 'cut-off': '25:00', viewer: 'no', town: '' };
  const { code, said } = await openShop(wrong);
  expect(code).toBe(1);
  for (const name of ['currencies', 'time-zone', 'cut-off', 'viewer', 'town']) expect(said).toContain(`  ${name} `);
  expect((await openShop({ ...SHOP, operator: SHOP.viewer })).said).toContain('comes twice');
  expect((await openShop({ ...SHOP, colour: 'red' })).said).toContain("Unknown option '--colour'");
  expect(await shops()).toBe(before);
}, 90_000);

async function shops(): Promise<number> {
  return (await house.server.app.deps.sql.selectFrom('shop').select('id').execute()).length;
}

async function openShop(shop: Readonly<Record<string, string>>) {
  const flags = Object.entries(shop).map(([name, value]) => `--${name}=${value}`);
  const program = ['--import', '@swc-node/register/esm-register', 'server/open-shop.ts', ...flags];
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environmentOf(house) };
  return promisify(execFile)(process.execPath, program, { env }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, said: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      said: error.stderr,
    }),
  );
}
