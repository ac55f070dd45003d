/**
 * One line to a host that says nothing, too late, or something else. Time-outs are let expire by hand, once what
 * must come before them has come.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { AcquirerOptions } from '../../../server/adapters/acquirer/acquirer.js';
import type { Message } from '../../../server/adapters/acquirer/iso8583.js';
import { authorisation, capture, reversal, totals } from './examples.js';
import { startRig, unanswered, type OpenRig } from './rig.js';
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
const next = { ...authorisation, stan: '000050' };

/** The first message that the host has heard. */
function first({ host }: OpenRig): Message {
  const [message] = host.heard;
  if (!message) throw new Error('the host has heard nothing');
  return message;
}

/** Asks something else and has it answered: whatever came before on the line has been dealt with by then. */
async function answersNext({ acquirer, host }: OpenRig): Promise<void> {
  host.script = (request, line) => line.send(answerTo(request));
  expect(await acquirer.authorise(next)).toMatchObject({ kind: 'answered', responseCode: '00' });
}

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
    await answersNext(open);
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
    await answersNext(open);
  });
});

describe('late answers', () => {
  test('are told to the listener, and the authorisation stays unknown', async () => {
    const open = await start(silent);
    expect(await unanswered(open, authorisation)).toMatchObject({ cause: 'NO_ANSWER' });
    open.host.lines[0]?.send(answerTo(first(open)));
    expect(await open.lateAnswers(1)).toEqual([
      {
        stan: authorisation.stan,
        transmittedAt: authorisation.transmittedAt,
        terminal: authorisation.terminal,
        acceptor: authorisation.acceptor,
        rrn: authorisation.rrn,
        responseCode: '00',
        authorisationCode: 'A1B2C3',
        answer: expect.objectContaining({ 0: '0110', 37: authorisation.rrn, 39: '00' }),
      },
    ]);
  });

  test('are told once however often they come, and again when the host says something else', async () => {
    const open = await start(silent);
    await unanswered(open, authorisation);
    const declined = answerTo(first(open), { 38: null, 39: '51' });
    const approved = answerTo(first(open));
    open.host.lines[0]?.send(declined, declined, approved, approved, declined);
    await answersNext(open);
    expect(open.late.map(({ responseCode }) => responseCode)).toEqual(['51', '00']);
  });

  test('that do not fit are not told', async () => {
    const open = await start(silent);
    await unanswered(open, authorisation);
    for (const changes of [{ 4: '000000000001' }, { 37: '000000000000' }, { 41: 'T0000002' }, { 39: null }])
      open.host.lines[0]?.send(answerTo(first(open), changes));
    await answersNext(open);
    expect(open.late).toEqual([]);
  });

  test('also come in the very packet of an answer that did not fit', async () => {
    const open = await start((request, line) => line.send(answerTo(request, { 4: '000000000001' }), answerTo(request)));
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ cause: 'MISMATCH' });
    await answersNext(open);
    expect(open.late.map(({ responseCode }) => responseCode)).toEqual(['00']);
  });

  test('are heard on the next line too', async () => {
    const open = await start((_, line) => void line.socket.destroy());
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ cause: 'BROKEN_LINE' });
    open.host.script = (next, line) => line.send(answerTo(first(open)), answerTo(next));
    await open.acquirer.authorise(next);
    expect(open.late).toMatchObject([{ stan: '000042', responseCode: '00' }]);
  });

  test('a second answer to what was answered is not late', async () => {
    const open = await start((request, line) =>
      line.send(answerTo(request), answerTo(request), answerTo(request, { 39: '51' })),
    );
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ responseCode: '00' });
    await answersNext(open);
    expect(open.late).toEqual([]);
    expect(open.log.lines.join('\n')).toContain('acquirer.stray_answer');
  });

  test('a listener that throws does not harm the line', async () => {
    const open = await start(silent);
    open.acquirer.onLateAnswer(() => {
      throw new Error('the listener is broken');
    });
    await unanswered(open, authorisation);
    open.host.lines[0]?.send(answerTo(first(open)));
    await answersNext(open);
    expect(open.host.lines).toHaveLength(1);
    expect(open.log.lines.join('\n')).toContain('acquirer.late_answer_not_taken');
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
    const answer = await unanswered(open, authorisation, () => answersNext(open));
    expect(answer).toMatchObject({ kind: 'unknown', cause: 'NO_ANSWER' });
    expect(open.log.lines.join('\n')).toContain('acquirer.stray_answer');
  });

  test.each(['0100', '0101', '0130', '0230', '0430', '0810', '9999'])('%s is no answer to 0100', async mti => {
    const open = await start((request, line) => line.send({ ...answerTo(request), mti }));
    const answer = await unanswered(open, authorisation, () => answersNext(open));
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
    await answersNext(open);
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
