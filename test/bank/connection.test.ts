import { describe, expect, test } from '@jest/globals';
import { House, bookOf } from './house.js';
import { authorisation } from './messages.js';
import { Till } from './till.js';
import { encode, frame } from './wire.js';

const house = House.forEachTest();
const network = (stan: string, code: string) => ({ mti: '0800', fields: { 7: '0314101500', 11: stan, 70: code } });

describe('sign-on, echo, sign-off', () => {
  test('each is answered on its connection', async () => {
    const till = await house().till(await house().bank(), false);
    for (const [stan, code] of [
      ['000001', '001'],
      ['000002', '301'],
      ['000003', '002'],
    ] as const)
      expect(await till.ask(network(stan, code))).toEqual({
        mti: '0810',
        fields: { 7: '0314101500', 11: stan, 39: '00', 70: code },
      });
  });

  test('before the sign-on and after the sign-off all else is answered with 58, and not remembered', async () => {
    const bank = await house().bank();
    const till = await house().till(bank, false);
    expect((await till.ask(authorisation(5, 10))).fields[39]).toBe('58');
    await till.ask(network('000001', '001'));
    expect((await till.ask(authorisation(5, 10))).fields[39]).toBe('00');
    await till.ask(network('000002', '002'));
    expect((await till.ask(authorisation(6, 10))).fields[39]).toBe('58');
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 10 }]);
  });

  test('two tills may sign on with the same STAN in the same second', async () => {
    const bank = await house().bank();
    const [one, two] = [await house().till(bank), await house().till(bank)];
    expect((await one.ask(authorisation(1, 10))).fields[39]).toBe('00');
    expect((await two.ask(authorisation(2, 10))).fields[39]).toBe('00');
  });

  test('another network code is answered with 40, a sign-on without one with 30', async () => {
    const till = await house().till(await house().bank(), false);
    expect((await till.ask(network('000001', '999'))).fields[39]).toBe('40');
    expect((await till.ask({ mti: '0800', fields: { 7: '0314101500', 11: '000002' } })).fields[39]).toBe('30');
  });
});

describe('frames', () => {
  test('many in one piece are all answered', async () => {
    const till = await house().till(await house().bank());
    const frames = Array.from({ length: 200 }, (_, index) => frame(encode(authorisation(index + 1, 1))));
    till.socket.write(Buffer.concat(frames));
    const answers = (await till.answers(201)).slice(1);
    expect(new Set(answers.map(answer => answer.fields[11])).size).toBe(200);
    expect(answers.every(answer => answer.fields[39] === '00')).toBe(true);
  });

  test('one in many pieces is read', async () => {
    const till = await house().till(await house().bank());
    for (const byte of frame(encode(authorisation(1, 1)))) {
      till.socket.write(Buffer.from([byte]));
      await new Promise(resolve => setImmediate(resolve));
    }
    expect((await till.answers(2))[1]?.fields[39]).toBe('00');
  });

  test.each([
    ['longer than 4 096 bytes', Buffer.from([0x10, 0x01])],
    ['shorter than an MTI and a bitmap', Buffer.from([0, 11])],
    ['of no bytes', Buffer.from([0, 0])],
    ['that announces 65 535 bytes', Buffer.from([255, 255])],
  ])('one %s ends the connection', async (_what, bytes) => {
    const till = await house().till(await house().bank());
    till.socket.write(bytes);
    await till.end();
  });

  test('one that begins and does not end in time ends the connection, one that ends does not', async () => {
    const bank = await house().bank({ frameTimeout_ms: 20 });
    const till = await house().till(bank);
    till.socket.write(Buffer.from([0]));
    await till.end();
    const patient = await house().till(bank);
    await new Promise(resolve => setTimeout(resolve, 60));
    expect((await patient.ask(authorisation(1, 1))).fields[39]).toBe('00');
  });
});

describe('hostile bytes', () => {
  test('garbage of every kind on many connections leaves the bank as it was', async () => {
    const bank = await house().bank();
    let seed = 20270314;
    const random = () => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;
    const tills = await Promise.all(Array.from({ length: 50 }, () => house().till(bank)));
    for (const till of tills) {
      const garbage = Buffer.from(Array.from({ length: 5_000 }, () => random() * 256));
      // Every other one announces a length that passes, so that the codec gets its share.
      if (tills.indexOf(till) % 2 === 0) garbage.writeUInt16BE(300);
      till.socket.end(garbage);
    }
    await Promise.all(tills.map(till => till.end()));
    const till = await house().till(bank);
    expect((await till.ask(authorisation(1, 1))).fields[39]).toBe('00');
    expect((await bookOf(bank)).authorisations).toHaveLength(1);
  });

  test('a till that asks and never reads is not read for ever either', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    till.socket.pause();
    const echo = frame(encode(network('000001', '301')));
    const flood = Buffer.concat(Array.from({ length: 1_000 }, () => echo));
    // Far more than the buffers of both sockets hold: the bank must stop reading, so that the write cannot finish.
    for (let sent = 0; sent < 400; sent += 1) till.socket.write(flood);
    let before = -1;
    for (let now = till.socket.writableLength; now !== before; now = till.socket.writableLength) {
      before = now;
      await new Promise(resolve => setTimeout(resolve, 300));
    }
    expect(before).toBeGreaterThan(0);
    expect((await bookOf(bank)).messages.in).toBeLessThan(400_000);
    const other = await house().till(bank);
    expect((await other.ask(authorisation(1, 1))).fields[39]).toBe('00');
  });

  test('a till that goes away in the middle of everything is not missed', async () => {
    const bank = await house().bank();
    const gone = await Till.connect(bank.isoPort);
    for (let stan = 1; stan <= 100; stan += 1) gone.send(authorisation(stan, 1));
    gone.socket.resetAndDestroy();
    const till = await house().till(bank);
    expect((await till.ask(authorisation(200, 1))).fields[39]).toBe('00');
  });
});
