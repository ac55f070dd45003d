/**
 * Directory and issuer that misbehave on demand: what each fault of the sandbox leads to, for whichever card it befalls.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { control } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { expectWay, takeWay, type Taken } from './threeds-walk.js';
import { CHALLENGED, HEARD, PASSED, PROVEN, abandoned, paid, refused, type Way } from './threeds-way.js';

const nobodysWord = paid({ outcome: 'UNAVAILABLE' });

/** The same answer that another card gives by itself would prove nothing: those befall cards that would have done otherwise. */
const WAYS: readonly Way[] = [
  { threeds: '02', fault: { kind: 'THREEDS_SILENT' }, acts: [], end: nobodysWord },
  { threeds: '01', fault: { kind: 'THREEDS_DELAY', delayMs: 300 }, acts: [], end: paid(PROVEN) },
  { threeds: '04', fault: { kind: 'THREEDS_ERRO' }, acts: [], end: nobodysWord },
  { threeds: '01', fault: { kind: 'THREEDS_GARBAGE' }, acts: [], end: nobodysWord },
  { threeds: '01', fault: { kind: 'THREEDS_HTTP_500' }, acts: [], end: nobodysWord },
  {
    ...CHALLENGED,
    threeds: '02',
    fault: { kind: 'ACS_DOWN' },
    acts: ['FINDS_PAGE_DOWN', { minutes: 11 }],
    results: HEARD,
    end: abandoned('TIMED_OUT', { transStatus: 'N', reason: '14' }),
  },
  { ...PASSED, threeds: '02', fault: { kind: 'ACS_DOWN' }, acts: ['FINDS_PAGE_DOWN', 'RIGHT_CODE', 'RETURNS'] },
  { ...PASSED, threeds: '02', fault: { kind: 'RREQ_TWICE' }, results: ['RRes 01', 'RRes 01'] },
  { ...PASSED, threeds: '02', fault: { kind: 'RREQ_LATE', delayMs: 500 } },
  {
    ...PASSED,
    threeds: '02',
    fault: { kind: 'RREQ_NEVER' },
    acts: ['RIGHT_CODE', 'RETURNS', { minutes: 1 }],
    results: [],
    end: abandoned('TIMED_OUT'),
  },
  {
    ...PASSED,
    threeds: '02',
    fault: { kind: 'RREQ_CONTRADICTS' },
    end: refused('FAILED', { outcome: 'FAILED', transStatus: 'N', reason: '01', challenged: true }),
  },
  { ...PASSED, threeds: '02', fault: { kind: 'RREQ_CONTRADICTS' }, acts: ['WRONG_CODES', 'RETURNS'], cres: 'N' },
];

let house: House;
/** The directory's silence lasts ten seconds: they pass while the others are told. */
let silence: Promise<Taken>;

beforeAll(async () => {
  house = await startHouse({ threeds: true });
  silence = takeWay(house, WAYS[0] as Way, 0);
  silence.catch(() => undefined);
}, 90_000);
afterAll(() => house?.close());

test('every fault of directory and issuer that the bank publishes is met', async () => {
  const { body } = await control<{ kinds: Record<string, { stage: string }> }>(house.bank, 'GET', '/faults');
  const published = Object.entries(body.kinds).flatMap(([kind, { stage }]) => (stage === 'THREEDS' ? [kind] : []));
  expect(new Set(WAYS.map(({ fault }) => fault?.kind))).toEqual(new Set(published));
});

describe.each(WAYS.map((way, index) => [way.fault?.kind, way.acts.join(', '), way, index] as const))(
  '%s',
  (kind, acts, way, index) => {
    test(`befalls a card of behaviour ${way.threeds}: ${acts || 'nothing to be done'}`, async () => {
      expectWay(way, await (kind === 'THREEDS_SILENT' ? silence : takeWay(house, way, index)));
    });
  },
);

test('at the end the two books agree, and every journal refolds', () => expectAllInOrder(house));
