import { describe, expect, test } from '@jest/globals';
import { cardNumber } from '../../bank/grammar.js';
import { House, bookOf, control, order } from './house.js';
import { ResultDoor, areq, ares, ask, at, creq, fromBase64url, get, post } from './threeds.js';

const house = House.forEachTest();
const FRICTIONLESS = cardNumber('411111', '01', 7, '00');
const CHALLENGED = cardNumber('411111', '02', 7, '00');
const PREQ = {
  messageType: 'PReq',
  messageVersion: '2.2.0',
  threeDSServerTransID: '6f1a9a0e-3c1b-4a55-8b1c-0a0b0c0d0e0f',
};

type House3ds = { threedsPort: number; controlPort: number };

const raw = (bank: House3ds, path: string, message: unknown, signal?: AbortSignal) =>
  fetch(at(bank, path), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    ...(signal && { signal }),
  });

async function challenge(bank: House3ds) {
  const door = await ResultDoor.open();
  house().later(() => door.close());
  const answer = await ares(bank, areq(CHALLENGED, { threeDSServerURL: door.url }));
  const url = at(bank, `/acs/challenge/${answer['acsTransID']}`);
  return { door, url, open: () => post(url, { creq: creq(answer) }) };
}

const fired = async (bank: House3ds) =>
  (await control<{ faults: { fired: number }[] }>(bank, 'GET', '/faults')).body.faults.map(each => each.fired);

describe('the directory', () => {
  test('THREEDS_SILENT: never answers, and nothing is booked; the same question may be asked again', async () => {
    const bank = await house().bank();
    await order(bank, { kind: 'THREEDS_SILENT' });
    const gone = new AbortController();
    const message = areq(FRICTIONLESS);
    const asked = raw(bank, '/ds/areq', message, gone.signal);
    asked.catch(() => undefined);
    while ((await fired(bank))[0] === 0) await ask(bank, '/ds/preq', PREQ);
    expect((await bookOf(bank)).authentications).toEqual([]);
    expect(await ask(bank, '/ds/areq', message)).toMatchObject({ transStatus: 'Y' });
    gone.abort();
    await expect(asked).rejects.toThrow('aborted');
  });

  test('THREEDS_DELAY: booked, answered later', async () => {
    const bank = await house().bank();
    await order(bank, { kind: 'THREEDS_DELAY', delayMs: 300 });
    const late = ares(bank, areq(FRICTIONLESS)).then(() => 'late');
    let first = '';
    void late.then(which => (first ||= which));
    while ((await bookOf(bank)).authentications.length === 0) expect(first).toBe('');
    await ares(bank, areq(FRICTIONLESS)).then(() => (first ||= 'prompt'));
    expect(await late).toBe('late');
    expect(first).toBe('prompt');
  });

  test('THREEDS_ERRO: without effect', async () => {
    const bank = await house().bank();
    await order(bank, { kind: 'THREEDS_ERRO' });
    const message = areq(FRICTIONLESS);
    expect(await ask(bank, '/ds/areq', message)).toMatchObject({ messageType: 'Erro', errorCode: '405' });
    expect(await ask(bank, '/ds/areq', message)).toMatchObject({ messageType: 'ARes' });
  });

  test('THREEDS_GARBAGE and THREEDS_HTTP_500: booked, and yet no answer', async () => {
    const bank = await house().bank();
    await order(bank, { kind: 'THREEDS_GARBAGE' });
    const garbage = await raw(bank, '/ds/areq', areq(FRICTIONLESS));
    expect(garbage.status).toBe(200);
    await expect(garbage.json()).rejects.toThrow('JSON');
    await order(bank, { kind: 'THREEDS_HTTP_500' });
    expect((await raw(bank, '/ds/areq', areq(FRICTIONLESS))).status).toBe(500);
    expect((await bookOf(bank)).authentications).toMatchObject([{ transStatus: 'Y' }, { transStatus: 'Y' }]);
  });

  test('a PReq is befallen only when that is said', async () => {
    const bank = await house().bank();
    await order(bank, { kind: 'THREEDS_ERRO' });
    await order(bank, { kind: 'THREEDS_HTTP_500', message: 'preq' });
    expect((await raw(bank, '/ds/preq', PREQ)).status).toBe(500);
    expect(await ask(bank, '/ds/preq', PREQ)).toMatchObject({ messageType: 'PRes' });
    expect(await fired(bank)).toEqual([0, 1]);
  });

  test('only this card, only so often, only with this probability', async () => {
    const bank = await house().bank();
    await order(bank, { kind: 'THREEDS_ERRO', card: CHALLENGED, count: 2 });
    await order(bank, { kind: 'THREEDS_HTTP_500', probability: 0 });
    expect(await ask(bank, '/ds/areq', areq(FRICTIONLESS))).toMatchObject({ messageType: 'ARes' });
    for (const messageType of ['Erro', 'Erro', 'ARes'])
      expect(await ask(bank, '/ds/areq', areq(CHALLENGED))).toMatchObject({ messageType });
  });

  test('a message that is false uses no fault up', async () => {
    const bank = await house().bank();
    await order(bank, { kind: 'THREEDS_HTTP_500' });
    expect(await ask(bank, '/ds/areq', areq(FRICTIONLESS, { mcc: 'x' }))).toMatchObject({ errorCode: '203' });
    expect(await fired(bank)).toEqual([0]);
  });

  test('no authorisation is befallen', async () => {
    const bank = await house().bank();
    await order(bank, { kind: 'THREEDS_SILENT', count: 100 });
    const till = await house().till(bank);
    expect((await till.ask({ mti: '0800', fields: { 7: '0314101500', 11: '000001', 70: '301' } })).mti).toBe('0810');
    expect(await fired(bank)).toEqual([0]);
  });
});

describe('the issuer', () => {
  const yes = { transStatus: 'Y', authenticationValue: expect.any(String) };

  test('ACS_DOWN: 503 with a page that may be framed, and then the challenge as it was', async () => {
    const bank = await house().bank();
    const { url, open } = await challenge(bank);
    await order(bank, { kind: 'ACS_DOWN', count: 2 });
    const down = await open();
    expect(down.status).toBe(503);
    expect(down.text).toContain('Service unavailable');
    expect(down.headers.get('content-security-policy')).toContain('frame-ancestors http://127.0.0.1:3999;');
    expect((await get(url)).status).toBe(503);
    expect((await open()).text).toContain('One-time code');
  });

  test('RREQ_TWICE', async () => {
    const bank = await house().bank();
    const { door, url, open } = await challenge(bank);
    await open();
    await order(bank, { kind: 'RREQ_TWICE' });
    await post(url, { code: '1234' });
    expect(await door.until(2)).toMatchObject([yes, yes]);
  });

  test('RREQ_LATE: the browser is back before', async () => {
    const bank = await house().bank();
    const { door, url, open } = await challenge(bank);
    await open();
    await order(bank, { kind: 'RREQ_LATE', delayMs: 400 });
    expect((await post(url, { code: '1234' })).fields).toHaveProperty('cres');
    expect(door.heard).toEqual([]);
    expect(await door.until(1)).toMatchObject([yes]);
  });

  test('RREQ_NEVER', async () => {
    const bank = await house().bank();
    const { door, url, open } = await challenge(bank);
    await open();
    await order(bank, { kind: 'RREQ_NEVER', card: CHALLENGED });
    expect((await post(url, { code: '1234' })).fields).toHaveProperty('cres');
    expect(door.heard).toEqual([]);
    expect((await bookOf(bank)).authentications).toMatchObject([{ plan: 'NEVER', rreqs: [] }]);
  });

  test.each([
    ['1234', 'N', 'Y'],
    ['cancel', 'Y', 'N'],
  ])('RREQ_CONTRADICTS: after %s the RReq says %s and the CRes %s', async (what, rreq, cres) => {
    const bank = await house().bank();
    const { door, url, open } = await challenge(bank);
    await open();
    await order(bank, { kind: 'RREQ_CONTRADICTS' });
    const page = await post(url, what === 'cancel' ? { cancel: 'yes' } : { code: what });
    expect(fromBase64url(page.fields['cres'])).toMatchObject({ transStatus: cres });
    expect(door.heard).toMatchObject([{ transStatus: rreq }]);
  });
});

test.each([
  ['an MTI', { kind: 'THREEDS_SILENT', mti: '0100' }],
  ['a message it never befalls', { kind: 'RREQ_TWICE', message: 'areq' }],
  ['a message nobody knows', { kind: 'THREEDS_SILENT', message: 'ares' }],
  ['a delay for silence', { kind: 'THREEDS_SILENT', delayMs: 5 }],
  ['a message of the directory for the host', { kind: 'DROP_ANSWER', message: 'areq' }],
])('%s is refused', async (_what, fault) => {
  const { status, body } = await control(await house().bank(), 'POST', '/faults', fault);
  expect(status).toBe(400);
  expect(body).toMatchObject({ error: { code: 'FIELD_INVALID' } });
});
