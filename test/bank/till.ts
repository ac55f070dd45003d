/**
 * A till for tests: one connection to the bank, and what comes back on it.
 */
import { type Socket, connect } from 'node:net';
import { type WireMessage, decode, encode, frame } from './wire.js';

export class Till {
  /** Everything that came, in the order of its coming. */
  readonly came: WireMessage[] = [];
  /** The raw bytes, as TCP delivered them. */
  readonly chunks: Buffer[] = [];
  closed = false;
  #bytes: Buffer = Buffer.alloc(0);
  #waiting: (() => void)[] = [];

  private constructor(readonly socket: Socket) {
    socket.on('data', chunk => this.#hear(chunk as Buffer));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.closed = true;
      this.#wake();
    });
  }

  static async connect(port: number, signOn = true): Promise<Till> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    socket.setNoDelay(true);
    const till = new Till(socket);
    if (signOn) await till.ask({ mti: '0800', fields: { 7: '0101000000', 11: '999999', 70: '001' } });
    return till;
  }

  /** In one piece, however many they are. */
  send(...messages: WireMessage[]): void {
    this.socket.write(Buffer.concat(messages.map(message => frame(encode(message)))));
  }

  /** Sends, and waits for the next message that comes. */
  async ask(message: WireMessage): Promise<WireMessage> {
    const before = this.came.length;
    this.send(message);
    await this.until(() => this.came.length > before);
    return this.came[before] as WireMessage;
  }

  /** Waits for the `count`-th message; fails when the connection ends first. */
  async answers(count: number): Promise<WireMessage[]> {
    await this.until(() => this.came.length >= count);
    return this.came;
  }

  async end(): Promise<void> {
    while (!this.closed) await new Promise<void>(resolve => this.#waiting.push(resolve));
  }

  async until(reached: () => boolean): Promise<void> {
    while (!reached()) {
      if (this.closed) throw new Error('the bank ended the connection');
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
  }

  close(): void {
    this.socket.destroy();
  }

  #hear(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    while (this.#bytes.length >= 2 && this.#bytes.length >= 2 + this.#bytes.readUInt16BE()) {
      const end = 2 + this.#bytes.readUInt16BE();
      this.came.push(decode(this.#bytes.subarray(2, end)));
      this.#bytes = this.#bytes.subarray(end);
    }
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
