/**
 * One TCP connection, from its socket's opening to its end. What comes over it is somebody else's: nothing that comes
 * makes it throw, and anything that cannot be understood ends it, because after that no byte has a known meaning.
 */
import type { Socket } from 'node:net';
import type { Clock, Timers } from '../../core/ports.js';
import { networkMessage } from './dialect.js';
import { FrameReader } from './frame.js';
import { decode, type Decoded } from './iso8583.js';
import { Pending } from './pending.js';
import { askWith, keyOfAnswer, type Outcome, type Question } from './question.js';

export interface ConnectionSettings {
  /** How long an answer is waited for, and how long a frame may take from its first byte to its last. */
  readonly timeout_ms: number;
  /** How long sign-on, echo and sign-off are waited for. */
  readonly network_timeout_ms: number;
  /** After how long without a byte the host is asked whether it is still there. */
  readonly idle_ms: number;
  /** How many questions may be under way at once. */
  readonly most_pending: number;
  readonly clock: Clock;
  readonly timers: Timers;
  /** The next STAN for messages of the line itself; they belong to no terminal. */
  readonly nextStan: () => string;
}

export interface ConnectionEvents {
  /** An answer nobody on this connection waits for. */
  readonly stray: (decoded: Decoded) => void;
  /** Called once. Every question under way has been settled by then. */
  readonly ended: (reason: string) => void;
}

/** More than this unsent means that the host has stopped reading. */
const MOST_UNSENT_BYTES = 256 * 1024;

export class Connection {
  readonly #reader = new FrameReader();
  readonly #pending: Pending;
  #ended = false;
  #heardAt_ms: number;
  #frameBegan_ms = 0;
  #echoing = false;
  #callOffWatch = (): void => {};

  constructor(
    private readonly socket: Socket,
    private readonly settings: ConnectionSettings,
    private readonly events: ConnectionEvents,
  ) {
    this.#pending = new Pending(settings.timers, settings.most_pending);
    this.#heardAt_ms = settings.clock.monotonic_ms();
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', (error: NodeJS.ErrnoException) => this.end(error.code ?? 'SOCKET_ERROR'));
    socket.on('end', () => this.end('CLOSED_BY_HOST'));
    socket.on('close', () => this.end('CLOSED_BY_HOST'));
  }

  get load(): number {
    return this.#pending.size;
  }

  ask(question: Question): void {
    this.#ask(question, this.settings.timeout_ms);
  }

  /** 0800: sign-on, sign-off or echo. True where the host answered it with code 00. */
  network(code: '001' | '002' | '301'): Promise<boolean> {
    const { clock, nextStan, network_timeout_ms } = this.settings;
    const message = networkMessage(code, nextStan(), clock.now());
    return new Promise(resolve => {
      const settle = (outcome: Outcome): void => {
        const fields = outcome.kind === 'answer' && !outcome.decoded.fault ? outcome.decoded.message.fields : null;
        resolve(fields?.get(39) === '00' && fields.get(70) === code);
      };
      this.#ask(askWith(message, settle), network_timeout_ms);
    });
  }

  /** From sign-on to the end: watches for a host that has gone silent and for a frame that never ends. */
  watch(): void {
    const { timers, timeout_ms, idle_ms } = this.settings;
    this.#callOffWatch = timers.after(Math.ceil(Math.min(timeout_ms, idle_ms) / 4), () => {
      const now_ms = this.settings.clock.monotonic_ms();
      if (this.#reader.halfway && now_ms - this.#frameBegan_ms >= timeout_ms) return this.end('HALF_A_FRAME');
      if (now_ms - this.#heardAt_ms >= idle_ms) void this.#echo();
      this.watch();
    });
  }

  /** Questions under way end here; then the host is told, and the socket closed. */
  async signOff(): Promise<void> {
    this.#callOffWatch();
    this.#pending.abandon();
    if (this.#ended) return;
    await this.network('002');
    this.end('SIGNED_OFF');
  }

  end(reason: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#callOffWatch();
    this.socket.destroy();
    this.#pending.abandon();
    this.events.ended(reason);
  }

  #ask(question: Question, timeout_ms: number): void {
    if (this.#ended || !this.#pending.accepts(question)) return question.settle({ kind: 'unsent' });
    if (this.socket.writableLength > MOST_UNSENT_BYTES) {
      question.settle({ kind: 'unsent' });
      return this.end('HOST_DOES_NOT_READ');
    }
    const asked_ms = this.settings.clock.monotonic_ms();
    this.#pending.add(question, timeout_ms, () => {
      // One unanswered question says little; a line on which nothing at all has come since may be dead.
      if (this.#heardAt_ms <= asked_ms) void this.#echo();
    });
    this.socket.write(question.bytes);
  }

  async #echo(): Promise<void> {
    if (this.#echoing || this.#ended) return;
    this.#echoing = true;
    const asked_ms = this.settings.clock.monotonic_ms();
    await this.network('301');
    this.#echoing = false;
    if (this.#heardAt_ms < asked_ms) this.end('SILENT');
  }

  #receive(chunk: Buffer): void {
    if (this.#ended) return;
    const now_ms = this.settings.clock.monotonic_ms();
    this.#heardAt_ms = now_ms;
    const wasHalfway = this.#reader.halfway;
    const { frames, badLength } = this.#reader.push(chunk);
    if (frames.length > 0 || !wasHalfway) this.#frameBegan_ms = now_ms;
    for (const bytes of frames) {
      if (this.#ended) return;
      this.#read(decode(bytes));
    }
    if (badLength !== null) this.end('BAD_LENGTH');
  }

  #read(decoded: Decoded): void {
    const key = keyOfAnswer(decoded.message);
    if (key !== null && this.#pending.settle(key, { kind: 'answer', decoded })) return;
    if (decoded.fault) return this.end('UNREADABLE');
    this.events.stray(decoded);
  }
}
