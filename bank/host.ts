/**
 * The acquirer's host: TCP connections, frames in, answers out.
 */
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import type { Exchange } from './exchange.js';
import type { Faults } from './faults.js';
import { FrameReader } from './frame.js';
import { Line } from './line.js';
import type { Dice } from './random.js';
import type { Timers } from './timers.js';

const MOST_CONNECTIONS = 512;
/** A peer that asks faster than it is answered, or does not read its answers, is not read either. */
const MOST_UNDER_WAY = 1_024;
const MOST_UNSENT_bytes = 1 << 20;

interface HostParts {
  readonly exchange: Exchange;
  readonly faults: Faults;
  readonly timers: Timers;
  readonly dice: Dice;
  /** A peer that trickles for ever must not hold a connection for ever. */
  readonly frameTimeout_ms: number;
  readonly log: (event: Readonly<Record<string, unknown>>) => void;
}

export class Host {
  readonly #server: Server = createServer({ noDelay: true }, socket => this.#accept(socket));
  readonly #sockets = new Set<Socket>();

  constructor(private readonly parts: HostParts) {
    this.#server.maxConnections = MOST_CONNECTIONS;
  }

  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => resolve((this.#server.address() as AddressInfo).port));
    });
  }

  cutAll(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      this.#server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // A reset is the peer's affair; 'close' follows.
    socket.on('error', () => undefined);
    const fault = this.parts.faults.forConnection();
    if (fault?.kind === 'REFUSE_CONNECTIONS') socket.resetAndDestroy();
    else if (fault?.kind === 'ACCEPT_AND_STAY_SILENT') socket.resume();
    else this.#serve(socket);
  }

  #serve(socket: Socket): void {
    const { exchange, timers, dice, log, frameTimeout_ms } = this.parts;
    const line = new Line(socket, timers, dice);
    const reader = new FrameReader();
    let underWay = 0;
    let forgetFrame: (() => void) | undefined;
    const breathe = () => {
      const busy = underWay > MOST_UNDER_WAY || socket.writableLength > MOST_UNSENT_bytes;
      if (busy) socket.pause();
      else if (socket.isPaused()) socket.resume();
    };
    const receive = async (payload: Buffer) => {
      underWay += 1;
      await exchange.receive(payload, line).catch((error: unknown) => {
        // Nobody knows what became of the message: the peer must not wait for an answer.
        log({ event: 'failed', error: error instanceof Error ? error.stack : String(error) });
        line.hangUp();
      });
      underWay -= 1;
      breathe();
    };
    socket.on('drain', breathe);
    socket.on('close', () => forgetFrame?.());
    socket.on('data', (chunk: Buffer) => {
      if (line.hungUp) return;
      const payloads = reader.push(chunk);
      if (payloads?.length !== 0) {
        forgetFrame?.();
        forgetFrame = undefined;
      }
      if (!payloads) return line.hangUp();
      if (reader.unfinished) forgetFrame ??= timers.after(frameTimeout_ms, () => line.hangUp());
      for (const payload of payloads) if (!line.hungUp) void receive(payload);
      breathe();
    });
  }
}
