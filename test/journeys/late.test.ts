import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { control, order } from '../bank/house.js';
import { Till } from '../bank/till.js';
import { expectAllInOrder } from '../support/after-story.js';
import { atRest, heldAtBank } from '../support/books.js';
import { startHouse, type House } from '../support/house.js';
import { PushedClock } from '../support/pushed-clock.js';
import { checkout, openSession, pay, cardDrawer, until, type OpenedSession } from '../support/shopping.js';
import { operate, seeSession, seeTransaction } from '../support/till.js';

let house: House;
const clock = new PushedClock();
beforeAll(async () => {
  house = await startHouse({ acquirerTimeout_ms: 400, outside: { clock } });
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

const newCard = cardDrawer();

const typesOf = (events: readonly { type: string }[]): string[] => events.map(event => event.type);

async function untilTold(session: OpenedSession, event: string) {
  return until(
    () => seeTransaction(house, session),
    ({ events }) => typesOf(events).at(-1) === event,
  );
}

describe('an approval that comes after we stopped waiting', () => {
  test.each([{ kind: 'DELAY', delayMs: 900 }, { kind: 'ANSWER_AFTER_REVERSAL' }])(
    'changes no status and is reversed afresh: %j',
    async fault => {
      const session = await openSession(house);
      await order(house.bank, { ...fault, mti: '0100' });
      expect(await pay(house, session, newCard())).toMatchObject({ step: 'UNKNOWN' });
      const { status, events, messages, authorisation } = await untilTold(session, 'RELEASE_CONFIRMED');
      expect(status).toBe('REVERSED');
      // The late answer and that to the reversal come together: either may be written first.
      expect(typesOf(events).toSorted()).toEqual([
        'ANSWER_MISSING',
        'AUTHORISATION_REQUESTED',
        'LATE_APPROVAL',
        'RELEASE_CONFIRMED',
        'RELEASE_REQUESTED',
        'REVERSAL_CONFIRMED',
      ]);
      expect(messages.map(({ kind, responseCode }) => [kind, responseCode])).toEqual([
        ['AUTHORISATION', null],
        ['REVERSAL', '00'],
        ['REVERSAL', '00'],
      ]);
      expect(await heldAtBank(house, authorisation.rrn)).toBe(0n);
      expect(await checkout(house, session)).toMatchObject({ step: 'CARD', status: 'OPEN' });
    },
  );

  test('never touches the session that another card has paid meanwhile', async () => {
    const session = await openSession(house);
    await order(house.bank, { kind: 'DELAY', mti: '0100', delayMs: 1_800 });
    await pay(house, session, newCard());
    await atRest(house);
    expect(await pay(house, session, newCard())).toMatchObject({ step: 'TICKET', status: 'PAID' });
    const second = await seeTransaction(house, session);
    await until(
      () => seeSession(house, session),
      ({ transactions: [first] }) => typesOf(first?.events ?? []).at(-1) === 'RELEASE_CONFIRMED',
    );
    await atRest(house);
    expect(await checkout(house, session)).toMatchObject({ step: 'TICKET', status: 'PAID' });
    expect(await seeTransaction(house, session)).toEqual(second);
    expect(await heldAtBank(house, second.authorisation.rrn)).toBe(1050n);
  });

  test('a decline that comes late needs nothing', async () => {
    const session = await openSession(house);
    await order(house.bank, { kind: 'DELAY', mti: '0100', delayMs: 700 });
    await pay(house, session, newCard('51'));
    await atRest(house);
    await new Promise(resolve => setTimeout(resolve, 500));
    const { status, messages } = await seeTransaction(house, session);
    expect({ status, kinds: messages.map(({ kind }) => kind) }).toEqual({
      status: 'REVERSED',
      kinds: ['AUTHORISATION', 'REVERSAL'],
    });
  });
});

test('a reversal that overtakes its original keeps it from ever being approved', async () => {
  const session = await openSession(house);
  await order(house.bank, { kind: 'DROP_REQUEST', mti: '0100' });
  const number = newCard();
  await pay(house, session, number);
  await atRest(house);
  const { status, messages, authorisation } = await seeTransaction(house, session);
  expect({ status, codes: messages.map(({ responseCode }) => responseCode) }).toEqual({
    status: 'REVERSED',
    codes: [null, '25', '25'],
  });

  // The network delivers the original after all.
  const sql = house.server.app.deps.sql;
  const { transmitted_at: sent } = await sql
    .selectFrom('exchange')
    .select('transmitted_at')
    .where('stan', '=', authorisation.stan)
    .where('kind', '=', 'AUTHORISATION')
    .executeTakeFirstOrThrow();
  const field7 = sent.toISOString().replaceAll(/\D/g, '').slice(4, 14);
  const till = await Till.connect(house.bank.isoPort);
  const answer = await till.ask(originalOf(number, authorisation, field7));
  till.close();
  expect(answer).toMatchObject({ mti: '0110', fields: { 37: authorisation.rrn, 39: '12' } });
  expect(await heldAtBank(house, authorisation.rrn)).toBe(0n);
});

function originalOf(
  number: string,
  { stan, rrn, terminal }: { stan: string; rrn: string; terminal: string },
  at: string,
) {
  const fields = {
    2: number,
    3: '000000',
    4: '000000001050',
    7: at,
    11: stan,
    12: at.slice(4),
    13: at.slice(0, 4),
    14: '3012',
    18: '5942',
    22: '812',
    25: '59',
    32: '97300001',
    37: rrn,
    41: terminal,
    42: house.shop.acceptor.padEnd(15),
    43: 'Maison Lumiere           Lyon         FR',
    48: 'BR04VISAIN01S',
    49: '978',
  };
  return { mti: '0100', fields };
}

interface WorkItem {
  readonly kind: string;
  readonly closedAt: string | null;
}

const seeWork = async (): Promise<WorkItem[]> =>
  (await house.ask<{ workList: WorkItem[] }>('{ workList { kind transaction { id } } }')).data.workList;

/**
 * Waits until the first advice of a transaction was told so often, then lets the time pass until it is due again. The first: to a
 * reversal of what it never heard the bank answers "not found", and is asked once more.
 */
async function letFail(transactionId: string, times: number): Promise<void> {
  const sql = house.server.app.deps.sql;
  await until(
    () =>
      sql
        .selectFrom('exchange')
        .select(['attempts', 'leased_until'])
        .where('transaction_id', '=', transactionId)
        .where('kind', '<>', 'AUTHORISATION')
        .orderBy('created_at')
        .executeTakeFirstOrThrow(),
    ({ attempts, leased_until: lease }) => attempts === times && lease === null,
  );
  clock.push(61_000);
}

describe('a bank that is deaf', () => {
  test('to a reversal: after six tries a person hears of it, until the bank acknowledges', async () => {
    const session = await openSession(house, { expiresInSeconds: 86_400 });
    // To whatever it hears first: on a busy machine a line may take too long to open for an authorisation, which then is never asked.
    await order(house.bank, { kind: 'DEAF', forMs: 600_000 });
    await pay(house, session, newCard());
    const { id } = await seeTransaction(house, session);
    for (const times of [1, 2, 3, 4, 5]) await letFail(id, times);
    expect(await seeWork()).toEqual([]);
    await letFail(id, 6);
    expect(await seeWork()).toEqual([{ kind: 'UNKNOWN_OUTCOME', transaction: { id } }]);
    await control(house.bank, 'DELETE', '/faults');
    await letFail(id, 7);
    await atRest(house);
    expect(await seeTransaction(house, session)).toMatchObject({ status: 'REVERSED' });
    expect(await seeWork()).toEqual([]);
  });

  test('to a release: the cancellation is our fact at once, and the bank is told until it acknowledges', async () => {
    const session = await openSession(house);
    await pay(house, session, newCard());
    const { id, authorisation } = await seeTransaction(house, session);
    await order(house.bank, { kind: 'DEAF', forMs: 600_000, mti: '0420' });
    expect(await operate(house, 'cancelTransaction', id)).toMatchObject({ status: 'CANCELLED', outcome: 'UNPAID' });
    for (const times of [1, 2, 3, 4, 5, 6]) await letFail(id, times);
    expect(await seeWork()).toEqual([{ kind: 'RELEASE_UNACKNOWLEDGED', transaction: { id } }]);
    expect(await heldAtBank(house, authorisation.rrn)).toBe(1050n);
    await control(house.bank, 'DELETE', '/faults');
    await letFail(id, 7);
    await atRest(house);
    expect(await heldAtBank(house, authorisation.rrn)).toBe(0n);
    expect(await seeWork()).toEqual([]);
  });
});
