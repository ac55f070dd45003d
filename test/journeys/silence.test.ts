import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { control, order } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { atRest, heldAtBank } from '../support/books.js';
import { startHouse, type House } from '../support/house.js';
import { checkout, openSession, pay, cardDrawer, until, type OpenedSession } from '../support/shopping.js';
import { advanceClock, seeSession, seeTransaction } from '../support/till.js';

let house: House;
beforeAll(async () => {
  house = await startHouse({ acquirerTimeout_ms: 400 });
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

const newCard = cardDrawer();

/** Whatever happened, it ends like this: reversed, nothing held, and the shopper may try again. */
async function expectReversedAndFree(session: OpenedSession): Promise<void> {
  await atRest(house);
  expect(await checkout(house, session)).toMatchObject({
    step: 'CARD',
    status: 'OPEN',
    attemptsLeft: 2,
    decline: null,
  });
  const { status, outcome, authorisation, events } = await seeTransaction(house, session);
  expect({ status, outcome }).toEqual({ status: 'REVERSED', outcome: 'UNPAID' });
  expect(events.map(event => event.type)).toEqual(['AUTHORISATION_REQUESTED', 'ANSWER_MISSING', 'REVERSAL_CONFIRMED']);
  expect(await heldAtBank(house, authorisation.rrn)).toBe(0n);
  expect(await pay(house, session, newCard())).toMatchObject({ step: 'TICKET', status: 'PAID' });
}

describe('an answer that never comes, or that is not to our question, is unknown, and reversed', () => {
  test.each([
    [{ kind: 'DROP_ANSWER' }, 'NO_ANSWER'],
    [{ kind: 'BYTE_BY_BYTE' }, 'NO_ANSWER'],
    [{ kind: 'WRONG_STAN' }, 'NO_ANSWER'],
    [{ kind: 'CHANGED_TERMINAL' }, 'NO_ANSWER'],
    [{ kind: 'CHANGED_AMOUNT' }, 'MISMATCH'],
    [{ kind: 'CHANGED_RRN' }, 'MISMATCH'],
    [{ kind: 'HUGE_LENGTH' }, 'BROKEN_LINE'],
    [{ kind: 'CLOSE_MID_FRAME' }, 'BROKEN_LINE'],
  ])('%j', async (fault, cause) => {
    const session = await openSession(house);
    await order(house.bank, { ...fault, mti: '0100' });
    expect((await pay(house, session, newCard())).status).not.toBe('PAID');
    await atRest(house);
    const { messages } = await seeTransaction(house, session);
    expect(messages).toMatchObject([
      { kind: 'AUTHORISATION', status: 'UNANSWERED', cause, attempts: 1 },
      { kind: 'REVERSAL', status: 'ANSWERED', responseCode: '00' },
    ]);
    await expectReversedAndFree(session);
  });

  test('bytes that mean nothing', async () => {
    const session = await openSession(house);
    await order(house.bank, { kind: 'GARBAGE', mti: '0100' });
    await pay(house, session, newCard());
    await expectReversedAndFree(session);
  });

  test('a request that never arrived: the bank says twice that it knows nothing, and is believed the second time', async () => {
    const session = await openSession(house);
    await order(house.bank, { kind: 'DROP_REQUEST', mti: '0100' });
    expect(await pay(house, session, newCard())).toMatchObject({ step: 'UNKNOWN', status: 'PROCESSING' });
    await atRest(house);
    const { messages } = await seeTransaction(house, session);
    expect(messages.map(({ kind, responseCode }) => [kind, responseCode])).toEqual([
      ['AUTHORISATION', null],
      ['REVERSAL', '25'],
      ['REVERSAL', '25'],
    ]);
    await expectReversedAndFree(session);
  });

  test.each(['REFUSE_CONNECTIONS', 'ACCEPT_AND_STAY_SILENT'])('a bank that cannot be reached: %s', async kind => {
    const session = await openSession(house);
    await order(house.bank, { kind, count: 1_000 });
    expect(await pay(house, session, newCard())).toMatchObject({ step: 'UNKNOWN', status: 'PROCESSING' });
    expect((await seeTransaction(house, session)).messages[0]?.cause).toMatch(/^(UNREACHABLE|BROKEN_LINE|NO_ANSWER)$/);
    await control(house.bank, 'DELETE', '/faults');
    await expectReversedAndFree(session);
  });
});

describe('what only looks like a fault', () => {
  test.each([
    { kind: 'CUT_FRAME', delayMs: 50 },
    { kind: 'BYTE_BY_BYTE', delayMs: 1 },
    { kind: 'MERGE_FRAMES', delayMs: 50 },
    { kind: 'ANSWER_TWICE' },
    { kind: 'DELAY', delayMs: 200 },
  ])('is an answer all the same: %j', async fault => {
    const session = await openSession(house);
    await order(house.bank, { ...fault, mti: '0100' });
    expect(await pay(house, session, newCard())).toMatchObject({ step: 'TICKET', status: 'PAID' });
    await atRest(house);
    const { status, messages, authorisation } = await seeTransaction(house, session);
    expect({ status, kinds: messages.map(({ kind }) => kind) }).toEqual({
      status: 'TO_CAPTURE',
      kinds: ['AUTHORISATION'],
    });
    expect(await heldAtBank(house, authorisation.rrn)).toBe(1050n);
  });
});

describe('while the outcome is unknown', () => {
  const cancel = 'mutation { cancelCheckout(input: {}) { __typename ... on Refusal { code retryable } } }';

  test('nobody can pay, cancel or extend, and no other session of the order can be paid', async () => {
    const session = await openSession(house);
    const other = await openSession(house, { orderId: session.orderId });
    await order(house.bank, { kind: 'DROP_ANSWER', mti: '0100' });
    await order(house.bank, { kind: 'DEAF', mti: '0420', forMs: 1_500 });
    expect(await pay(house, session, newCard())).toMatchObject({ step: 'UNKNOWN', status: 'PROCESSING' });

    expect(await pay(house, session, newCard())).toMatchObject({ code: 'IN_FLIGHT' });
    expect((await house.ask(cancel, {}, session.token)).data['cancelCheckout']).toEqual({
      __typename: 'Refusal',
      code: 'IN_FLIGHT',
      retryable: true,
    });
    expect(await pay(house, other, newCard())).toMatchObject({ code: 'ORDER_IN_PROGRESS' });
    const { status, outcome, possibleActions } = await seeTransaction(house, session);
    expect({ status, outcome }).toEqual({ status: 'UNKNOWN', outcome: 'PENDING' });
    expect(possibleActions.every(({ blockedBecause }) => blockedBecause !== null)).toBe(true);
    expect(possibleActions.find(({ action }) => action === 'CANCEL')?.blockedBecause).toMatch(/being reversed/);
    await expectReversedAndFree(session);
    expect(await pay(house, other, newCard())).toMatchObject({ code: 'ORDER_ALREADY_PAID' });
  });

  test('the session does not expire; it does once the bank has confirmed', async () => {
    const session = await openSession(house, { expiresInSeconds: 300 });
    await order(house.bank, { kind: 'DROP_ANSWER', mti: '0100' });
    await order(house.bank, { kind: 'DEAF', mti: '0420', forMs: 1_000 });
    await pay(house, session, newCard());
    await advanceClock(house, 301);
    expect(await seeSession(house, session)).toMatchObject({ status: 'PROCESSING' });
    await atRest(house);
    expect(await checkout(house, session)).toMatchObject({ step: 'ENDED', status: 'EXPIRED' });
    expect((await seeTransaction(house, session)).status).toBe('REVERSED');
  });

  test('the reversal is repeated as the same message until it is acknowledged', async () => {
    const session = await openSession(house);
    await order(house.bank, { kind: 'DROP_ANSWER', mti: '0100' });
    await order(house.bank, { kind: 'DROP_ANSWER', mti: '0420' });
    await pay(house, session, newCard());
    await until(
      () => seeTransaction(house, session),
      ({ status }) => status === 'REVERSED',
    );
    const { messages } = await seeTransaction(house, session);
    expect(messages[1]).toMatchObject({ kind: 'REVERSAL', status: 'ANSWERED', attempts: 2, responseCode: '00' });
    await expectReversedAndFree(session);
  });
});
