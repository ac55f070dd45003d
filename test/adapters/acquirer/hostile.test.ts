/**
 * Streams by chance: true answers cut, merged, garbled and mixed with noise. Whatever comes, nothing is thrown, every
 * question is settled once, and no answer is believed that does not repeat what was asked.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { AuthorisationAnswer } from '../../../server/core/ports.js';
import { expectedOf, judge } from '../../../server/adapters/acquirer/answers.js';
import { authorisationMessage } from '../../../server/adapters/acquirer/dialect.js';
import { decode, encode } from '../../../server/adapters/acquirer/iso8583.js';
import { keyOfAnswer, keyOfAnswerTo } from '../../../server/adapters/acquirer/question.js';
import { createLocalTime } from '../../../server/adapters/acquirer/local-time.js';
import { decode as bankDecode } from '../../../bank/codec.js';
import { authorisation } from './examples.js';
import { anyMessage, runs } from './generated.js';
import { rig } from './rig.js';
import { answerTo, framed, ScriptedHost } from './scripted-host.js';

const request = authorisationMessage(authorisation, createLocalTime());
const MUST_AGREE = [3, 4, 7, 11, 32, 37, 41, 42, 49];

describe('an answer with wrong bytes in it', () => {
  test('is believed only where everything it must repeat is still there, by the bank’s reading too', () => {
    let believedOnce = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }), errors => {
        const bytes = encode(answerTo(request));
        for (const [place, byte] of errors) bytes[place % bytes.length] = byte;
        const decoded = decode(bytes);
        if (keyOfAnswer(decoded.message) !== keyOfAnswerTo(request)) return;
        if (typeof judge(decoded, expectedOf(request)) === 'string') return;
        believedOnce += 1;
        const read = bankDecode(bytes).message;
        for (const number of MUST_AGREE) expect(read?.fields[number]?.trimEnd()).toBe(request.fields.get(number));
      }),
      runs(5000),
    );
    // Some errors hit what is not repeated; were none believed, this test would say nothing.
    expect(believedOnce).toBeGreaterThan(0);
  });

  test('is never believed in the place of another message', () => {
    fc.assert(
      fc.property(anyMessage, message => {
        expect(typeof judge({ message, fault: null }, expectedOf(request))).toBe('string');
      }),
      runs(2000),
    );
  });
});

type Piece = 'ANSWER' | 'WRONG_AMOUNT' | 'WRONG_STAN' | 'HALF' | 'NOISE' | 'STRAY';

const anyPieces = fc.array(
  fc.tuple(
    fc.constantFrom<Piece>('ANSWER', 'WRONG_AMOUNT', 'WRONG_STAN', 'HALF', 'NOISE', 'STRAY'),
    fc.uint8Array({ minLength: 1, maxLength: 40 }),
    anyMessage,
  ),
  { minLength: 1, maxLength: 6 },
);

function bytesOf(piece: Piece, noise: Uint8Array, stray: Parameters<typeof framed>[0], asked = request): Buffer {
  if (piece === 'ANSWER') return framed(answerTo(asked));
  if (piece === 'WRONG_AMOUNT') return framed(answerTo(asked, { 4: '000000001051' }));
  if (piece === 'WRONG_STAN') return framed(answerTo(asked, { 11: '999999' }));
  if (piece === 'HALF') return framed(answerTo(asked)).subarray(0, noise.length);
  if (piece === 'NOISE') return Buffer.from(noise);
  return framed(stray);
}

describe('a line that carries anything', () => {
  let host: ScriptedHost;
  beforeEach(async () => {
    host = await ScriptedHost.start();
  });
  afterEach(() => host.stop());

  test('settles every question once and believes only the true answer', async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyPieces, fc.array(fc.nat(), { maxLength: 5 }), async (pieces, cuts) => {
        host.script = (asked, line) => {
          const stream = Buffer.concat(pieces.map(([piece, noise, stray]) => bytesOf(piece, noise, stray, asked)));
          const places = [...new Set(cuts.map(cut => cut % stream.length))].sort((a, b) => a - b);
          for (const [index, end] of [...places, stream.length].entries())
            line.raw(stream.subarray(places[index - 1] ?? 0, end));
          line.socket.end();
        };
        const { acquirer } = rig(host.port);
        const answer = await acquirer.authorise(authorisation);
        await acquirer.close();
        kinds.add(answer.kind === 'unknown' ? answer.cause : 'answered');
        expectHonest(answer, pieces[0]?.[0]);
      }),
      runs(300),
    );
    expect([...kinds].sort()).toEqual(['BROKEN_LINE', 'MISMATCH', 'answered']);
  });
});

function expectHonest(answer: AuthorisationAnswer, firstPiece: Piece | undefined): void {
  if (firstPiece === 'ANSWER') expect(answer).toMatchObject({ kind: 'answered', responseCode: '00' });
  if (firstPiece === 'WRONG_AMOUNT') expect(answer).toMatchObject({ kind: 'unknown', cause: 'MISMATCH' });
  if (answer.kind === 'answered') expect(answer.answer).toMatchObject({ 4: '000000001050', 37: authorisation.rrn });
}
