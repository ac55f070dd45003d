/**
 * Lines that break, stall, flood or talk nonsense.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { AcquirerOptions } from '../../../server/adapters/acquirer/acquirer.js';
import { authorisation } from './examples.js';
import { goesOn, startRig, type OpenRig } from './rig.js';
import { answerTo, framed, type Script } from './scripted-host.js';

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function start(script?: Script, options?: Partial<AcquirerOptions>): Promise<OpenRig> {
  return startRig(stops, script, options);
}

const BROKEN = { kind: 'unknown', cause: 'BROKEN_LINE', answer: null };

describe('a line that breaks', () => {
  test.each([
    ['before a byte of the answer', 0],
    ['after the first', 1],
    ['after the length', 2],
    ['in the middle', 40],
    ['before the last', -1],
  ])('%s', async (_, length) => {
    const open = await start((request, line) => line.socket.end(framed(answerTo(request)).subarray(0, length)));
    expect(await open.acquirer.authorise(authorisation)).toMatchObject(BROKEN);
    await goesOn(open);
    expect(open.host.lines.length).toBeGreaterThan(1);
  });

  test('by reset', async () => {
    const open = await start((_, line) => void line.socket.resetAndDestroy());
    expect(await open.acquirer.authorise(authorisation)).toMatchObject(BROKEN);
    await goesOn(open);
  });

  test('takes everything with it that was under way', async () => {
    const open = await start((_, line) => open.host.heard.length === 5 && void line.socket.destroy());
    const stans = ['000051', '000052', '000053', '000054', '000055'];
    const answers = await Promise.all(stans.map(stan => open.acquirer.authorise({ ...authorisation, stan })));
    expect(answers).toMatchObject(stans.map(() => BROKEN));
    await goesOn(open);
  });
});

describe('nonsense', () => {
  test.each([
    ['a huge length', Buffer.from('ffff', 'hex')],
    ['a length of nothing', Buffer.from('0000', 'hex')],
    ['text', Buffer.from('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')],
    ['a frame of zeros', Buffer.concat([Buffer.from([0, 64]), Buffer.alloc(64)])],
    ['a message of unknown fields', Buffer.concat([Buffer.from([0, 20]), Buffer.from('0110'), Buffer.alloc(16, 0xff)])],
  ])('%s ends the line', async (_, bytes) => {
    const open = await start((_, line) => line.raw(bytes));
    expect(await open.acquirer.authorise(authorisation)).toMatchObject(BROKEN);
    await open.host.until(() => open.host.lines[0]?.socket.destroyed === true);
    await goesOn(open);
    expect(open.host.lines.length).toBeGreaterThan(1);
  });

  test('what comes behind it, be it in one packet, is not read', async () => {
    const nonsense = Buffer.concat([Buffer.from([0, 64]), Buffer.alloc(64)]);
    const open = await start((request, line) => line.raw(Buffer.concat([nonsense, framed(answerTo(request))])));
    expect(await open.acquirer.authorise(authorisation)).toMatchObject(BROKEN);
    await goesOn(open);
    expect(open.late).toEqual([]);
  });

  test('an answer in front of it still counts', async () => {
    const open = await start((request, line) =>
      line.raw(Buffer.concat([framed(answerTo(request)), Buffer.from('ffffffff', 'hex')])),
    );
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ kind: 'answered' });
    await goesOn(open);
  });
});

describe('slow lines', () => {
  test('an answer byte by byte is an answer', async () => {
    const { acquirer } = await start(async (request, line) => {
      for (const byte of framed(answerTo(request))) {
        await new Promise(resolve => line.socket.write(Buffer.from([byte]), resolve));
        await new Promise(resolve => setImmediate(resolve));
      }
    });
    expect(await acquirer.authorise(authorisation)).toMatchObject({ kind: 'answered', responseCode: '00' });
  });

  test('a frame that begins and never ends takes the line with it', async () => {
    const open = await start((request, line) => line.raw(framed(answerTo(request)).subarray(0, 30)), {
      timeout_ms: 60,
    });
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ kind: 'unknown' });
    await open.host.until(() => open.host.lines.length >= 2);
    expect(open.log.lines.join('\n')).toContain('HALF_A_FRAME');
  });

  test('so does one that comes a byte at a time for ever', async () => {
    let drip: NodeJS.Timeout | undefined;
    const open = await start(
      (_, line) => {
        line.raw(Buffer.from([0x10, 0x00]));
        drip = setInterval(() => line.raw(Buffer.from('0')), 5);
      },
      { timeout_ms: 60 },
    );
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ kind: 'unknown' });
    await open.host.until(() => open.host.lines.length >= 2);
    clearInterval(drip);
    expect(open.log.lines.join('\n')).toContain('HALF_A_FRAME');
  });
});

describe('floods', () => {
  test('thousands of answers nobody asked for are dropped, and told a few times', async () => {
    const { acquirer, log, late } = await start((request, line) => {
      const strays = Array.from({ length: 20_000 }, (_, index) => answerTo(request, { 11: String(100_000 + index) }));
      line.send(...strays, answerTo(request));
    });
    expect(await acquirer.authorise(authorisation)).toMatchObject({ kind: 'answered', responseCode: '00' });
    expect(late).toEqual([]);
    expect(log.lines.filter(line => line.includes('acquirer.stray_answer'))).toHaveLength(5);
  });

  test('megabytes of nonsense end the line, and are not read to their end', async () => {
    const open = await start((_, line) => line.raw(Buffer.alloc(50_000_000, 0xff)));
    expect(await open.acquirer.authorise(authorisation)).toMatchObject(BROKEN);
    expect(open.host.lines[0]?.socket.writableLength).toBeGreaterThan(0);
    await goesOn(open);
  });
});
