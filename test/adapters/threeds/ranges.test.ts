import { afterEach, expect, test } from '@jest/globals';
import { PRES } from './examples.js';
import { startRig } from './rig.js';
import { says } from './scripted-directory.js';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const DIRECTORY = { first: '2.1.0', last: '2.2.0' };
const [RANGE] = PRES.cardRangeData;

async function ask(answer: object, known: { readonly serial: string } | null = null) {
  const { authenticator, directory, log } = await startRig(stops, says(answer));
  return { answer: await authenticator.ranges(known), directory, log };
}

test('at first all ranges are asked for', async () => {
  const { answer, directory, log } = await ask(PRES);
  expect(directory.heard).toEqual([
    {
      path: '/ds/preq',
      headers: expect.anything(),
      message: {
        messageType: 'PReq',
        messageVersion: '2.2.0',
        threeDSServerTransID: expect.stringMatching(/^[\da-f-]{36}$/),
      },
    },
  ]);
  expect(answer).toEqual({
    kind: 'changed',
    serial: '42',
    directory: DIRECTORY,
    changes: [
      {
        action: 'SET',
        range: {
          low: '4970100000000000',
          high: '4970109999999999',
          versions: { first: '2.1.0', last: '2.2.0' },
          methodUrl: 'http://localhost:5002/acs/method/497010',
        },
      },
      {
        action: 'SET',
        range: {
          low: '378282000000000',
          high: '378282999999999',
          versions: { first: '2.1.0', last: '2.1.0' },
          methodUrl: null,
        },
      },
      { action: 'DELETE', low: '5131000000000000', high: '5131009999999999' },
    ],
  });
  expect(log.lines).toEqual([]);
});

test('later only what has changed', async () => {
  const { answer, directory } = await ask({ ...PRES, cardRangeData: undefined }, { serial: '42' });
  expect(directory.heard[0]?.message.serialNum).toBe('42');
  expect(answer).toEqual({ kind: 'unchanged', serial: '42', directory: DIRECTORY });
});

test('every question has a transaction id of its own', async () => {
  const { authenticator, directory } = await startRig(stops, says(PRES));
  await authenticator.ranges(null);
  await authenticator.ranges(null);
  expect(new Set(directory.heard.map(({ message }) => message.threeDSServerTransID)).size).toBe(2);
});

test.each<readonly [string, object]>([
  ['another transaction', { threeDSServerTransID: PRES.dsTransID }],
  ['another version', { messageVersion: '2.1.0' }],
  ['another message', { messageType: 'ARes' }],
])('an answer of %s is not ours', async (_, change) => {
  expect((await ask({ ...PRES, ...change })).answer).toMatchObject({ kind: 'unavailable', cause: 'MISMATCH' });
});

test.each<readonly [string, object]>([
  ['no serial', { serialNum: undefined }],
  ['a serial of 21 characters', { serialNum: '4'.repeat(21) }],
  ['no id of the directory', { dsTransID: undefined }],
  ['no first version', { dsStartProtocolVersion: undefined }],
  ['a last version that is none', { dsEndProtocolVersion: '2' }],
  ['no ranges, though we know none', { cardRangeData: undefined }],
  ['an empty list', { cardRangeData: [] }],
  ['an object for a list', { cardRangeData: { 0: RANGE } }],
  ['null for a list', { cardRangeData: null }],
  ['a range that is a text', { cardRangeData: [RANGE, '4970100000000000'] }],
  ['a range without its end', { cardRangeData: [{ ...RANGE, endRange: undefined }] }],
  ['a range with a number for an end', { cardRangeData: [{ ...RANGE, endRange: 4_970_109_999_999_999 }] }],
  ['a range of twelve digits', { cardRangeData: [{ ...RANGE, startRange: '497010000000', endRange: '497010999999' }] }],
  ['a range with ends of two lengths', { cardRangeData: [{ ...RANGE, endRange: '49701099999999999' }] }],
  ['a range that ends before it begins', { cardRangeData: [{ ...RANGE, endRange: '4970099999999999' }] }],
  ['a range without a version', { cardRangeData: [{ ...RANGE, acsStartProtocolVersion: undefined }] }],
  ['a range with an unknown action', { cardRangeData: [RANGE, { ...RANGE, actionInd: 'X' }] }],
  ['a method page that is no address', { cardRangeData: [{ ...RANGE, threeDSMethodURL: 'javascript:alert(1)' }] }],
  ['a method page that is no text', { cardRangeData: [{ ...RANGE, threeDSMethodURL: null }] }],
])('an answer with %s is taken as a whole for unreadable', async (_, change) => {
  expect((await ask({ ...PRES, ...change })).answer).toMatchObject({ kind: 'unavailable', cause: 'UNREADABLE' });
});

test('no ranges under another serial are not “unchanged”', async () => {
  const { answer } = await ask({ ...PRES, cardRangeData: undefined }, { serial: '41' });
  expect(answer).toMatchObject({ kind: 'unavailable', cause: 'UNREADABLE' });
});

test('a range without an action is added', async () => {
  const { answer } = await ask({ ...PRES, cardRangeData: [{ ...RANGE, actionInd: undefined }] });
  expect(answer).toMatchObject({ kind: 'changed', changes: [{ action: 'SET' }] });
});

test('Erro gives its code', async () => {
  const { answer, log } = await ask({ messageType: 'Erro', messageVersion: '2.2.0', errorCode: '307' });
  expect(answer).toMatchObject({ kind: 'unavailable', cause: 'ERROR', errorCode: '307' });
  expect(log.lines[0]).toMatch(/^warn threeds\.directory_unavailable .*"message":"PReq".*"errorCode":"307"/);
});
