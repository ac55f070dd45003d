/**
 * Servers that die, fall asleep and work side by side, as processes of their own. Recovery grants a silent process real time (the
 * acquirer's time-out and ten seconds), so what is long here is told at once.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { bookOf, order } from '../bank/house.js';
import { expectAllInOrder, secretsIn } from '../support/after-story.js';
import { heldAtBank } from '../support/books.js';
import { startHouse, type House } from '../support/house.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';
import { openSession, pay, cardDrawer, until, type OpenedSession } from '../support/shopping.js';
import { seeSession, seeTransaction } from '../support/till.js';

let house: House;
let killed: ServerProcess;
let asleep: ServerProcess;
let awake: ServerProcess;
beforeAll(async () => {
  // Only `awake` runs the timetable: what is recovered, it has recovered.
  house = await startHouse({ run: 'api', acquirerTimeout_ms: 1_000 });
  [killed, asleep, awake] = await Promise.all([
    startServerProcess(house, 'api'),
    startServerProcess(house, 'api'),
    startServerProcess(house, 'all'),
  ]);
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(async () => {
  await Promise.all([killed, asleep, awake].map(server => server?.kill()));
  await house?.close();
});

const newCard = cardDrawer();

interface Begun {
  readonly session: OpenedSession;
  readonly number: string;
  readonly key: { readonly idempotencyKey: string };
  readonly rrn: string;
  /** The answer, or that there will be none. */
  readonly answer: Promise<unknown>;
}

/** A payment at a server's door that the acquirer has been asked for, and that nobody has settled. */
async function begin(server: ServerProcess, fault: object, heard: boolean): Promise<Begun> {
  const session = await openSession(house);
  const number = newCard();
  const key = { idempotencyKey: randomUUID() };
  await order(house.bank, { ...fault, mti: '0100', card: number });
  const answer = pay(server.house, session, number, key).catch((error: unknown) => error);
  await until(
    () => seeSession(house, session),
    ({ status }) => status === 'PROCESSING',
  );
  const { authorisation, status } = await seeTransaction(house, session);
  expect(status).toBe('AUTHORISING');
  if (heard)
    await until(
      () => heldAtBank(house, authorisation.rrn),
      held => held === 1050n,
    );
  return { session, number, key, rrn: authorisation.rrn, answer };
}

const typesOf = (events: readonly { type: string }[]): string[] => events.map(event => event.type);

test('between claim and settle one process is killed and another falls asleep: both payments are reversed', async () => {
  const approved = await begin(killed, { kind: 'DELAY', delayMs: 60_000 }, true);
  const lost = await begin(killed, { kind: 'DROP_REQUEST' }, false);
  killed.signal('SIGKILL');
  expect(await killed.ended()).toBe('SIGKILL');
  const late = await begin(asleep, { kind: 'DELAY', delayMs: 500 }, true);
  asleep.signal('SIGSTOP');

  // Nobody settles for them before their time is over, and the key says so.
  for (const { session, number, key } of [approved, lost, late])
    expect(await pay(house, session, number, key)).toMatchObject({ code: 'IN_FLIGHT' });

  for (const { session, number, key, rrn } of [approved, lost, late]) {
    const { events } = await until(
      () => seeTransaction(house, session),
      ({ status }) => status === 'REVERSED',
      25_000,
    );
    expect(typesOf(events)).toEqual(['AUTHORISATION_REQUESTED', 'ANSWER_MISSING', 'REVERSAL_CONFIRMED']);
    expect(events[1]?.facts).toEqual({ cause: 'INTERRUPTED' });
    expect(await heldAtBank(house, rrn)).toBe(0n);
    expect(await pay(house, session, number, key)).toMatchObject({ step: 'CARD', status: 'OPEN', attemptsLeft: 2 });
  }

  // It wakes up with the bank's yes in its hands.
  asleep.signal('SIGCONT');
  const { status, events } = await until(
    () => seeTransaction(house, late.session),
    seen => typesOf(seen.events).at(-1) === 'RELEASE_CONFIRMED',
  );
  expect({ status, told: typesOf(events).slice(3) }).toEqual({
    status: 'REVERSED',
    told: ['LATE_APPROVAL', 'RELEASE_REQUESTED', 'RELEASE_CONFIRMED'],
  });
  expect(await heldAtBank(house, late.rrn)).toBe(0n);
  expect(await late.answer).toMatchObject({ step: 'CARD', status: 'OPEN' });
  expect(await pay(asleep.house, late.session, newCard())).toMatchObject({ step: 'TICKET', status: 'PAID' });
}, 90_000);

describe('two servers over one database', () => {
  test('never pay one order twice, never use a STAN twice, and reverse each unknown once', async () => {
    await order(house.bank, { kind: 'DROP_ANSWER', mti: '0100', probability: 0.25, seed: 'two servers' });
    const sessions = await Promise.all(Array.from({ length: 16 }, () => openSession(house)));
    const answers = await Promise.all(
      sessions.flatMap(session => [asleep, awake].map(server => pay(server.house, session, newCard()))),
    );
    for (const answer of answers)
      expect(answer.code ?? answer.step).toMatch(/^(TICKET|UNKNOWN|IN_FLIGHT|SESSION_PAID|CARD)$/);
    for (const session of sessions) {
      const { transactions } = await until(
        () => seeSession(house, session),
        ({ status }) => status !== 'PROCESSING',
      );
      expect(transactions.filter(({ outcome }) => outcome === 'ACCEPTED').length).toBeLessThanOrEqual(1);
      for (const { status, messages } of transactions) expect(messages.length).toBe(status === 'REVERSED' ? 2 : 1);
    }
    const { authorisations } = await bookOf(house.bank);
    const stans = authorisations.map(line => `${String(line['terminal'])} ${String(line['stan'])}`);
    expect(new Set(stans).size).toBe(stans.length);
    const unknown = answers.filter(({ step }) => step === 'UNKNOWN');
    expect(unknown.length).toBeGreaterThan(0);
  });
});

test('told to stop, a server finishes what is under way and takes nothing new', async () => {
  const begun = await begin(asleep, { kind: 'DELAY', delayMs: 700 }, true);
  asleep.signal('SIGTERM');
  expect(await begun.answer).toMatchObject({ step: 'TICKET', status: 'PAID' });
  expect(await asleep.ended()).toBe(0);
  await expect(pay(asleep.house, begun.session, newCard())).rejects.toThrow();
}, 90_000);

test('none of them has written a card number or a security code', () => {
  for (const server of [killed, asleep, awake]) {
    expect(server.said()).toMatch(/listening/);
    expect(secretsIn(server.said())).toEqual([]);
    expect(server.said()).not.toMatch(/"level":"error"/);
  }
});
