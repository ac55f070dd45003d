import { describe, expect, test } from '@jest/globals';
import { House, control, order } from './house.js';
import { authorisation, reversal } from './messages.js';

const house = House.forEachTest();
const ECHO = { mti: '0800', fields: { 7: '0314101500', 11: '777777', 70: '301' } };

/** How often each fault has fired, in the order of their coming. */
async function fired(bank: { controlPort: number }): Promise<number[]> {
  const { body } = await control<{ faults: { fired: number }[] }>(bank, 'GET', '/faults');
  return body.faults.map(fault => fault.fired);
}

/** A hundred authorisations in turn: x where a fault of this seed befell one. */
async function hundred(seed: string | number): Promise<string> {
  const bank = await house().bank();
  const till = await house().till(bank);
  await order(bank, { kind: 'CODE', code: '91', probability: 0.3, seed });
  let befallen = '';
  for (let stan = 1; stan <= 100; stan += 1)
    befallen += (await till.ask(authorisation(stan, 1))).fields[39] === '91' ? 'x' : '.';
  return befallen;
}

describe('which message a fault befalls', () => {
  test('the next so many, and no more', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'CODE', code: '91', count: 2 });
    const codes = [];
    for (let stan = 1; stan <= 4; stan += 1) codes.push((await till.ask(authorisation(stan, 1))).fields[39]);
    expect(codes).toEqual(['91', '91', '00', '00']);
    expect(await fired(bank)).toEqual([2]);
  });

  test('only those about one card, whose number is not shown again', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    const { body } = await control(bank, 'POST', '/faults', { kind: 'CODE', code: '91', card: '4111110000001003' });
    expect(body).toMatchObject({ id: 1, kind: 'CODE', card: '411111******1003', count: 1, fired: 0 });
    expect(JSON.stringify((await control(bank, 'GET', '/faults')).body)).not.toContain('4111110000001003');
    expect((await till.ask(authorisation(1, 1))).fields[39]).toBe('00');
    expect((await till.ask(authorisation(2, 1, { 2: '4111110000001003' }))).fields[39]).toBe('91');
  });

  test('only those of one MTI; a repeat has another', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'DROP_ANSWER', mti: '0421' });
    await till.ask(authorisation(1, 1));
    await till.ask(reversal(2, 1, 1));
    till.send(reversal(2, 1, 1, {}, '0421'));
    expect((await till.ask(reversal(3, 1, 1))).fields[11]).toBe('000003');
    expect(await fired(bank)).toEqual([1]);
  });

  test('never sign-on or echo, unless it is meant for them', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'DROP_REQUEST' });
    expect((await till.ask(ECHO)).fields[39]).toBe('00');
    await order(bank, { kind: 'CODE', code: '91', mti: '0800' });
    expect((await till.ask(ECHO)).fields[39]).toBe('91');
    expect(await fired(bank)).toEqual([0, 1]);
  });

  test('not one that was judged already, when it would change the judgement', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await till.ask(authorisation(1, 1));
    await till.ask(reversal(2, 1, 1));
    await order(bank, { kind: 'CODE' });
    expect((await till.ask(reversal(2, 1, 1, {}, '0421'))).fields[39]).toBe('00');
    expect(await fired(bank)).toEqual([0]);
    expect((await till.ask(reversal(3, 1, 1))).fields[39]).toBe('96');
  });

  test('at most one at a time, the earlier first', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'CODE', code: '91' });
    await order(bank, { kind: 'CODE', code: '92' });
    expect((await till.ask(authorisation(1, 1))).fields[39]).toBe('91');
    expect((await till.ask(authorisation(2, 1))).fields[39]).toBe('92');
    expect((await till.ask(authorisation(3, 1))).fields[39]).toBe('00');
  });

  test('by chance, the same chance for the same seed', async () => {
    const first = await hundred('7');
    expect(await hundred(7)).toBe(first);
    expect(await hundred('8')).not.toBe(first);
    expect(first.replaceAll('.', '').length).toBeGreaterThan(15);
    expect(first.replaceAll('.', '').length).toBeLessThan(50);
  });

  test('none any more once they are cleared', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'CODE', code: '91', count: 100 });
    expect(await control(bank, 'DELETE', '/faults')).toEqual({ status: 200, body: { cleared: 1 } });
    expect((await till.ask(authorisation(1, 1))).fields[39]).toBe('00');
    expect(await fired(bank)).toEqual([]);
  });
});
