/**
 * Answers to authorisations whose caller has stopped waiting.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Message } from '../../../server/adapters/acquirer/iso8583.js';
import { another, authorisation } from './examples.js';
import { goesOn, startRig, unanswered, type OpenRig } from './rig.js';
import { answerTo, type Script } from './scripted-host.js';

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function start(script?: Script): Promise<OpenRig> {
  return startRig(stops, script);
}

const silent: Script = () => undefined;

/** The first message that the host has heard. */
function first({ host }: OpenRig): Message {
  const [message] = host.heard;
  if (!message) throw new Error('the host has heard nothing');
  return message;
}

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
    await goesOn(open);
    expect(open.late.map(({ responseCode }) => responseCode)).toEqual(['51', '00']);
  });

  test('that do not fit are not told', async () => {
    const open = await start(silent);
    await unanswered(open, authorisation);
    for (const changes of [{ 4: '000000000001' }, { 37: '000000000000' }, { 41: 'T0000002' }, { 39: null }])
      open.host.lines[0]?.send(answerTo(first(open), changes));
    await goesOn(open);
    expect(open.late).toEqual([]);
  });

  test('also come in the very packet of an answer that did not fit', async () => {
    const open = await start((request, line) => line.send(answerTo(request, { 4: '000000000001' }), answerTo(request)));
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ cause: 'MISMATCH' });
    await goesOn(open);
    expect(open.late.map(({ responseCode }) => responseCode)).toEqual(['00']);
  });

  test('are heard on the next line too', async () => {
    const open = await start((_, line) => void line.socket.destroy());
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ cause: 'BROKEN_LINE' });
    open.host.script = (request, line) => line.send(answerTo(first(open)), answerTo(request));
    await open.acquirer.authorise(another);
    expect(open.late).toMatchObject([{ stan: '000042', responseCode: '00' }]);
  });

  test('a second answer to what was answered is not late', async () => {
    const open = await start((request, line) =>
      line.send(answerTo(request), answerTo(request), answerTo(request, { 39: '51' })),
    );
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ responseCode: '00' });
    await goesOn(open);
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
    await goesOn(open);
    expect(open.host.lines).toHaveLength(1);
    expect(open.log.lines.join('\n')).toContain('acquirer.late_answer_not_taken');
  });
});
