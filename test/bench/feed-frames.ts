/**
 * As little of a WebSocket client as can be (RFC 6455 section 5.2), so that what is measured is who sends and not who
 * reads: frames are told apart, and what is in them is looked at only by whoever asks.
 */
const FINAL_TEXT = 0x81;
const FINAL_PONG = 0x8a;
export const TEXT = 1;
export const CLOSE = 8;
export const PING = 9;

/** What the server sends, made as cheaply as it can be for many. */
export function serverFrame(text: string): Buffer {
  return frame(FINAL_TEXT, 0, text, []);
}

/** Masked with zeros, which leaves the text as it is: chance keeps proxies from being fooled, and here is none. */
function clientFrame(first: number, text: string): Buffer {
  return frame(first, 0x80, text, [0, 0, 0, 0]);
}

function frame(first: number, masked: number, text: string, mask: readonly number[]): Buffer {
  const body = Buffer.from(text, 'utf8');
  const size = body.length < 126 ? [body.length] : [126, body.length >> 8, body.length & 0xff];
  const [short = 0, ...long] = size;
  return Buffer.concat([Buffer.from([first, masked | short, ...long, ...mask]), body]);
}

export const textFrame = (message: object): Buffer => clientFrame(FINAL_TEXT, JSON.stringify(message));
export const pongFrame: Buffer = clientFrame(FINAL_PONG, '');

/** The request that asks for a WebSocket; nobody checks the answer's proof here. */
export function upgradeRequest(port: number): string {
  return [
    'GET /graphql HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    '\r\n',
  ].join('\r\n');
}

type Each = (opcode: number, bytes: Buffer, from: number, to: number) => void;

/** Cuts what comes into frames. The bytes are the reader's, and good only during the call. */
export class FrameReader {
  #rest: Buffer | null = null;
  #isUpgraded = false;

  constructor(private readonly each: Each) {}

  take(chunk: Buffer): void {
    const bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = this.#isUpgraded ? 0 : this.#afterHeader(bytes);
    for (;;) {
      const end = endOfFrame(bytes, at);
      if (end > bytes.length) break;
      const size = (bytes[at + 1] ?? 0) & 0x7f;
      this.each((bytes[at] ?? 0) & 0x0f, bytes, at + (size < 126 ? 2 : size === 126 ? 4 : 10), end);
      at = end;
    }
    this.#rest = at < bytes.length ? Buffer.from(bytes.subarray(at)) : null;
  }

  #afterHeader(bytes: Buffer): number {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return 0;
    const status = bytes.toString('latin1', 0, 12);
    if (status !== 'HTTP/1.1 101') throw new Error(`No socket: ${bytes.toString('latin1', 0, 400)}`);
    this.#isUpgraded = true;
    return end + 4;
  }
}

/** Infinity while not even the size is there. */
function endOfFrame(bytes: Buffer, at: number): number {
  if (bytes.length < at + 2) return Infinity;
  const size = (bytes[at + 1] ?? 0) & 0x7f;
  if (size < 126) return at + 2 + size;
  if (size === 126) return bytes.length < at + 4 ? Infinity : at + 4 + bytes.readUInt16BE(at + 2);
  return bytes.length < at + 10 ? Infinity : at + 10 + Number(bytes.readBigUInt64BE(at + 2));
}
