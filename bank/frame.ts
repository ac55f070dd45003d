/**
 * Frames: a 2-byte big-endian length, then so many bytes (PROTOCOL.md, "Transport").
 */
export const LONGEST_FRAME = 4096;
/** An MTI and a bitmap. */
export const SHORTEST_FRAME = 12;

export function frame(payload: Buffer): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16BE(payload.length);
  return Buffer.concat([head, payload]);
}

/** Puts frames together from whatever pieces TCP delivers; keeps at most one unfinished frame. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);

  /** The payloads complete by now; undefined when the peer announced a length that no frame has. */
  push(chunk: Buffer): Buffer[] | undefined {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const payloads: Buffer[] = [];
    let offset = 0;
    while (bytes.length - offset >= 2) {
      const length = bytes.readUInt16BE(offset);
      if (length < SHORTEST_FRAME || length > LONGEST_FRAME) return undefined;
      if (bytes.length - offset < 2 + length) break;
      payloads.push(bytes.subarray(offset + 2, offset + 2 + length));
      offset += 2 + length;
    }
    // A copy: a few bytes kept as a view would keep the whole chunk alive.
    this.#rest = Buffer.from(bytes.subarray(offset));
    return payloads;
  }

  /** Whether a frame has begun and not ended. */
  get unfinished(): boolean {
    return this.#rest.length > 0;
  }
}
