/**
 * One way of a connection: piece after piece, in their order, each as whole or as damaged as it is told.
 */
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LineFault } from './proxy.js';
import type { Random } from './random.js';

/** From who called to who was called, or back. */
export type Way = 'UP' | 'DOWN';

export interface Suffered {
  readonly fault: Exclude<LineFault, 'HALF_OPEN'>;
  readonly most_ms: number;
}

/** What befalls a connection, asked piece by piece. */
export interface Fate {
  /** Nothing comes through any more. */
  isDead(): boolean;
  of(piece: Buffer): Suffered | null;
}

/** Longer pieces come byte by byte at their beginning only: where lengths and names stand. */
const SPLIT_BYTES = 64;

export class Flow {
  #held: Buffer | null = null;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly random: Random,
    private readonly fate: Fate,
  ) {}

  begin(): void {
    const { from, to, fate } = this;
    from.on('data', (piece: Buffer) => this.#take(piece));
    from.once('end', () => this.#then(() => this.#finish()));
    // What has come is handed on first; of a connection that is dead nobody hears that it ended.
    from.once('close', () => this.#then(async () => void (fate.isDead() || to.destroySoon())));
    from.resume();
  }

  #take(piece: Buffer): void {
    this.#waiting += 1;
    this.from.pause();
    this.#then(async () => {
      await this.#pass(piece);
      this.#waiting -= 1;
      if (this.#waiting === 0) this.from.resume();
    });
  }

  #then(work: () => Promise<void>): void {
    this.#last = this.#last.then(work).catch(() => void this.to.destroy());
  }

  async #pass(piece: Buffer): Promise<void> {
    const suffered = this.fate.of(piece);
    if (this.fate.isDead()) return;
    const whole = this.#held ? Buffer.concat([this.#held, piece]) : piece;
    this.#held = null;
    if (suffered === null) return this.#send(whole);
    switch (suffered.fault) {
      case 'DELAY':
        await sleep(this.random.between(1, suffered.most_ms));
        return this.#send(whole);
      case 'CUT':
        await this.#send(whole.subarray(0, whole.length >> 1));
        return this.#reset();
      case 'LOSE_ANSWER':
        return this.#reset();
      case 'SPLIT':
        for (let at = 0; at < Math.min(whole.length, SPLIT_BYTES); at += 1) {
          await this.#send(whole.subarray(at, at + 1));
          await sleep(1);
        }
        return this.#send(whole.subarray(SPLIT_BYTES));
      case 'MERGE':
        return this.#hold(whole, suffered.most_ms);
      case 'GARBLE':
        return this.#send(garbled(whole, this.random.between(0, whole.length - 1)));
    }
  }

  /** Until the next piece comes, or nobody says anything more for a while. */
  #hold(piece: Buffer, most_ms: number): void {
    this.#held = piece;
    setTimeout(() => {
      this.#then(async () => {
        if (this.#held !== piece) return;
        this.#held = null;
        await this.#send(piece);
      });
    }, most_ms).unref();
  }

  async #finish(): Promise<void> {
    if (this.fate.isDead()) return;
    if (this.#held) await this.#send(this.#held);
    this.#held = null;
    this.to.end();
  }

  #reset(): void {
    this.from.resetAndDestroy();
    this.to.resetAndDestroy();
  }

  /** Waits while the other end does not read. */
  async #send(piece: Buffer): Promise<void> {
    if (piece.length === 0 || this.to.destroyed || this.to.write(piece)) return;
    await new Promise<void>(resolve => {
      this.to.once('drain', resolve);
      this.to.once('close', resolve);
    });
  }
}

function garbled(piece: Buffer, at: number): Buffer {
  const copy = Buffer.from(piece);
  copy.writeUInt8(copy.readUInt8(at) ^ 0x80, at);
  return copy;
}
