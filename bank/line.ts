/**
 * One connection of a till, as the bank writes to it: answers in whatever order they come, and the faults that befall
 * their bytes.
 */
import type { Socket } from 'node:net';
import type { Fault } from './faults.js';
import { type Dice } from './random.js';
import type { Timers } from './timers.js';

export class Line {
  /** PROTOCOL.md: what comes before the sign-on is answered with 58. */
  signedOn = false;
  hungUp = false;
  /** Pieces that wait their turn: while one trickles, others must not come between its bytes. */
  readonly #queue: { readonly bytes: Buffer; readonly pause_ms: number; readonly last?: boolean }[] = [];
  #pausing = false;
  #merging: { readonly bytes: Buffer; readonly giveUp: () => void } | undefined;

  constructor(
    private readonly socket: Socket,
    private readonly timers: Timers,
    private readonly dice: Dice,
  ) {}

  get open(): boolean {
    return this.socket.writable;
  }

  /** Nothing more is read or said. What was said before still goes out. */
  hangUp(): void {
    this.hungUp = true;
    this.socket.destroySoon();
  }

  send(frame: Buffer, fault?: Fault): void {
    const pause_ms = fault?.delayMs ?? 0;
    const half = Math.ceil(frame.length / 2);
    if (fault?.kind === 'MERGE_FRAMES') this.#merge(frame, pause_ms);
    else if (fault?.kind === 'CUT_FRAME') {
      this.#put(frame.subarray(0, half), pause_ms);
      this.#put(frame.subarray(half));
    } else if (fault?.kind === 'BYTE_BY_BYTE') for (const byte of frame) this.#put(Buffer.from([byte]), pause_ms);
    else if (fault?.kind === 'GARBAGE') this.#put(Buffer.from(Array.from({ length: 64 }, () => this.dice() * 256)));
    else if (fault?.kind === 'HUGE_LENGTH') this.#put(Buffer.concat([Buffer.from([255, 255]), frame.subarray(2)]));
    else if (fault?.kind === 'CLOSE_MID_FRAME') this.#put(frame.subarray(0, half), 0, true);
    else this.#put(frame);
  }

  /** Waits for the next frame, and goes alone when none comes. */
  #merge(frame: Buffer, pause_ms: number): void {
    const bytes = this.#unmerged(frame);
    const giveUp = this.timers.after(pause_ms, () => this.#put(Buffer.alloc(0)));
    this.#merging = { bytes, giveUp };
  }

  #unmerged(frame: Buffer): Buffer {
    const earlier = this.#merging;
    if (!earlier) return frame;
    this.#merging = undefined;
    earlier.giveUp();
    return Buffer.concat([earlier.bytes, frame]);
  }

  #put(bytes: Buffer, pause_ms = 0, last = false): void {
    this.#queue.push({ bytes: this.#unmerged(bytes), pause_ms, last });
    this.#flush();
  }

  #flush(): void {
    while (!this.#pausing && this.open) {
      const piece = this.#queue.shift();
      if (!piece) return;
      this.socket.write(piece.bytes);
      if (piece.last) this.hangUp();
      if (piece.pause_ms > 0) this.#pause(piece.pause_ms);
    }
  }

  #pause(pause_ms: number): void {
    this.#pausing = true;
    this.timers.after(pause_ms, () => {
      this.#pausing = false;
      this.#flush();
    });
  }
}
