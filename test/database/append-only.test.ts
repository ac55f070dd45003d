import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let owner: Client;
let running: Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  running = new Client({ connectionString: database.runUrl });
  await Promise.all([owner.connect(), running.connect()]);
  await running.query(
    `insert into event (id, shop_id, subject, subject_id, sequence, event, from_status, to_status, actor_kind, facts, at, recorded_at)
     values ('evt_1', 'shop_1', 'SHOP', 'shop_1', 1, 'CREATED', 'NEW', 'ACTIVE', 'TILL', '{}', 'epoch', 'epoch')`,
  );
  await running.query(`insert into feed (position, shop_id, event_id) values (1, 'shop_1', 'evt_1')`);
}, 90_000);
afterAll(async () => {
  await Promise.all([owner?.end(), running?.end()]);
  await database?.drop();
});

/** SQLSTATE of what the database answers, or that it did it. */
async function stateOf(client: Client, statement: string): Promise<string> {
  return client.query(statement).then(
    () => 'DONE',
    (error: unknown) => String((error as { code?: unknown }).code),
  );
}

const NOT_PERMITTED = '42501';
const NEVER = 'GU002';
const everyTrespass = [
  `update event set event = 'NOTHING'`,
  `update event set facts = '{"a":1}' where id = 'evt_1'`,
  `update event set facts = facts`,
  `delete from event`,
  `truncate event`,
  `truncate event cascade`,
  `truncate event, feed, outbox`,
  `update feed set position = 2`,
  `delete from feed where position = 1`,
  `truncate feed`,
  `insert into event select * from event on conflict (id) do update set event = 'NOTHING'`,
  `merge into feed using (select 1 as one) s on true when matched then delete`,
];

describe('the log', () => {
  test.each(everyTrespass)('is not changed by the role that runs: %s', async statement => {
    expect(await stateOf(running, statement)).toBe(NOT_PERMITTED);
  });

  test.each(everyTrespass)('nor by the one that owns it: %s', async statement => {
    expect(await stateOf(owner, statement)).toBe(NEVER);
  });

  test.each([
    'alter table event disable trigger never_changed',
    'drop trigger never_changed on event',
    'drop table event',
    'alter table event drop column facts',
    `create or replace function never() returns trigger language plpgsql as 'begin return new; end'`,
    `set session_replication_role = 'replica'`,
    'create table elsewhere (id text)',
  ])('cannot be opened by the role that runs: %s', async statement => {
    expect(await stateOf(running, statement)).toMatch(/^(42501|0LP01)$/);
  });

  test('is not opened by a grant of one who may not give it', async () => {
    await running.query('grant update, delete on event to guichet_run');
    expect(await stateOf(running, 'delete from event')).toBe(NOT_PERMITTED);
  });

  test('holds what was written, once', async () => {
    const { rows } = await owner.query('select event, facts from event');
    expect(rows).toEqual([{ event: 'CREATED', facts: {} }]);
    expect(await stateOf(running, 'insert into event select * from event')).toBe('23505');
  });
});

const number = (names: string): Record<string, string> => Object.fromEntries(names.split(' ').map(name => [name, '0']));

describe('what the state tables refuse, the database refuses', () => {
  const insert = (changes: Readonly<Record<string, string>>) => {
    const row: Record<string, string> = { ...PAYMENT, ...changes };
    return `insert into transaction (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`;
  };
  const PAYMENT = {
    ...number('authorised cancelled to_validate to_capture remitting captured refund_pending refunded charged_back'),
    id: `'txn_' || gen_random_uuid()`,
    shop_id: `'shop_1'`,
    session_id: `'ps_1'`,
    reference: `gen_random_uuid()::text`,
    attempt: '1',
    order_id: `'order'`,
    status: `'TO_CAPTURE'`,
    sequence: '1',
    requested: '100',
    card_masked: `'400012******0000'`,
    currency: `'EUR'`,
    card_id: `'card_1'`,
    card_fingerprint: `'f'`,
    brand: `'CB'`,
    channel: `'ECOMMERCE'`,
    initiator: `'SHOPPER'`,
    authentication_outcome: `'NOT_ENROLLED'`,
    capture_plan: `'IMMEDIATE'`,
    terminal: `'TILL0001'`,
    stan: `'000001'`,
    rrn: `gen_random_uuid()::text`,
    transmitted_at: 'now()',
    created_at: 'now()',
    updated_at: 'now()',
  };

  test.each([
    [{ authorised: '100', to_capture: '99' }, 'amounts_balance'],
    [{ authorised: '100', captured: '100', refunded: '60', refund_pending: '41' }, 'refunds_within_capture'],
    [{ authorised: '100', captured: '100', charged_back: '101' }, 'chargebacks_within_capture'],
    [{ cancelled: '-1', to_capture: '1' }, 'minor_units'],
    [{ status: `'PAID'` }, 'transaction_status'],
    [{ status: `'AUTHORISING'` }, 'answer_awaited'],
    [{ requested: '0' }, 'amount_asked'],
    [{ requested: '1000000000000' }, 'amount_asked'],
  ])('%j', async (changes, constraint) => {
    const complaint = await running.query(insert(changes)).then(
      () => 'none',
      (error: unknown) => (error as { constraint?: string }).constraint,
    );
    expect(complaint).toBe(constraint);
  });
});
