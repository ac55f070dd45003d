/**
 * Sockets that are none, between a process and the simulated bank.
 */
import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { FrameReader } from '../../bank/frame.js';
import type { Connect } from '../../server/adapters/acquirer/link.js';
import type { Conductor } from './conductor.js';
import type { Reply, SimBank } from './sim-bank.js';
import type { SimProcess } from './sim-process.js';
import { NATURE, type VirtualTime } from './virtual-time.js';

export interface Network {
  readonly conductor: Conductor;
  readonly time: VirtualTime;
  readonly bank: SimBank;
}

export function lineTo(network: Network, process: SimProcess): Connect {
  // The adapter uses no more of a socket than this one has.
  return opened => new SimSocket(network, process, opened) as unknown as Socket;
}

class SimSocket extends EventEmitter {
  readonly writableLength = 0;
  readonly #reader = new FrameReader();
  #open = false;
  #ended = false;
  /** What is said over one line is heard in its order, in either direction. */
  #said: Promise<void> = Promise.resolve();
  #answered: Promise<void> = Promise.resolve();

  constructor(
    private readonly network: Network,
    private readonly process: SimProcess,
    opened: () => void,
  ) {
    super();
    void this.#inTurn('connect', () => {
      if (network.time.passed_ms() < network.bank.refusesUntil_ms) return this.#fail('ECONNREFUSED');
      this.#open = true;
      opened();
    });
  }

  setNoDelay(): this {
    return this;
  }

  write(bytes: Buffer): boolean {
    if (!this.#open || this.#ended || !this.process.reachNow('SEND')) return false;
    this.#said = this.#said.then(() => this.network.conductor.turn('the bank hears')).then(() => this.#heard(bytes));
    return true;
  }

  destroy(): this {
    this.#ended = true;
    return this;
  }

  #heard(bytes: Buffer): void {
    for (const payload of this.#reader.push(bytes) ?? []) {
      // What is late comes by another road of nature: it does not hold up the others.
      for (const reply of this.network.bank.hear(payload)) this.#reply(reply);
    }
  }

  #reply({ bytes, delay_ms }: Reply): void {
    const happen = () => {
      if (bytes === null) this.#fail('ECONNRESET');
      else this.emit('data', Buffer.from(bytes));
    };
    const deliver = () => {
      this.#answered = this.#answered.then(() => this.#inTurn('an answer comes', happen));
    };
    if (delay_ms === 0) deliver();
    else this.network.time.after(delay_ms, NATURE, deliver);
  }

  #fail(code: string): void {
    this.emit('error', Object.assign(new Error(code), { code }));
    this.emit('close');
  }

  /** Of a process that sleeps the kernel keeps what comes; of a dead one it throws it away. */
  async #inTurn(label: string, happen: () => void): Promise<void> {
    await this.network.conductor.turn(`${this.process.name}: ${label}`);
    this.process.whenAwake(() => {
      if (!this.#ended) happen();
    });
  }
}
