import { describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { FAULT_KINDS } from '../../bank/fault-kinds.js';
import { House, bookOf, control } from './house.js';
import { authorisation, capture } from './messages.js';

const house = House.forEachTest();

interface Refusal {
  readonly error: { readonly code: string; readonly message: string; readonly possible?: readonly string[] };
}

test('health, cards and the kinds of faults can be asked', async () => {
  const bank = await house().bank();
  expect(await control(bank, 'GET', '/health')).toEqual({ status: 200, body: { status: 'ok' } });
  const { body } = await control<{ ranges: { bin: string }[]; sips: unknown }>(bank, 'GET', '/cards');
  expect(body.ranges.slice(0, 7).map(range => range.bin)).toEqual(
    '497010 513100 411111 555555 400012 520012 378282'.split(' '),
  );
  expect(await control(bank, 'GET', '/faults')).toMatchObject({ body: { faults: [], kinds: FAULT_KINDS } });
});

test.each(Object.keys(FAULT_KINDS))('%s can be ordered with nothing but its name', async kind => {
  const bank = await house().bank();
  const { status, body } = await control(bank, 'POST', '/faults', { kind });
  expect(status).toBe(201);
  expect(body).toMatchObject({ id: 1, kind, count: 1, fired: 0, seed: expect.any(String) });
});

describe('bad input gets a 4xx and a reason', () => {
  test.each([
    ['no such path', 'GET', '/', undefined, 404, 'NOT_FOUND'],
    ['a query nobody asked for', 'GET', '/book?x=1', undefined, 404, 'NOT_FOUND'],
    ['a path that is a property of every object', 'GET', '/constructor', undefined, 404, 'NOT_FOUND'],
    ['a method that is not there', 'PUT', '/faults', {}, 405, 'METHOD_NOT_ALLOWED'],
    ['a book that would be deleted', 'DELETE', '/book', undefined, 405, 'METHOD_NOT_ALLOWED'],
    ['a list instead of an object', 'POST', '/faults', [], 400, 'NOT_AN_OBJECT'],
    ['null instead of an object', 'POST', '/clock', null, 400, 'NOT_AN_OBJECT'],
    ['no kind', 'POST', '/faults', {}, 400, 'FIELD_INVALID'],
    ['an unknown kind', 'POST', '/faults', { kind: 'EARTHQUAKE' }, 400, 'FIELD_INVALID'],
    ['a kind every object has', 'POST', '/faults', { kind: 'constructor' }, 400, 'FIELD_INVALID'],
    ['an unknown field', 'POST', '/faults', { kind: 'DELAY', delay: 5 }, 400, 'UNKNOWN_FIELD'],
    ['a field of another kind', 'POST', '/faults', { kind: 'DELAY', code: '05' }, 400, 'FIELD_INVALID'],
    ['a count of zero', 'POST', '/faults', { kind: 'DELAY', count: 0 }, 400, 'FIELD_INVALID'],
    ['half a count', 'POST', '/faults', { kind: 'DELAY', count: 1.5 }, 400, 'FIELD_INVALID'],
    ['a count in words', 'POST', '/faults', { kind: 'DELAY', count: '1' }, 400, 'FIELD_INVALID'],
    ['a probability above one', 'POST', '/faults', { kind: 'DELAY', probability: 1.1 }, 400, 'FIELD_INVALID'],
    ['a negative delay', 'POST', '/faults', { kind: 'DELAY', delayMs: -1 }, 400, 'FIELD_INVALID'],
    ['a delay of a day', 'POST', '/faults', { kind: 'DELAY', delayMs: 86_400_000 }, 400, 'FIELD_INVALID'],
    ['a code of three digits', 'POST', '/faults', { kind: 'CODE', code: '051' }, 400, 'FIELD_INVALID'],
    ['a card that is no number', 'POST', '/faults', { kind: 'CODE', card: '4111 1111' }, 400, 'FIELD_INVALID'],
    ['an MTI the bank does not take', 'POST', '/faults', { kind: 'CODE', mti: '0200' }, 400, 'FIELD_INVALID'],
    ['an MTI the kind cannot befall', 'POST', '/faults', { kind: 'REJECT_ITEM', mti: '0100' }, 400, 'FIELD_INVALID'],
    ['an MTI for a connection', 'POST', '/faults', { kind: 'REFUSE_CONNECTIONS', mti: '0100' }, 400, 'FIELD_INVALID'],
    ['a seed that is a list', 'POST', '/faults', { kind: 'DELAY', seed: [1] }, 400, 'FIELD_INVALID'],
    ['no acceptor', 'POST', '/clock', { offsetMs: 1 }, 400, 'FIELD_INVALID'],
    ['no offset', 'POST', '/clock', { acceptor: 'A' }, 400, 'FIELD_INVALID'],
    ['a negative offset', 'POST', '/clock', { acceptor: 'A', offsetMs: -1 }, 400, 'FIELD_INVALID'],
    ['an offset beyond all dates', 'POST', '/clock', { acceptor: 'A', offsetMs: 9e15 }, 400, 'FIELD_INVALID'],
    ['too long an acceptor', 'POST', '/clock', { acceptor: 'A'.repeat(16), offsetMs: 1 }, 400, 'FIELD_INVALID'],
    ['a clock and something else', 'POST', '/clock', { acceptor: 'A', offsetMs: 1, now: 2 }, 400, 'UNKNOWN_FIELD'],
  ])('%s', async (_what, method, path, body, status, code) => {
    const bank = await house().bank();
    const reply = await control<Refusal>(bank, method, path, body);
    expect(reply.status).toBe(status);
    expect(reply.body.error).toMatchObject({ code, message: expect.any(String) });
    expect(JSON.stringify(reply.body)).not.toMatch(/\bat .*\.[jt]s/);
    expect(await control(bank, 'GET', '/faults')).toMatchObject({ body: { faults: [] } });
    expect((await bookOf(bank)).clocks).toEqual({});
  });

  test('what is possible is said', async () => {
    const bank = await house().bank();
    const { body } = await control<Refusal>(bank, 'POST', '/faults', { kind: 'EARTHQUAKE' });
    expect(body.error.possible).toEqual(Object.keys(FAULT_KINDS));
  });

  test.each([
    ['text that is no JSON', { 'content-type': 'application/json' }, '{', 400, 'NOT_JSON'],
    ['nothing at all', { 'content-type': 'application/json' }, '', 400, 'NOT_JSON'],
    ['a form, as any page could send it', { 'content-type': 'text/plain' }, '{"kind":"DELAY"}', 415, 'NOT_JSON'],
    ['a prototype', { 'content-type': 'application/json' }, '{"__proto__":{"kind":"DELAY"}}', 400, 'UNKNOWN_FIELD'],
    ['more than 64 kB', { 'content-type': 'application/json' }, `"${'x'.repeat(70_000)}"`, 413, 'BODY_TOO_LARGE'],
  ])('%s', async (_what, headers, body, status, code) => {
    const bank = await house().bank();
    const response = await fetch(`http://127.0.0.1:${bank.controlPort}/faults`, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
  });

  test('what is no HTTP', async () => {
    const bank = await house().bank();
    const socket = connect(bank.controlPort, '127.0.0.1');
    house().later(() => socket.destroy());
    socket.write('\u0000\u0001 hello\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 .*"code":"NOT_HTTP"/s);
  });
});

const clock = (offsetMs: number) => ({ acceptor: 'SHOP00000000001', offsetMs });
const DAY_ms = 86_400_000;

describe('the clock of an acceptor', () => {
  test('moves forward only, and only its own', async () => {
    const bank = await house().bank();
    expect(await control(bank, 'POST', '/clock', clock(DAY_ms))).toEqual({
      status: 200,
      body: { acceptor: 'SHOP00000000001', offsetMs: DAY_ms, now: '2027-03-15T10:15:00.000Z' },
    });
    expect((await control(bank, 'POST', '/clock', clock(DAY_ms))).status).toBe(200);
    const back = await control<Refusal>(bank, 'POST', '/clock', clock(DAY_ms - 1));
    expect(back.status).toBe(409);
    expect(back.body.error.code).toBe('CLOCK_BACKWARDS');
    const till = await house().till(bank);
    expect((await till.ask(authorisation(1, 10, { 14: '2702' }))).fields[39]).toBe('54');
    await till.ask(authorisation(2, 10));
    await till.ask(authorisation(3, 10, { 42: 'SHOP00000000002' }));
    expect((await bookOf(bank)).authorisations.map(each => each['at'])).toEqual([
      '2027-03-15T10:15:00.000Z',
      '2027-03-15T10:15:00.000Z',
      '2027-03-14T10:15:00.000Z',
    ]);
  });

  test('decides whether a card has expired', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    expect((await till.ask(authorisation(1, 10, { 14: '2703' }))).fields[39]).toBe('00');
    await control(bank, 'POST', '/clock', clock(30 * DAY_ms));
    expect((await till.ask(authorisation(2, 10, { 14: '2703' }))).fields[39]).toBe('54');
    expect((await till.ask(authorisation(3, 10, { 14: '2703', 42: 'SHOP00000000002' }))).fields[39]).toBe('00');
  });

  test('lets holds lapse after thirty days', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await till.ask(authorisation(1, 10));
    await till.ask(authorisation(2, 20, { 42: 'SHOP00000000002' }));
    await till.ask(authorisation(3, 5));
    await till.ask(capture(4, 3, 5, '1'));
    await control(bank, 'POST', '/clock', clock(30 * DAY_ms - 1));
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 30 }]);
    await control(bank, 'POST', '/clock', clock(30 * DAY_ms));
    expect(await bookOf(bank)).toMatchObject({
      accounts: [{ held: 20 }],
      authorisations: [{ state: 'LAPSED', held: 0 }, { state: 'HELD' }, { state: 'CAPTURED' }],
    });
  });
});
