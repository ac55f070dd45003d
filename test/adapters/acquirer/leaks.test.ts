/**
 * Nothing that is shown or logged may carry what must stay secret, whatever the host does with it.
 */
import { afterEach, expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { mask } from '../../../server/adapters/acquirer/mask.js';
import { Secret } from '../../../server/core/secret.js';
import { authorisation, capture, CARD_NUMBER, CAVV, refund, reversal } from './examples.js';
import { startRig, unanswered } from './rig.js';
import { answerTo } from './scripted-host.js';

/** A security code that occurs in nothing else, so that it can be searched for: four digits, as on American Express. */
const SECURITY_CODE = '8264';
const marked = { ...authorisation, securityCode: new Secret(SECURITY_CODE) };
const EXPIRY = '2803';
const MARKERS = [CARD_NUMBER, SECURITY_CODE, CAVV, EXPIRY];
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function expectNoMarker(...shown: readonly unknown[]): void {
  const text = inspect(shown, { depth: null, maxStringLength: null, maxArrayLength: null });
  for (const marker of MARKERS) expect(text).not.toContain(marker);
}

test('what is kept of a message is cut by the rule of each field', async () => {
  const { acquirer } = await startRig(stops);
  const { request, answer } = (await acquirer.authorise(marked)) as { request: object; answer: object };
  expect(request).toEqual({
    0: '0100',
    2: '497010******0005',
    3: '000000',
    4: '000000001050',
    7: '0714223015',
    11: '000042',
    12: '003015',
    13: '0715',
    18: '5732',
    22: '812',
    25: '59',
    32: '12345',
    37: '619521000042',
    41: 'T0000001',
    42: 'DEMO-SHOP-01',
    43: 'Cafe Electron            Saint-EtienneFR',
    48: 'EC0205DT366f1a9a0e-3c1b-4a55-8b1c-0a0b0c0d0e0fBR02CBIN01S',
    49: '978',
  });
  expect(answer).toMatchObject({ 0: '0110', 39: '00', 48: 'ST05AB123SR01M' });
});

test.each([4, 11, 12, 13, 16, 19])('of a number of %i digits at most the first six and last four are shown', length => {
  const digits = '4970100100000005123'.slice(0, length);
  const shown = mask({ mti: '0110', fields: new Map([[2, digits]]) })[2] ?? '';
  expect(shown).toHaveLength(length);
  expect(shown.replaceAll('*', '').length).toBeLessThanOrEqual(length < 12 ? 0 : 10);
});

test('no outcome of any request shows a secret', async () => {
  const open = await startRig(stops);
  const { acquirer, host, log, late } = open;
  const outcomes: unknown[] = [await acquirer.authorise(marked)];
  for (const advice of [reversal, capture, refund]) outcomes.push(await acquirer.advise(advice));
  host.script = () => undefined;
  outcomes.push(await unanswered(open, marked));
  host.script = (_, line) => void line.socket.destroy();
  outcomes.push(await acquirer.authorise(marked));
  await host.stop();
  outcomes.push(await acquirer.authorise(marked));
  expectNoMarker(outcomes, late, log.lines);
});

test('a host that sends everything back, in every field that will hold it, gets nothing into our books', async () => {
  const everywhere = {
    2: CARD_NUMBER,
    14: EXPIRY,
    43: `${CARD_NUMBER} ${CARD_NUMBER}`,
    48: `SC04${SECURITY_CODE}CV28${CAVV}ST16${CARD_NUMBER}`,
    86: CARD_NUMBER,
    90: `${CARD_NUMBER}${CARD_NUMBER}0000000000`,
    95: `00${CARD_NUMBER}000000000000000000000000`,
  };
  const outcomes: unknown[] = [];
  const { acquirer, host, log } = await startRig(stops, (request, line) => line.send(answerTo(request, everywhere)));
  const answered = await acquirer.authorise(marked);
  expect(answered).toMatchObject({ kind: 'answered', schemeTransactionId: null });
  outcomes.push(answered, await acquirer.advise(capture));
  host.script = (request, line) => line.send(answerTo(request, { ...everywhere, 4: '000000000001' }));
  outcomes.push(await acquirer.authorise(marked));
  host.script = (request, line) =>
    line.send(answerTo(request, { ...everywhere, 11: '777777', 41: CARD_NUMBER.slice(8) }));
  outcomes.push(acquirer.authorise({ ...marked, stan: '000050' }));
  await host.until(() => host.heard.length === 4);
  await acquirer.close();
  expectNoMarker(await Promise.all(outcomes), log.lines);
});

test('a message that cannot be written is refused without its values', async () => {
  const { acquirer, host } = await startRig(stops);
  const wrong = { ...marked, cardNumber: new Secret(`${CARD_NUMBER}X`) };
  const error: unknown = await acquirer.authorise(wrong).catch((error: unknown) => error);
  expect(error).toMatchObject({ name: 'EncodeError', code: 'CONTENT', field: 2 });
  expectNoMarker(error);
  const tooLong = { ...marked, securityCode: new Secret(`${SECURITY_CODE}5`) };
  const tagError: unknown = await acquirer.authorise(tooLong).catch((error: unknown) => error);
  expect(tagError).toMatchObject({ name: 'TagError', tag: 'SC' });
  expectNoMarker(tagError);
  expect(host.heard).toEqual([]);
});
