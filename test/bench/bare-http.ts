/**
 * One line to an HTTP server: what is asked is written, and what is answered is counted and not looked at, as little as a client can do
 * (RFC 9112, sections 6 and 7.1). So who is asked is measured, and not who asks.
 */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

const HEAD_ENDS = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

export class BareHttp {
  #settle: ((failure: Error | null) => void) | null = null;
  #head: Buffer = Buffer.alloc(0);
  /** What of a body is still to come; null until its head is whole. -1: it comes in chunks. */
  #missing: number | null = null;
  #end: Buffer = Buffer.alloc(0);

  private constructor(
    private readonly socket: Socket,
    private readonly headers: string,
  ) {
    socket.on('data', (bytes: Buffer) => this.#hear(bytes));
    socket.on('error', error => this.#done(error));
    socket.on('close', () => this.#done(new Error('The server has hung up.')));
  }

  static async open(port: number, path: string, headers: Readonly<Record<string, string>>): Promise<BareHttp> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    return new BareHttp(socket, `POST ${path} HTTP/1.1\r\n${lines.join('')}`);
  }

  /** Resolves when the whole answer has come; fails unless it is a 200. */
  post(body: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#settle = failure => (failure ? reject(failure) : resolve());
      this.socket.write(`${this.headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  #hear(bytes: Buffer): void {
    let body = bytes;
    if (this.#missing === null) {
      this.#head = this.#head.length === 0 ? bytes : Buffer.concat([this.#head, bytes]);
      const end = this.#head.indexOf(HEAD_ENDS);
      if (end < 0) return;
      const head = this.#head.toString('latin1', 0, end);
      body = this.#head.subarray(end + HEAD_ENDS.length);
      this.#head = Buffer.alloc(0);
      if (!head.startsWith('HTTP/1.1 200 ')) return this.#done(new Error(`The answer was: ${head}`));
      const length = /^content-length: (\d+)/im.exec(head)?.[1];
      this.#missing = length === undefined ? -1 : Number(length);
    }
    if (this.#missing >= 0) this.#missing -= body.length;
    else this.#end = Buffer.concat([this.#end, body.subarray(-LAST_CHUNK.length)]).subarray(-LAST_CHUNK.length);
    if (this.#missing === 0 || this.#end.equals(LAST_CHUNK)) this.#done(null);
  }

  #done(failure: Error | null): void {
    this.#missing = null;
    this.#end = Buffer.alloc(0);
    const settle = this.#settle;
    this.#settle = null;
    settle?.(failure);
  }
}
