/**
 * One line to the acquirer, kept up: opened at the first question, signed on, opened again with growing patience
 * whenever it ends.
 */
import type { Socket } from 'node:net';
import type { Log, Random } from '../../core/ports.js';
import { Connection, type ConnectionSettings } from './connection.js';
import type { Decoded } from './iso8583.js';

/** Opens a socket, and calls back once bytes may be written: with TLS, after the handshake. */
export type Connect = (opened: () => void) => Socket;

export interface LinkSettings extends ConnectionSettings {
  readonly connect: Connect;
  /** How long opening, handshake and sign-on may take together. */
  readonly connect_timeout_ms: number;
  /** How long after a first failure it is tried again; doubled at every further one. */
  readonly first_retry_ms: number;
  readonly longest_retry_ms: number;
  readonly random: Random;
  readonly log: Log;
  readonly stray: (decoded: Decoded) => void;
}

export class Link {
  #opening: Promise<Connection | null> | null = null;
  #ready: Connection | null = null;
  #closed = false;
  #failures = 0;
  #notBefore_ms = -Infinity;
  #callOffRetry = (): void => {};
  /** Ends the attempt under way. */
  #giveUp = (): void => {};

  constructor(private readonly settings: LinkSettings) {}

  /** The connection, where it is open and signed on. */
  get ready(): Connection | null {
    return this.#ready;
  }

  /** The connection, after opening it where need be; null where the host cannot be reached now. Never rejects. */
  open(): Promise<Connection | null> {
    if (this.#ready || this.#closed) return Promise.resolve(this.#ready);
    if (this.#opening) return this.#opening;
    // A question does not wait for the next retry; but a crowd of questions must not become a crowd of attempts.
    if (this.settings.clock.monotonic_ms() < this.#notBefore_ms) return Promise.resolve(null);
    return this.#start();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#callOffRetry();
    this.#giveUp();
    await this.#opening;
    await this.#ready?.signOff();
  }

  #start(): Promise<Connection | null> {
    this.#callOffRetry();
    this.#opening = this.#attempt().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  #attempt(): Promise<Connection | null> {
    const { connect, timers, connect_timeout_ms, stray } = this.settings;
    return new Promise(resolve => {
      let socket: Socket;
      try {
        socket = connect(() => void signOn());
      } catch {
        this.#down(false, 'CANNOT_CONNECT');
        return resolve(null);
      }
      socket.setNoDelay(true);
      const connection: Connection = new Connection(socket, this.settings, {
        stray,
        ended: reason => {
          callOff();
          const wasReady = this.#ready === connection;
          this.#ready = null;
          this.#down(wasReady, reason);
          resolve(null);
        },
      });
      const callOff = timers.after(connect_timeout_ms, () => connection.end('CONNECT_TIMEOUT'));
      this.#giveUp = () => connection.end('CLOSED');
      const signOn = async (): Promise<void> => {
        if (!(await connection.network('001'))) return connection.end('SIGN_ON_FAILED');
        callOff();
        this.#up(connection);
        resolve(connection);
      };
    });
  }

  #up(connection: Connection): void {
    this.#ready = connection;
    this.#giveUp = () => {};
    this.#failures = 0;
    connection.watch();
    this.settings.log.info('acquirer.line_up');
  }

  #down(wasReady: boolean, reason: string): void {
    const { clock, timers, log, first_retry_ms } = this.settings;
    this.#giveUp = () => {};
    if (this.#closed) return;
    if (!wasReady) {
      this.#failures += 1;
      this.#notBefore_ms = clock.monotonic_ms() + first_retry_ms;
    }
    // The first failures are news; an outage of hours is told ever more rarely.
    if (Number.isInteger(Math.log2(this.#failures || 1)))
      log.warn('acquirer.line_down', { reason, failures: this.#failures });
    this.#callOffRetry = timers.after(this.#patience_ms(), () => void this.#start());
  }

  /** Doubled at each failure and then shortened by up to a half by chance, so that many servers do not knock at once. */
  #patience_ms(): number {
    const { first_retry_ms, longest_retry_ms, random } = this.settings;
    const full_ms = Math.min(longest_retry_ms, first_retry_ms * 2 ** Math.min(this.#failures, 20));
    const chance = (random.bytes(1)[0] ?? 0) / 256;
    return Math.ceil(full_ms * (1 - chance / 2));
  }
}
