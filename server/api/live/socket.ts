/**
 * One socket: who is at its other end, what it may still ask for, and how much of what was sent it has not read.
 */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Caller } from '../../core/caller.js';
import type { Clock, Log, Timers } from '../../core/ports.js';
import { RateLimit } from '../../core/rate-limit.js';
import { topLevelError } from '../rules.js';
import { framesOf, headOf } from './frames.js';
import { CLOSE, LIVE_LIMITS } from './limits.js';
import type { Outlet } from './subscriber.js';

interface Machine {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

const ruleOf = (most: number) => ({ most, window_ms: LIVE_LIMITS.window_ms, names: 1 });
const OPERATIONS = ruleOf(LIVE_LIMITS.operations);
const MESSAGES = ruleOf(LIVE_LIMITS.messages);

export class LiveSocket {
  caller: Caller = { kind: 'NOBODY' };
  /** It has answered since the last ping. */
  isAlive = true;
  readonly #outlets = new Set<Outlet>();
  #isLeaving = false;
  #waiting = 0;
  #beginning: Promise<void> = Promise.resolve();
  #turn: Promise<void> = Promise.resolve();
  readonly #operations = new RateLimit(OPERATIONS);
  readonly #messages = new RateLimit(MESSAGES);

  constructor(
    private readonly webSocket: WebSocket,
    /**
     * Beneath the web socket, which without compression hands it whole frames, each at once: ours may stand between them.
     */
    private readonly connection: Duplex,
    private readonly machine: Machine,
  ) {}

  get isOpen(): boolean {
    return this.webSocket.readyState === this.webSocket.OPEN;
  }

  /** Whether a message may be heard; one too many ends the socket. */
  hear(): boolean {
    if (!this.isOpen) return false;
    if (this.#messages.take('', this.machine.clock.now())) return true;
    this.close(CLOSE.TOO_MANY, 'Too many messages');
    return false;
  }

  /** Whoever asks and asks without reading the answers is not waited for. */
  send(text: string): void {
    if (!this.isOpen) return;
    if (this.webSocket.bufferedAmount > LIVE_LIMITS.backlogMost_bytes) return this.#drop();
    this.webSocket.send(text);
  }

  /** Begins an operation. What the peer says meanwhile waits: it may be about this very operation. */
  async begin<T>(work: () => Promise<T>): Promise<T> {
    const beginning = work();
    this.#beginning = beginning.then(
      () => undefined,
      () => undefined,
    );
    return beginning;
  }

  /**
   * Gives the peer's messages to the protocol one by one. graphql-ws would mix up operations of one name where a `complete` and
   * the next `subscribe` come together: each is dealt with before the next is heard, but for what goes on until it ends.
   */
  inTurn(message: string, hear: (message: string) => Promise<void>, onFailure: (error: unknown) => void): void {
    this.#waiting += 1;
    if (this.#waiting > LIVE_LIMITS.waiting) return this.close(CLOSE.TOO_MANY, 'Too many messages');
    this.#turn = this.#deal(this.#turn, () => hear(message).catch(onFailure));
  }

  async #deal(before: Promise<void>, hear: () => void): Promise<void> {
    await before;
    this.#waiting -= 1;
    if (!this.isOpen) return;
    hear();
    await this.#beginning;
    await new Promise(resolve => {
      setImmediate(resolve);
    });
  }

  /** Where the payloads of one more operation go; throws when there are too many. */
  outlet(operationId: string): Outlet {
    const { operations, subscriptions } = LIVE_LIMITS;
    if (!this.#operations.take('', this.machine.clock.now()))
      throw topLevelError('RATE_LIMITED', `A socket begins ${operations} operations a minute at most.`, 429);
    if (this.#outlets.size >= subscriptions)
      throw topLevelError('RATE_LIMITED', `A socket has ${subscriptions} subscriptions at most.`, 429);
    const head = headOf(operationId);
    const outlet: Outlet = {
      next: payloads => this.#sendWhenRead(head, payloads),
      done: () => this.#outlets.delete(outlet),
    };
    this.#outlets.add(outlet);
    return outlet;
  }

  /** Sends at once; where much is unread, it is waited for, and not for ever. */
  #sendWhenRead(head: Buffer, payloads: readonly Buffer[]): Promise<void> | undefined {
    if (!this.isOpen) return undefined;
    const frames = framesOf(head, payloads);
    if (this.webSocket.bufferedAmount < LIVE_LIMITS.backlog_bytes) {
      this.connection.write(frames);
      return undefined;
    }
    return new Promise(resolve => {
      const callOff = this.machine.timers.after(LIVE_LIMITS.unread_ms, () => this.#drop());
      // Called when it has left this process, and with it all that was sent before; or when the socket is gone.
      this.connection.write(frames, () => {
        callOff();
        resolve();
      });
    });
  }

  #drop(): void {
    this.machine.log.warn('live: a peer does not read what it is sent', {
      unread_bytes: this.webSocket.bufferedAmount,
    });
    this.close(CLOSE.TRY_AGAIN_LATER, 'What was sent was not read');
  }

  ping(): void {
    if (!this.isAlive) return this.webSocket.terminate();
    this.isAlive = false;
    if (this.isOpen) this.webSocket.ping();
  }

  /** Says why, and cuts it soon after: a peer that is gone or does not read will not close it. */
  close(code: number, reason: string): void {
    if (this.isOpen) this.webSocket.close(code, reason);
    if (this.#isLeaving) return;
    this.#isLeaving = true;
    const callOff = this.machine.timers.after(LIVE_LIMITS.goodbye_ms, () => this.webSocket.terminate());
    this.webSocket.once('close', callOff);
  }
}
