import { describe, expect, test } from '@jest/globals';
import { cardNumber } from '../../bank/grammar.js';
import { RANGES } from '../../bank/ranges.js';
import { House, bookOf } from './house.js';
import { areq, ares, ask, at } from './threeds.js';

const house = House.forEachTest();
const ID = '6f1a9a0e-3c1b-4a55-8b1c-0a0b0c0d0e0f';
const UUID = expect.stringMatching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/);

const card = (behaviour: string, bin = '411111') => cardNumber(bin, behaviour, 7, '00');
const preq = (more = {}) => ({ messageType: 'PReq', messageVersion: '2.2.0', threeDSServerTransID: ID, ...more });

interface Pres {
  readonly serialNum: string;
  readonly cardRangeData?: readonly { startRange: string; endRange: string; threeDSMethodURL?: string }[];
}

describe('a PReq', () => {
  test('is told all ranges that are in 3-D Secure, and where the method is', async () => {
    const bank = await house().bank();
    const answer = await ask(bank, '/ds/preq', preq());
    expect(answer).toMatchObject({
      messageType: 'PRes',
      messageVersion: '2.2.0',
      threeDSServerTransID: ID,
      dsTransID: UUID,
      dsStartProtocolVersion: '2.1.0',
      dsEndProtocolVersion: '2.2.0',
    });
    const { cardRangeData = [] } = answer as unknown as Pres;
    const within = (number: string) =>
      cardRangeData.filter(
        ({ startRange, endRange }) => number.length === startRange.length && number >= startRange && number <= endRange,
      );
    for (const { bin, enrolled } of RANGES) {
      expect(within(card('00', bin))).toEqual([]);
      for (const behaviour of ['01', '10', '12', '99'])
        expect(within(card(behaviour, bin)).map(each => each.threeDSMethodURL)).toEqual(enrolled ? [undefined] : []);
      const method = `http://localhost:${bank.threedsPort}/acs/method`;
      expect(within(card('11', bin)).map(each => each.threeDSMethodURL)).toEqual(enrolled ? [method] : []);
    }
    expect(cardRangeData[0]).toMatchObject({
      actionInd: 'A',
      acsStartProtocolVersion: '2.1.0',
      acsEndProtocolVersion: '2.2.0',
      acsInfoInd: ['01', '02'],
    });
  });

  test('that has the newest ranges already is told none, and another all', async () => {
    const bank = await house().bank();
    const { serialNum } = (await ask(bank, '/ds/preq', preq())) as unknown as Pres;
    const again = await ask(bank, '/ds/preq', preq({ serialNum }));
    expect(again).toMatchObject({ messageType: 'PRes', serialNum });
    expect(again).not.toHaveProperty('cardRangeData');
    expect(await ask(bank, '/ds/preq', preq({ serialNum: 'older' }))).toHaveProperty('cardRangeData');
  });
});

describe('the card says what the directory answers', () => {
  const proof = { authenticationValue: expect.stringMatching(/^[\dA-Za-z+/]{27}=$/) };

  test.each([
    ['01', 'Y', { ...proof, eci: '05' }],
    ['03', 'A', { ...proof, eci: '06' }],
    ['04', 'N', { transStatusReason: '01' }],
    ['05', 'U', { transStatusReason: '22' }],
    ['06', 'R', { transStatusReason: '11' }],
    ['12', 'I', {}],
  ])('DD %s: %s', async (behaviour, transStatus, more) => {
    const bank = await house().bank();
    const message = areq(card(behaviour));
    expect(await ask(bank, '/ds/areq', message)).toEqual({
      messageType: 'ARes',
      messageVersion: '2.2.0',
      threeDSServerTransID: message['threeDSServerTransID'],
      dsTransID: UUID,
      acsTransID: UUID,
      dsReferenceNumber: expect.any(String),
      acsReferenceNumber: expect.any(String),
      acsOperatorID: expect.any(String),
      transStatus,
      ...more,
    });
  });

  test.each('02 08 09 10 15 16 17 18 50 99'.split(' '))('DD %s: a challenge', async behaviour => {
    const bank = await house().bank();
    const answer = await ask(bank, '/ds/areq', areq(card(behaviour), { messageVersion: '2.1.0' }));
    expect(answer).toMatchObject({
      messageVersion: '2.1.0',
      transStatus: 'C',
      acsChallengeMandated: 'Y',
      authenticationType: '02',
      acsURL: `http://localhost:${bank.threedsPort}/acs/challenge/${answer['acsTransID']}`,
    });
    expect(answer).not.toHaveProperty('authenticationValue');
  });

  test.each([
    ['Y', 'Y'],
    ['N', 'C'],
    ['U', 'C'],
  ])('DD 11: threeDSCompInd %s gets %s', async (threeDSCompInd, transStatus) => {
    expect(await ares(await house().bank(), areq(card('11'), { threeDSCompInd }))).toMatchObject({ transStatus });
  });

  test('DD 13: Erro', async () => {
    const message = areq(card('13'));
    expect(await ask(await house().bank(), '/ds/areq', message)).toMatchObject({
      messageType: 'Erro',
      errorCode: '405',
      errorComponent: 'D',
      errorMessageType: 'AReq',
      threeDSServerTransID: message['threeDSServerTransID'],
    });
  });

  test('DD 14: a convincing answer to somebody else, of which nothing is booked', async () => {
    const bank = await house().bank();
    const message = areq(card('14'));
    const answer = await ares(bank, message);
    expect(answer).toMatchObject({ transStatus: 'Y', threeDSServerTransID: UUID, ...proof });
    expect(answer['threeDSServerTransID']).not.toBe(message['threeDSServerTransID']);
    expect((await bookOf(bank)).authentications).toEqual([]);
  });

  test('DD 07: nothing, while others are answered', async () => {
    const bank = await house().bank();
    const gone = new AbortController();
    let answered = false;
    const asked = fetch(at(bank, '/ds/areq'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(areq(card('07'))),
      signal: gone.signal,
    }).then(() => (answered = true));
    asked.catch(() => undefined);
    for (let count = 0; count < 20; count += 1) await ares(bank, areq(card('01')));
    expect(answered).toBe(false);
    gone.abort();
    await expect(asked).rejects.toThrow('aborted');
  });

  test.each([
    ['DD 00', card('00'), '13'],
    ['a range that is not enrolled', card('02', '400012'), '13'],
    ["SIPS's own card", '4100000200000000', '13'],
    ['a number that fails the Luhn check', '4111110200000000', '08'],
    ['a number nobody issued', '9999990200000007', '08'],
  ])('%s is not authenticated', async (_what, number, transStatusReason) => {
    const answer = await ares(await house().bank(), areq(number));
    expect(answer).toMatchObject({ transStatus: 'U', transStatusReason });
    expect(answer).not.toHaveProperty('eci');
  });

  test.each([
    ['411111', '05', '06'],
    ['497010', '05', '06'],
    ['581710', '05', '06'],
    ['378282', '05', '06'],
    ['513100', '02', '01'],
    ['555555', '02', '01'],
    ['675910', '02', '01'],
  ])('%s has ECI %s for Y and %s for A', async (bin, y, a) => {
    const bank = await house().bank();
    expect(await ares(bank, areq(card('01', bin)))).toMatchObject({ eci: y });
    expect(await ares(bank, areq(card('03', bin)))).toMatchObject({ eci: a });
  });
});
