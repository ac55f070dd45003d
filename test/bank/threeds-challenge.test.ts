import { describe, expect, test } from '@jest/globals';
import { cardNumber } from '../../bank/grammar.js';
import { House, bookOf, control } from './house.js';
import { ACCEPTOR } from './messages.js';
import {
  type Message,
  type Text,
  NOTIFICATION,
  ResultDoor,
  areq,
  ares,
  at,
  creq,
  fromBase64url,
  get,
  post,
} from './threeds.js';

const house = House.forEachTest();
const MINUTE_ms = 60_000;

const card = (behaviour: string, bin = '411111') => cardNumber(bin, behaviour, 7, '00');

/** Up to the page that asks for the code. */
async function begin(behaviour: string, more: Message = {}) {
  const bank = await house().bank();
  const door = await ResultDoor.open();
  house().later(() => door.close());
  const answer = await ares(bank, areq(card(behaviour), { threeDSServerURL: door.url, ...more }));
  const url = at(bank, `/acs/challenge/${answer['acsTransID']}`);
  const open = (form: Text = {}) => post(url, { creq: creq(answer), threeDSSessionData: 'c2Vzc2lvbg', ...form });
  return { bank, door, answer, url, open };
}

const advance = (bank: { controlPort: number }, offsetMs: number) =>
  control(bank, 'POST', '/clock', { acceptor: ACCEPTOR, offsetMs });

const cresOf = (page: { fields: Text }) => fromBase64url(page.fields['cres']);

test('the right code: the RReq tells it, then the browser is led back', async () => {
  const { door, answer, url, open } = await begin('02');
  expect((await open()).text).toContain('<label for="code">One-time code</label>');
  const page = await post(url, { code: '1234' });
  const { threeDSServerTransID, dsTransID, acsTransID } = answer;
  expect(door.heard).toEqual([
    {
      messageType: 'RReq',
      messageVersion: '2.2.0',
      messageCategory: '01',
      threeDSServerTransID,
      dsTransID,
      acsTransID,
      transStatus: 'Y',
      authenticationValue: expect.stringMatching(/^[\dA-Za-z+/]{27}=$/),
      eci: '05',
      interactionCounter: '01',
      authenticationType: '02',
    },
  ]);
  expect(page.text).toContain(`<form method="post" action="${NOTIFICATION}">`);
  expect(page.text).toContain('<button>Continue</button>');
  expect(page.fields['threeDSSessionData']).toBe('c2Vzc2lvbg');
  expect(cresOf(page)).toEqual({
    threeDSServerTransID,
    acsTransID,
    messageType: 'CRes',
    messageVersion: '2.2.0',
    challengeCompletionInd: 'Y',
    transStatus: 'Y',
  });
});

test('session data that did not come are not given back', async () => {
  const { answer, url } = await begin('02');
  await post(url, { creq: creq(answer) });
  expect((await post(url, { code: ' 1234 ' })).fields).toEqual({ cres: expect.any(String) });
});

test('the third wrong code ends it, and the right one comes too late', async () => {
  const { bank, door, url, open } = await begin('02');
  await open();
  expect((await post(url, { code: '0000' })).text).toContain('This code is wrong. 2 tries are left.');
  const second = await post(url, { code: '' });
  expect(second.text).toContain('This code is wrong. One try is left.');
  expect(second.text).toContain('<title>Error – Confirm your payment</title>');
  expect(door.heard).toEqual([]);
  expect(cresOf(await post(url, { code: '4321' }))).toMatchObject({ transStatus: 'N' });
  expect(cresOf(await post(url, { code: '1234' }))).toMatchObject({ transStatus: 'N' });
  expect(door.heard).toMatchObject([{ transStatus: 'N', transStatusReason: '19', interactionCounter: '03' }]);
  expect(door.heard[0]).not.toHaveProperty('authenticationValue');
  expect(door.heard[0]).not.toHaveProperty('challengeCancel');
  expect((await bookOf(bank)).authentications).toMatchObject([{ aresStatus: 'C', transStatus: 'N', failures: 3 }]);
});

test('a page that is looked at again costs no try', async () => {
  const { url, open } = await begin('02');
  await open();
  await post(url, { code: '0000' });
  for (let count = 0; count < 5; count += 1) expect((await get(url)).text).toContain('2 tries are left');
  expect(cresOf(await post(url, { code: '1234' }))).toMatchObject({ transStatus: 'Y' });
});

test('Cancel', async () => {
  const { door, url, open } = await begin('02');
  await open();
  expect(cresOf(await post(url, { cancel: 'yes', code: '1234' }))).toMatchObject({ transStatus: 'N' });
  expect(door.heard).toMatchObject([
    { transStatus: 'N', transStatusReason: '01', challengeCancel: '01', interactionCounter: '00' },
  ]);
});

describe('after ten minutes by the clock of the acceptor', () => {
  test('it is over, and the till is told without anybody asking', async () => {
    const { bank, door, url, open } = await begin('02');
    await open();
    await advance(bank, 10 * MINUTE_ms - 1);
    expect((await get(url)).text).toContain('One-time code');
    expect(door.heard).toEqual([]);
    await advance(bank, 10 * MINUTE_ms);
    expect(await door.until(1)).toMatchObject([{ transStatus: 'N', transStatusReason: '14', challengeCancel: '04' }]);
    expect(cresOf(await post(url, { code: '1234' }))).toMatchObject({ transStatus: 'N' });
    expect(cresOf(await open())).toMatchObject({ transStatus: 'N' });
    expect(door.heard).toHaveLength(1);
  });

  test('it is over when no browser ever came, which the RReq says', async () => {
    const { bank, door } = await begin('02');
    await advance(bank, 10 * MINUTE_ms);
    expect(await door.until(1)).toMatchObject([{ transStatus: 'N', challengeCancel: '05' }]);
  });

  test("another acceptor's clock changes nothing", async () => {
    const { bank, url, open } = await begin('02');
    await open();
    await control(bank, 'POST', '/clock', { acceptor: 'SHOP00000000002', offsetMs: 60 * MINUTE_ms });
    expect(cresOf(await post(url, { code: '1234' }))).toMatchObject({ transStatus: 'Y' });
  });

  test('the last moment counts as in time, the next does not', async () => {
    const { bank, url, open } = await begin('02');
    await open();
    await advance(bank, 10 * MINUTE_ms - 1);
    expect(cresOf(await post(url, { code: '1234' }))).toMatchObject({ transStatus: 'Y' });
  });
});

describe('what the card makes of the right code', () => {
  const yes = { transStatus: 'Y', authenticationValue: expect.any(String), eci: '05' };

  test.each<readonly [string, readonly object[], string]>([
    ['09', [{ transStatus: 'N', transStatusReason: '01' }], 'Y'],
    ['10', [yes, yes], 'Y'],
    ['16', [yes], 'N'],
    ['17', [], 'Y'],
    ['18', [{ transStatus: 'Y' }], 'Y'],
    ['60', [yes], 'Y'],
  ])('DD %s: RReq %j and CRes %s', async (behaviour, results, transStatus) => {
    const { door, url, open } = await begin(behaviour);
    await open();
    expect(cresOf(await post(url, { code: '1234' }))).toMatchObject({ transStatus });
    expect(await door.until(results.length)).toMatchObject(results);
    if (behaviour === '18') expect(door.heard[0]).not.toHaveProperty('authenticationValue');
    if (behaviour === '10') expect(door.heard[1]).toEqual(door.heard[0]);
  });

  test('DD 15: the RReq comes after the browser has returned', async () => {
    const { bank, door, url, open } = await begin('15');
    await open();
    expect(cresOf(await post(url, { code: '1234' }))).toMatchObject({ transStatus: 'Y' });
    expect(door.heard).toEqual([]);
    expect((await bookOf(bank)).authentications).toMatchObject([{ plan: 'LATE', rreqs: [] }]);
    expect(await door.until(1)).toMatchObject([yes]);
  });

  test('DD 08: the page never returns, whatever is pressed, and no RReq comes', async () => {
    const { bank, door, url, open } = await begin('08');
    expect((await open()).text).toContain('One-time code');
    for (const form of [{ code: '1234' }, { code: '0' }, { code: '0' }, { code: '0' }, { cancel: 'yes' }] as Text[]) {
      const page = await post(url, form);
      expect(page.text).toContain('Your bank is checking your answer.');
      expect(page.text).not.toContain('<form');
    }
    await advance(bank, 10 * MINUTE_ms);
    expect((await bookOf(bank)).authentications).toMatchObject([{ transStatus: 'N', plan: 'NEVER', rreqs: [] }]);
    expect(door.heard).toEqual([]);
  });
});

describe('a CReq that comes again', () => {
  test('shows the challenge where it stands', async () => {
    const { url, open } = await begin('02');
    await open();
    await post(url, { code: '0000' });
    expect((await open()).text).toContain('2 tries are left');
  });

  test('leads back when it has ended, with no second RReq', async () => {
    const { door, url, open } = await begin('02');
    await open();
    const first = await post(url, { code: '1234' });
    expect(cresOf(await open())).toEqual(cresOf(first));
    expect(cresOf(await get(url))).toEqual(cresOf(first));
    expect(door.heard).toHaveLength(1);
  });

  test('with other session data counts until the end, and not after it', async () => {
    const { url, open } = await begin('02');
    await open();
    await open({ threeDSSessionData: 'bmV3' });
    expect((await post(url, { code: '1234' })).fields['threeDSSessionData']).toBe('bmV3');
    expect((await open()).fields['threeDSSessionData']).toBe('bmV3');
  });

  test('and codes that come together are counted one by one', async () => {
    const { bank, door, url, open } = await begin('02');
    await open();
    const pages = await Promise.all(['1234', '1234', '0', '0', '0', '0'].map(code => post(url, { code })));
    expect(new Set(pages.map(page => cresOf(page)['transStatus']))).toHaveProperty('size', 1);
    expect(door.heard).toHaveLength(1);
    expect((await bookOf(bank)).authentications).toMatchObject([{ rreqs: [{ answer: 'RRes 01' }] }]);
  });
});
