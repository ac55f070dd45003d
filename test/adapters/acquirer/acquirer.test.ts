import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { authorisation, capture, refund, reversal, totals } from './examples.js';
import { rig, type Rig } from './rig.js';
import { answerTo, ScriptedHost } from './scripted-host.js';

let host: ScriptedHost;
let open: Rig;

beforeEach(async () => {
  host = await ScriptedHost.start();
  open = rig(host.port);
});

afterEach(async () => {
  await open.acquirer.close();
  await host.stop();
});

describe('what is asked and answered', () => {
  test('an approval carries its code, the scheme reference and the result of the security code', async () => {
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({
      kind: 'answered',
      responseCode: '00',
      authorisationCode: 'A1B2C3',
      schemeTransactionId: 'AB123',
      securityCodeResult: 'M',
    });
  });

  test('a decline is an answer, whatever its code', async () => {
    for (const code of ['51', '05', 'A1', '1A', '96', 'Z9']) {
      host.script = (request, line) => line.send(answerTo(request, { 38: null, 39: code, 48: null }));
      expect(await open.acquirer.authorise(authorisation)).toMatchObject({
        kind: 'answered',
        responseCode: code,
        authorisationCode: null,
        schemeTransactionId: null,
        securityCodeResult: null,
      });
    }
  });

  test('an advice is sent once, and as a repeat under the MTI of repeats', async () => {
    for (const advice of [reversal, capture, refund, totals]) {
      expect(await open.acquirer.advise(advice)).toMatchObject({ kind: 'answered', responseCode: '00' });
      expect(await open.acquirer.advise({ ...advice, repeat: true })).toMatchObject({ kind: 'answered' });
    }
    expect(host.heard.map(({ mti }) => mti)).toEqual(['0420', '0421', '0220', '0221', '0220', '0221', '0500', '0501']);
  });

  test('a repeat is the same message under another MTI', async () => {
    await open.acquirer.advise(reversal);
    await open.acquirer.advise({ ...reversal, repeat: true });
    expect(host.heard[1]?.fields).toEqual(host.heard[0]?.fields);
  });

  test('the totals of the bank come back as numbers', async () => {
    host.script = (request, line) => line.send(answerTo(request, { 39: '95', 66: '2', 88: '0000000000001049' }));
    expect(await open.acquirer.advise(totals)).toMatchObject({
      responseCode: '95',
      bankTotals: { debits: 1049n, credits: 50n, debitCount: 1, creditCount: 1 },
    });
  });

  test('the line signs on before it asks anything, and signs off before it closes', async () => {
    await open.acquirer.authorise(authorisation);
    await open.acquirer.close();
    expect(host.network).toEqual(['001', '002']);
  });
});
