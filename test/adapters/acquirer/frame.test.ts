import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { frame, FrameReader, LONGEST_FRAME, SHORTEST_FRAME } from '../../../server/adapters/acquirer/frame.js';
import { runs } from './generated.js';

const anyFrames = fc.array(fc.uint8Array({ minLength: SHORTEST_FRAME, maxLength: 60 }), { minLength: 1, maxLength: 8 });

/** Everything that a reader gives when the stream comes in pieces that end at these places. */
function inPieces(stream: Buffer, cuts: readonly number[]): readonly Buffer[] {
  const reader = new FrameReader();
  const frames: Buffer[] = [];
  const ends = [...cuts.map(cut => cut % (stream.length + 1)), stream.length].sort((a, b) => a - b);
  let start = 0;
  for (const end of ends) {
    const received = reader.push(stream.subarray(start, end));
    expect(received.badLength).toBeNull();
    frames.push(...received.frames);
    start = end;
  }
  expect(reader.halfway).toBe(false);
  return frames;
}

describe('frames', () => {
  test('come out as they went in, wherever the stream is cut and however much is merged', () => {
    fc.assert(
      fc.property(anyFrames, fc.array(fc.nat()), (messages, cuts) => {
        const stream = Buffer.concat(messages.map(message => frame(Buffer.from(message))));
        expect(inPieces(stream, cuts)).toEqual(messages.map(message => Buffer.from(message)));
      }),
      runs(2000),
    );
  });

  test('come out when the stream comes byte by byte', () => {
    const message = Buffer.alloc(LONGEST_FRAME, 'x');
    const stream = Buffer.concat([frame(message), frame(message)]);
    expect(inPieces(stream, [...stream.keys()])).toEqual([message, message]);
  });

  test('are two bytes of length, big-endian, and the message', () => {
    expect(frame(Buffer.alloc(258, 'x')).subarray(0, 3)).toEqual(Buffer.from([1, 2, 0x78]));
  });

  test('do not share memory with what is read later', () => {
    const reader = new FrameReader();
    const first = reader.push(frame(Buffer.alloc(20, 'a'))).frames[0];
    reader.push(frame(Buffer.alloc(20, 'b')));
    expect(first).toEqual(Buffer.alloc(20, 'a'));
  });
});

describe('a length that no message has', () => {
  test.each([0, SHORTEST_FRAME - 1, LONGEST_FRAME + 1, 65_535])('%i: what came before it still counts', length => {
    const prefix = Buffer.alloc(2);
    prefix.writeUInt16BE(length);
    const good = Buffer.alloc(30, 'x');
    const received = new FrameReader().push(Buffer.concat([frame(good), prefix, Buffer.alloc(5000)]));
    expect(received).toEqual({ frames: [good], badLength: length });
  });

  test('is not sent either', () => {
    expect(() => frame(Buffer.alloc(SHORTEST_FRAME - 1))).toThrow(RangeError);
    expect(() => frame(Buffer.alloc(LONGEST_FRAME + 1))).toThrow(RangeError);
  });
});

test('half a frame is known to be one from its first byte to its last', () => {
  const reader = new FrameReader();
  const bytes = frame(Buffer.alloc(12, 'x'));
  expect(reader.halfway).toBe(false);
  for (const byte of bytes.subarray(0, -1)) {
    reader.push(Buffer.from([byte]));
    expect(reader.halfway).toBe(true);
  }
  reader.push(bytes.subarray(-1));
  expect(reader.halfway).toBe(false);
});
