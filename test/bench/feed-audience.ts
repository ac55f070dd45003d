/** Thousands of sockets in a process of their own, that count what they are sent. */
import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { answerQuestions, cpuMeter } from './answering.js';
import { CLOSE, FrameReader, PING, pongFrame, TEXT, textFrame, upgradeRequest } from './feed-frames.js';

/** What the list of the till needs to know of an event, about. */
const FOLLOW = `subscription { transactionEvents {
  at id cursor sequence type from to amount { amount currency } transaction { id status orderId amount { amount currency } card { brand masked } } } }`;
const OPENED_AT_ONCE = 50;
const patience_ms = 60_000;

export interface Audience {
  readonly port: number;
  readonly count: number;
  /** Null for the bare server, which asks nothing. */
  readonly bearer: string | null;
}

export interface Heard {
  readonly deliveries: number;
  readonly first_ms: number;
  readonly last_ms: number;
  /** From the instant that stands in the event to its arrival, where that was asked for. */
  readonly latencies_ms: readonly number[];
}

const sockets = new Set<Socket>();
const cpu = cpuMeter();
let deliveries = 0;
let expected = Infinity;
let first_ms = 0;
let last_ms = 0;
let latencies_ms: number[] = [];
let isStamping = false;
let sample = '';
let met: () => void = () => undefined;
const now_ms = (): number => performance.timeOrigin + performance.now();

const STAMP = '"at":"';
function take(bytes: Buffer, from: number, to: number): void {
  if (deliveries === 0) {
    first_ms = now_ms();
    sample = bytes.toString('utf8', from, to);
  }
  deliveries += 1;
  if (isStamping) {
    const at = bytes.indexOf(STAMP, from) + STAMP.length;
    latencies_ms.push(now_ms() - Date.parse(bytes.toString('latin1', at, at + 24)));
  }
  if (deliveries < expected) return;
  last_ms = now_ms();
  met();
}

/** Resolves when it follows; before, what comes is the protocol's. */
function enter({ port, bearer }: Audience): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: {
        buffer: Buffer.allocUnsafe(16 * 1024),
        callback: (size, bytes) => {
          reader.take((bytes as Buffer).subarray(0, size));
          return true;
        },
      },
    });
    let isFollowing = false;
    const converse = (text: string): void => {
      if (text.includes('connection_ack')) {
        socket.write(textFrame({ id: randomUUID(), type: 'subscribe', payload: { query: FOLLOW } }));
        // Messages are dealt with in turn: whoever has answered this follows already.
        socket.write(textFrame({ type: 'ping' }));
      } else if (text === '{"type":"pong"}' || bearer === null) {
        isFollowing = true;
        resolve();
      } else reject(new Error(`A socket was told ${text}`));
    };
    const reader = new FrameReader((opcode, bytes, from, to) => {
      if (opcode === PING) socket.write(pongFrame);
      else if (opcode === CLOSE) socket.destroy(new Error(`Sent away: ${bytes.toString('utf8', from + 2, to)}`));
      else if (opcode === TEXT && isFollowing) take(bytes, from, to);
      else if (opcode === TEXT) converse(bytes.toString('utf8', from, to));
    });
    sockets.add(socket);
    socket.once('error', reject);
    socket.once('close', () => sockets.delete(socket));
    socket.write(upgradeRequest(port));
    if (bearer) socket.write(textFrame({ type: 'connection_init', payload: { authorization: `Bearer ${bearer}` } }));
  });
}

async function open(audience: Audience): Promise<void> {
  let left = audience.count;
  const opening = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await enter(audience);
    }
  };
  await Promise.all(Array.from({ length: OPENED_AT_ONCE }, opening));
}

function untilMet(): Promise<void> {
  return new Promise((resolve, reject) => {
    const callOff = setTimeout(
      () => reject(new Error(`${deliveries} of ${expected} came; ${sockets.size} sockets.`)),
      patience_ms,
    );
    met = () => {
      clearTimeout(callOff);
      resolve();
    };
    if (deliveries >= expected) met();
  });
}

function heard(): Heard {
  return { deliveries, first_ms, last_ms, latencies_ms };
}

answerQuestions(
  {
    open,
    expect({ frames, stamping }: { frames: number; stamping: boolean }): void {
      deliveries = 0;
      latencies_ms = [];
      expected = frames;
      isStamping = stamping;
      cpu();
    },
    /** When all that was expected has come. */
    async met(): Promise<Heard> {
      await untilMet();
      return heard();
    },
    heard,
    sockets: () => sockets.size,
    sample: () => sample,
    measure: () => ({ cpu_ms: cpu() }),
    leave(): void {
      for (const socket of sockets) socket.destroy();
    },
  },
  async () => undefined,
);
