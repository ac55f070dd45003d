/**
 * Frames: a length of two bytes, big-endian, and that many bytes of one message.
 */

/** Message type and one bitmap: nothing shorter is a message. */
export const SHORTEST_FRAME = 12;
export const LONGEST_FRAME = 4096;
const PREFIX_LENGTH = 2;

export function frame(message: Buffer): Buffer {
  if (message.length < SHORTEST_FRAME || message.length > LONGEST_FRAME)
    throw new RangeError(`A frame holds ${SHORTEST_FRAME} to ${LONGEST_FRAME} bytes, not ${message.length}.`);
  const framed = Buffer.allocUnsafe(PREFIX_LENGTH + message.length);
  framed.writeUInt16BE(message.length, 0);
  message.copy(framed, PREFIX_LENGTH);
  return framed;
}

export interface Received {
  /** The messages that this chunk completed, in order. */
  readonly frames: readonly Buffer[];
  /** A length that no message can have. Nothing after it can be understood, so the connection must end. */
  readonly badLength: number | null;
}

/**
 * Takes a stream in whatever pieces it comes and gives whole messages. Never holds more than one frame, however much
 * is sent to it: the buffer is as long as the longest frame and is filled again from the start for each.
 */
export class FrameReader {
  readonly #buffer = Buffer.alloc(PREFIX_LENGTH + LONGEST_FRAME);
  #held = 0;

  /** Whether a frame has begun and not ended. */
  get halfway(): boolean {
    return this.#held > 0;
  }

  push(chunk: Buffer): Received {
    const frames: Buffer[] = [];
    let offset = 0;
    while (offset < chunk.length) {
      offset += this.#take(chunk, offset, PREFIX_LENGTH);
      if (this.#held < PREFIX_LENGTH) break;
      const length = this.#buffer.readUInt16BE(0);
      if (length < SHORTEST_FRAME || length > LONGEST_FRAME) return { frames, badLength: length };
      offset += this.#take(chunk, offset, PREFIX_LENGTH + length);
      if (this.#held < PREFIX_LENGTH + length) break;
      // A copy, because the buffer is about to be used for the next frame.
      frames.push(Buffer.from(this.#buffer.subarray(PREFIX_LENGTH, this.#held)));
      this.#held = 0;
    }
    return { frames, badLength: null };
  }

  /** Copies from the chunk until the buffer holds `wanted` bytes or the chunk ends; gives how many were copied. */
  #take(chunk: Buffer, offset: number, wanted: number): number {
    if (this.#held >= wanted) return 0;
    const copied = chunk.copy(this.#buffer, this.#held, offset, offset + wanted - this.#held);
    this.#held += copied;
    return copied;
  }
}
