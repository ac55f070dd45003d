import { describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { House, bookOf, control, order } from './house.js';
import { authorisation, rrnOf } from './messages.js';
import { Till } from './till.js';
import { encode, frame } from './wire.js';

const house = House.forEachTest();

/** What the bank sent after the answer to the sign-on, piece by piece. */
function pieces(till: Till): Buffer[] {
  return till.chunks.slice(1);
}

/** What a bank of this seed says instead of an answer, in hexadecimal digits. */
async function garbage(seed: string): Promise<string> {
  const bank = await house().bank({ seed });
  await order(bank, { kind: 'GARBAGE', mti: '0800' });
  const socket = connect(bank.isoPort, '127.0.0.1');
  house().later(() => socket.destroy());
  socket.write(frame(encode({ mti: '0800', fields: { 7: '0314101500', 11: '000001', 70: '001' } })));
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  return bytes.toString('hex');
}

describe('the bytes of an answer', () => {
  test('cut: two pieces make one answer', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'CUT_FRAME' });
    expect((await till.ask(authorisation(1, 1))).fields[39]).toBe('00');
    expect(pieces(till)).toHaveLength(2);
  });

  test('cut: nothing comes between the pieces', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'CUT_FRAME', delayMs: 100 });
    till.send(authorisation(1, 1));
    till.send(authorisation(2, 1));
    expect((await till.answers(3)).map(answer => answer.fields[11])).toEqual(['999999', '000001', '000002']);
  });

  test('merged: two answers come in one piece', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'MERGE_FRAMES', delayMs: 60_000 });
    till.send(authorisation(1, 1));
    while ((await bookOf(bank)).authorisations.length === 0) await new Promise(resolve => setImmediate(resolve));
    till.send(authorisation(2, 1));
    expect((await till.answers(3)).map(answer => answer.fields[11])).toEqual(['999999', '000001', '000002']);
    expect(pieces(till)).toHaveLength(1);
  });

  test('merged: without a second answer the first goes alone', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'MERGE_FRAMES', delayMs: 20 });
    expect((await till.ask(authorisation(1, 1))).fields[39]).toBe('00');
  });

  test('one by one', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'BYTE_BY_BYTE', delayMs: 1 });
    expect((await till.ask(authorisation(1, 1))).fields[39]).toBe('00');
    expect(pieces(till).length).toBeGreaterThan(50);
  });

  test('garbage instead, the same for the same seed', async () => {
    const first = await garbage('a');
    expect(first).toHaveLength(128);
    expect(await garbage('a')).toBe(first);
    expect(await garbage('b')).not.toBe(first);
  });

  test('with a length of 65 535', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'HUGE_LENGTH' });
    till.send(authorisation(1, 1));
    await new Promise(resolve => till.socket.once('data', resolve));
    expect(pieces(till)[0]?.readUInt16BE()).toBe(65_535);
    expect(till.came).toHaveLength(1);
  });

  test('half of them, then the end of the connection; it was booked', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'CLOSE_MID_FRAME' });
    till.send(authorisation(1, 1));
    await till.end();
    const bytes = Buffer.concat(pieces(till));
    expect(bytes.length).toBeLessThan(2 + bytes.readUInt16BE());
    expect((await bookOf(bank)).authorisations).toMatchObject([{ rrn: rrnOf(1), state: 'HELD' }]);
  });
});

describe('connections', () => {
  test('refused: the open ones are cut, new ones too, until so many came', async () => {
    const bank = await house().bank();
    const open = await house().till(bank);
    await order(bank, { kind: 'REFUSE_CONNECTIONS', count: 2 });
    await open.end();
    for (let attempt = 0; attempt < 2; attempt += 1)
      await expect(Till.connect(bank.isoPort)).rejects.toThrow(/ended the connection|ECONNRESET/);
    const till = await house().till(bank);
    expect((await till.ask(authorisation(1, 1))).fields[39]).toBe('00');
  });

  test('refused by number until the faults are cleared', async () => {
    const bank = await house().bank();
    await order(bank, { kind: 'REFUSE_CONNECTIONS', count: 1_000_000 });
    await expect(Till.connect(bank.isoPort)).rejects.toThrow(/ended the connection|ECONNRESET/);
    await control(bank, 'DELETE', '/faults');
    await house().till(bank);
  });

  test('accepted and silent: nothing is answered, nothing is booked', async () => {
    const bank = await house().bank();
    await order(bank, { kind: 'ACCEPT_AND_STAY_SILENT' });
    const silent = await house().till(bank, false);
    silent.send({ mti: '0800', fields: { 7: '0314101500', 11: '000001', 70: '001' } });
    silent.send(authorisation(1, 1));
    const till = await house().till(bank);
    expect((await till.ask(authorisation(2, 1))).fields[39]).toBe('00');
    expect(silent.came).toEqual([]);
    expect(silent.closed).toBe(false);
    expect((await bookOf(bank)).authorisations).toHaveLength(1);
  });
});
