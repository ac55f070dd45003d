/** Statistics over GraphQL, beside plain sums over the journal. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createKey } from '../support/callers.js';
import { startHouse, type House } from '../support/house.js';
import { writeManyTransactions } from '../support/many-transactions.js';
import { openSession, pay, sandboxCard, until } from '../support/shopping.js';
import { advanceClock, operate, seeTransaction } from '../support/till.js';

let house: House;
let analyst: string;
beforeAll(async () => {
  house = await startHouse();
  analyst = await createKey(house, house.shop.shopId, ['analytics:read']);
}, 90_000);
afterAll(() => house?.close());

const SUMS = ['requested', 'authorised', 'cancelled', 'captured', 'refunded'] as const;
type Row = Readonly<Record<string, unknown>> &
  Readonly<Record<(typeof SUMS)[number], { amount: string; currency: string }>>;

const FIELDS = `day week month hour brand issuingCountry status declineCode authentication capturePlan channel currency
  count accepted declined acceptanceRate ${SUMS.map(sum => `${sum} { amount currency }`).join(' ')}`;

async function ask(groupBy: readonly string[], { bearer = analyst, ...variables }: Record<string, unknown> = {}) {
  return house.ask<{ transactionStats: Row[] }>(
    `query ($groupBy: [StatsDimension!]!, $filter: TransactionFilter, $timeZone: String) {
       transactionStats(groupBy: $groupBy, filter: $filter, timeZone: $timeZone) { ${FIELDS} } }`,
    { groupBy, ...variables },
    bearer as string,
  );
}

async function stats(groupBy: readonly string[], variables: Record<string, unknown> = {}): Promise<Row[]> {
  const { data, errors } = await ask(groupBy, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.transactionStats;
}

async function paid(amount: number, changes: object = {}, code = '00', bin = '400012'): Promise<string> {
  const session = await openSession(house, { amount, ...changes });
  await pay(house, session, sandboxCard(code, { bin, serial: String(amount).padStart(5, '0') }));
  return (await seeTransaction(house, session)).id;
}

async function tell(mutation: string, type: string, input: object): Promise<void> {
  const { errors } = await house.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  if (errors) throw new Error(JSON.stringify(errors));
}

/** Closes what is open and waits until the bank has answered. */
async function remit(): Promise<void> {
  const { data } = await house.ask<{ remittances: { edges: { node: { id: string; status: string } }[] } }>(
    '{ remittances { edges { node { id status } } } }',
  );
  for (const { node } of data.remittances.edges)
    if (node.status === 'OPEN') await tell('closeRemittance', 'CloseRemittanceInput', { remittanceId: node.id });
  await until(
    async () =>
      (
        await sql<{ id: string }>`select id from remittance where status in ('CLOSED', 'SENT')`.execute(
          house.server.app.deps.sql,
        )
      ).rows,
    rows => rows.length === 0,
  );
}

test('the sums of a story equal those over its journal, currency by currency', async () => {
  const captured = await paid(1050);
  await paid(2000, {}, '00', '520012');
  await paid(700, { currency: 'JPY' });
  await paid(900, {}, '51');
  await paid(901, {}, '05');
  await remit();
  await tell('refundTransaction', 'RefundTransactionInput', { transactionId: captured, amount: 250 });
  await remit();
  const cancelled = await paid(4000, { capture: { plan: 'VALIDATION', days: 3 } });
  await operate(house, 'cancelTransaction', cancelled, 1500);
  const { rows } = await sql<Row>`
    select currency, count(distinct transaction_id) filter (where subject = 'TRANSACTION')::text as count,
      sum(amount) filter (where event in ('AUTHORISED_FOR_CAPTURE', 'AUTHORISED_FOR_VALIDATION')) as authorised,
      sum(amount) filter (where subject = 'TRANSACTION' and event in ('CANCELLED', 'CANCELLED_IN_PART')) as cancelled,
      sum(amount) filter (where event = 'CAPTURE_ACCEPTED') as captured,
      sum(amount) filter (where subject = 'REFUND' and to_status = 'CREDITED') as refunded
    from event where transaction_id is not null group by currency order by currency`.execute(house.server.app.deps.sql);
  const seen = await stats([]);
  expect(seen.map(({ currency }) => currency)).toEqual(['EUR', 'JPY']);
  for (const [index, row] of seen.entries())
    for (const sum of ['authorised', 'cancelled', 'captured', 'refunded'] as const) {
      const inJournal = String(rows[index]?.[sum] ?? 0);
      expect([row.currency, sum, row[sum]]).toEqual([row.currency, sum, { amount: inJournal, currency: row.currency }]);
    }
  expect(seen.map(({ count }) => String(count))).toEqual(rows.map(({ count }) => count));
  expect(seen[0]).toMatchObject({ count: 5, accepted: 3, declined: 2, acceptanceRate: 0.6 });
  expect(seen[0]).toMatchObject({
    captured: { amount: '3050' },
    refunded: { amount: '250' },
    cancelled: { amount: '1500' },
  });
});

test('rows tell apart what is asked for, and nothing else', async () => {
  const only = ({ brand, currency, count }: Row) => [brand, currency, count];
  expect((await stats(['BRAND'])).map(only)).toEqual([
    ['MASTERCARD', 'EUR', 1],
    ['VISA', 'EUR', 4],
    ['VISA', 'JPY', 1],
  ]);
  const byCode = await stats(['DECLINE_CODE'], { filter: { currency: ['EUR'] } });
  expect(byCode.map(({ declineCode, count, acceptanceRate }) => [declineCode, count, acceptanceRate])).toEqual([
    ['05', 1, 0],
    ['51', 1, 0],
    [null, 3, 1],
  ]);
  const many = await stats(['ISSUING_COUNTRY', 'AUTHENTICATION', 'CAPTURE_PLAN', 'STATUS', 'CHANNEL', 'CURRENCY']);
  expect(
    many.map(row => [row['issuingCountry'], row['capturePlan'], row['status'], row.currency, row['count']]),
  ).toEqual([
    ['BR', 'IMMEDIATE', 'CAPTURED', 'EUR', 1],
    ['GB', 'IMMEDIATE', 'CAPTURED', 'EUR', 1],
    ['GB', 'IMMEDIATE', 'CAPTURED', 'JPY', 1],
    ['GB', 'IMMEDIATE', 'DECLINED', 'EUR', 2],
    ['GB', 'VALIDATION', 'TO_VALIDATE', 'EUR', 1],
  ]);
  expect(many[0]).toMatchObject({ authentication: 'NOT_ENROLLED', channel: 'ECOMMERCE', day: null, brand: null });
});

test('another shop has statistics of its own', async () => {
  const { apiKey } = await house.openShop();
  expect(await stats(['BRAND'], { bearer: apiKey })).toEqual([]);
});

test('what is older than thirty days counts when it is asked for', async () => {
  const shop = await house.openShop();
  await pay(house, await openSession(house, { bearer: shop.apiKey }), sandboxCard());
  const bearer = shop.apiKey;
  await advanceClock(house, 29 * 86_400, bearer);
  expect(await stats([], { bearer })).toHaveLength(1);
  await advanceClock(house, 2 * 86_400, bearer);
  expect(await stats([], { bearer })).toEqual([]);
  const from = new Date(Date.now() - 86_400_000);
  expect(await stats([], { bearer, filter: { from } })).toHaveLength(1);
});

describe('a shop of many', () => {
  let bearer: string;
  // One every ten minutes, back to the middle of March.
  const UNTIL = new Date('2026-10-26T12:00:00Z');
  beforeAll(async () => {
    const shop = await house.openShop();
    bearer = shop.apiKey;
    await writeManyTransactions(house.database.ownerUrl, { shopId: shop.shopId, count: 32_000, until: UNTIL });
  }, 60_000);

  const ofDay = (from: string, end: string, zone: string) => ({
    bearer,
    timeZone: zone,
    filter: { from: `${from}T00:00:00Z`, until: `${end}T00:00:00Z` },
  });
  const countOf = async (groupBy: string, key: string, variables: object) => {
    const counts = new Map<unknown, number>();
    for (const row of await stats([groupBy], { ...variables }))
      counts.set(row[key], (counts.get(row[key]) ?? 0) + Number(row['count']));
    return Object.fromEntries(counts);
  };

  test('has days of 23 and of 25 hours in the zone of the shop, and of 24 in another', async () => {
    const autumn = ofDay('2026-10-23', '2026-10-27', 'Europe/Paris');
    expect(await countOf('DAY', 'day', autumn)).toMatchObject({ '2026-10-24': 144, '2026-10-25': 150 });
    expect(await countOf('DAY', 'day', { ...autumn, timeZone: null })).toMatchObject({ '2026-10-25': 150 });
    expect(await countOf('DAY', 'day', { ...autumn, timeZone: 'UTC' })).toMatchObject({ '2026-10-25': 144 });
    const spring = ofDay('2026-03-27', '2026-03-31', 'Europe/Paris');
    expect(await countOf('DAY', 'day', spring)).toMatchObject({ '2026-03-28': 144, '2026-03-29': 138 });
  });

  test('has twice the hour that the clock shows twice, and none of the one it skips', async () => {
    const autumn = {
      ...ofDay('2026-10-25', '2026-10-26', 'Europe/Paris'),
      filter: { from: '2026-10-24T22:00:00Z', until: '2026-10-25T23:00:00Z' },
    };
    const hours = await countOf('HOUR', 'hour', autumn);
    expect(Object.keys(hours)).toHaveLength(25);
    expect(new Set(Object.values(hours))).toEqual(new Set([6]));
    const half = { ...autumn, timeZone: 'Asia/Kolkata' };
    expect(Object.keys(await countOf('HOUR', 'hour', half))).toContain('2026-10-25T00:30:00.000Z');
  });

  test('has weeks from Monday, and months', async () => {
    const october = ofDay('2026-10-01', '2026-11-01', 'Europe/Paris');
    expect(Object.keys(await countOf('WEEK', 'week', october))).toEqual([
      '2026-09-28',
      '2026-10-05',
      '2026-10-12',
      '2026-10-19',
      '2026-10-26',
    ]);
    expect(Object.keys(await countOf('MONTH', 'month', october))).toEqual(['2026-10']);
  });

  test('adds up to more than an amount can hold', async () => {
    const most = sql`update transaction set requested = 999999999999 where shop_id = (select shop_id from shop_key where hash = ${house.server.app.deps.vault.hash(bearer)})`;
    await most.execute(house.server.app.deps.sql);
    const [row] = await stats([], {
      bearer,
      filter: { from: '2026-03-01T00:00:00Z', until: UNTIL, currency: ['EUR'] },
    });
    expect(row?.requested.amount).toBe(String(999_999_999_999n * BigInt(Number(row?.['count']))));
    expect(BigInt(row?.requested.amount ?? 0)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  });

  test.each([
    [
      'more than 366 days',
      ['DAY'],
      { from: '2025-01-01T00:00:00Z', until: '2026-01-02T00:00:01Z' },
      null,
      'RESULT_TOO_LARGE',
      /366 days/,
    ],
    [
      'more than 1 000 rows',
      ['HOUR'],
      { from: '2026-05-01T00:00:00Z', until: '2026-07-01T00:00:00Z' },
      null,
      'RESULT_TOO_LARGE',
      /1000 rows/,
    ],
    ['a zone that is none', ['DAY'], {}, 'Europe/Nowhere', 'INPUT_INVALID', /time zone/],
    ['an offset', ['DAY'], {}, '+02:00', 'INPUT_INVALID', /time zone/],
    ['a card number', ['DAY'], { text: sandboxCard() }, null, 'CARD_NUMBER_NOT_SEARCHABLE', /last four/],
  ] as const)('is refused %s', async (_, groupBy, filter, timeZone, refusal, message) => {
    const { errors } = await ask(groupBy, { bearer, filter, timeZone });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', refusal });
    expect(errors?.[0]?.message).toMatch(message);
  });

  test('is given 366 days', async () => {
    const filter = { from: '2025-10-26T00:00:00Z', until: '2026-10-27T00:00:00Z' };
    expect(await stats(['MONTH'], { bearer, filter })).not.toEqual([]);
  });
});
