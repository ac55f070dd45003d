/**
 * One line to a host that says nothing, too late, or something else. Time-outs are let expire by hand, once what
 * must come before them has come.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { AcquirerOptions } from '../../../server/adapters/acquirer/acquirer.js';
import type { Message } from '../../../server/adapters/acquirer/iso8583.js';
import { authorisation, capture, reversal, totals } from './examples.js';
import { goesOn, startRig, unanswered, type OpenRig } from './rig.js';
import { answerTo, framed, type HostLine, type Script } from './scripted-host.js';

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function start(script?: Script, options?: Partial<AcquirerOptions>): Promise<OpenRig> {
  return startRig(stops, script, options);
}

const silent: Script = () => undefined;
const FOUR_STANS = ['000051', '000052', '000053', '000054'];

describe('silence', () => {
  test('an authorisation that nobody answers is unknown, and was sent once', async () => {
    const open = await start(silent);
    expect(await unanswered(open, authorisation)).toMatchObject({ kind: 'unknown', cause: 'NO_ANSWER', answer: null });
    expect(open.host.heard.map(({ mti }) => mti)).toEqual(['0100']);
  });

  test('an advice that nobody answers is unknown', async () => {
    const { acquirer, host, timeOut } = await start(silent);
    const asked = acquirer.advise(reversal);
    await host.until(() => host.heard.length === 1);
    timeOut();
    expect(await asked).toMatchObject({ kind: 'unknown', cause: 'NO_ANSWER' });
  });

  test('a line on which nothing comes is asked for an echo, and one that answers it is kept', async () => {
    const open = await start(silent);
    await unanswered(open, authorisation);
    await open.host.until(() => open.host.network.includes('301'));
    await goesOn(open);
    expect(open.host.lines).toHaveLength(1);
  });

  test('an idle line is asked for an echo', async () => {
    const { acquirer, host } = await start(undefined, { idle_ms: 20 });
    await acquirer.authorise(authorisation);
    await host.until(() => host.network.filter(code => code === '301').length >= 3);
    expect(host.lines).toHaveLength(1);
  });

  test('a line that does not answer the echo is ended, and another is opened', async () => {
    const open = await start(silent);
    const answerNetwork = open.host.networkScript;
    open.host.networkScript = (request, line) => {
      if (open.host.lines.length > 1 || request.fields.get(70) === '001') answerNetwork(request, line);
    };
    await unanswered(open, authorisation);
    await open.host.until(() => open.host.network.includes('301'));
    open.networkTimeOut();
    await open.host.until(() => open.host.lines.length >= 2);
    await goesOn(open);
  });
});

describe('answers that are not ours', () => {
  test.each([
    ['another processing code', { 3: '200000' }],
    ['another amount', { 4: '000000001051' }],
    ['no amount', { 4: null }],
    ['another acquirer', { 32: '99999' }],
    ['another RRN', { 37: '619521000043' }],
    ['no RRN', { 37: null }],
    ['another currency', { 49: '840' }],
    ['no currency', { 49: null }],
  ])('%s: MISMATCH', async (_, changes) => {
    const { acquirer } = await start((request, line) => line.send(answerTo(request, changes)));
    expect(await acquirer.authorise(authorisation)).toMatchObject({
      kind: 'unknown',
      cause: 'MISMATCH',
      answer: { 39: '00' },
    });
    const advice = await acquirer.advise(capture);
    expect(advice).toMatchObject({ kind: 'unknown', cause: 'MISMATCH' });
  });

  test('the totals of another currency: MISMATCH', async () => {
    const { acquirer } = await start((request, line) => line.send(answerTo(request, { 50: '840' })));
    expect(await acquirer.advise(totals)).toMatchObject({ kind: 'unknown', cause: 'MISMATCH' });
  });

  test.each([
    ['another STAN', { 11: '999999' }],
    ['another time', { 7: '0714223016' }],
    ['another terminal', { 41: 'T0000002' }],
    ['no terminal', { 41: null }],
    ['another acceptor', { 42: 'DEMO-SHOP-02' }],
    ['no acceptor', { 42: null }],
  ])('%s: nobody asked, and whoever asked is still waiting', async (_, changes) => {
    const open = await start((request, line) => line.send(answerTo(request, changes)));
    const answer = await unanswered(open, authorisation, () => goesOn(open));
    expect(answer).toMatchObject({ kind: 'unknown', cause: 'NO_ANSWER' });
    expect(open.log.lines.join('\n')).toContain('acquirer.stray_answer');
  });

  test.each(['0100', '0101', '0130', '0230', '0430', '0810', '9999'])('%s is no answer to 0100', async mti => {
    const open = await start((request, line) => line.send({ ...answerTo(request), mti }));
    const answer = await unanswered(open, authorisation, () => goesOn(open));
    expect(answer).toMatchObject({ kind: 'unknown', cause: 'NO_ANSWER' });
  });

  test.each([
    ['no response code', { 39: null }],
    ['a response code of one character', { 39: '0' }],
    ['broken tags', { 48: 'SR99M' }],
    ['a security code result of its own invention', { 48: 'SR01?' }],
  ])('%s: UNREADABLE', async (_, changes) => {
    const { acquirer } = await start((request, line) => line.send(answerTo(request, changes)));
    expect(await acquirer.authorise(authorisation)).toMatchObject({ kind: 'unknown', cause: 'UNREADABLE' });
  });

  test('an answer with a byte too many is unreadable, and the line goes on', async () => {
    const open = await start((request, line) => {
      const bytes = framed(answerTo(request));
      bytes.writeUInt16BE(bytes.length - 2 + 1, 0);
      line.raw(Buffer.concat([bytes, Buffer.from('X')]));
    });
    const answer = await open.acquirer.authorise(authorisation);
    expect(answer).toMatchObject({ cause: 'UNREADABLE', answer: { 39: '00' } });
    await goesOn(open);
    expect(open.host.lines).toHaveLength(1);
  });
});

describe('many at once', () => {
  test('answers in any order find their questions', async () => {
    const kept: { request: Message; line: HostLine }[] = [];
    const { acquirer } = await start((request, line) => {
      kept.push({ request, line });
      if (kept.length < 50) return;
      for (const { request, line } of kept.toReversed())
        line.send(answerTo(request, { 38: request.fields.get(11) ?? null }));
    });
    const stans = Array.from({ length: 50 }, (_, index) => String(index + 1).padStart(6, '0'));
    const answers = await Promise.all(stans.map(stan => acquirer.authorise({ ...authorisation, stan })));
    expect(answers.map(answer => answer.kind === 'answered' && answer.authorisationCode)).toEqual(stans);
  });

  test('are shared among the lines', async () => {
    const { acquirer, host } = await start(undefined, { lines: 2 });
    await acquirer.authorise(authorisation);
    await host.until(() => host.network.filter(code => code === '001').length === 2);
    const held: { request: Message; line: HostLine }[] = [];
    host.script = (request, line) => {
      held.push({ request, line });
      if (held.length === 4) for (const { request, line } of held) line.send(answerTo(request));
    };
    // Until the second line has heard that it is signed on, the first carries everything.
    do {
      held.length = 0;
      await Promise.all(FOUR_STANS.map(stan => acquirer.authorise({ ...authorisation, stan })));
    } while (new Set(held.map(({ line }) => line)).size < 2);
    expect(held.filter(({ line }) => line === held[0]?.line)).toHaveLength(2);
  });

  test('beyond the table they are not sent', async () => {
    const { acquirer, host, timeOut } = await start(silent, { most_pending: 3 });
    const asked = Promise.all(FOUR_STANS.map(stan => acquirer.authorise({ ...authorisation, stan })));
    await host.until(() => host.heard.length === 3);
    timeOut();
    expect((await asked).map(answer => answer.kind === 'unknown' && answer.cause)).toEqual([
      'NO_ANSWER',
      'NO_ANSWER',
      'NO_ANSWER',
      'UNREACHABLE',
    ]);
  });

  test('the same message twice at once is sent once', async () => {
    const { acquirer, host, timeOut } = await start(silent);
    const asked = Promise.all([acquirer.advise(reversal), acquirer.advise(reversal)]);
    await host.until(() => host.heard.length === 1);
    timeOut();
    expect((await asked).map(answer => answer.kind === 'unknown' && answer.cause)).toEqual([
      'NO_ANSWER',
      'UNREACHABLE',
    ]);
    expect(host.heard).toHaveLength(1);
  });
});
