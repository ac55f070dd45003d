/**
 * The faults that were ordered, and which message each of them befalls. They live in memory only.
 */
import { REQUESTS } from './dialect.js';
import { type FaultName, type Moment, kindOf } from './fault-kinds.js';
import type { Message } from './message.js';
import { type Dice, dice } from './random.js';

export interface FaultOrder {
  readonly kind: FaultName;
  /** Befalls so many and no more; without it, and without a probability, one. */
  readonly count?: number;
  /** Befalls each that it could with this probability. */
  readonly probability?: number;
  readonly seed?: string;
  /** Only messages about this card: its hash, and its masked number to show. */
  readonly card?: { readonly hash: string; readonly masked: string };
  readonly mti?: string;
  /** Which of the directory's messages. */
  readonly message?: Moment;
  readonly delayMs?: number;
  readonly forMs?: number;
  readonly code?: string;
}

export interface Fault extends FaultOrder {
  readonly id: number;
  readonly seed: string;
  /** How often it has happened. */
  fired: number;
}

export class Faults {
  #faults: { readonly fault: Fault; readonly dice: Dice }[] = [];
  #ids = 0;

  constructor(
    private readonly seed: string,
    private readonly hash: (cardNumber: string) => string,
  ) {}

  order(order: FaultOrder): Fault {
    this.#ids += 1;
    const id = this.#ids;
    const bounded = order.count === undefined && order.probability === undefined ? { count: 1 } : {};
    const seed = order.seed ?? `${this.seed}/${id}`;
    const fault: Fault = { ...kindOf(order.kind).parameters, ...bounded, ...order, id, seed, fired: 0 };
    this.#faults.push({ fault, dice: dice(seed) });
    return fault;
  }

  list(): Fault[] {
    return this.#faults.map(each => each.fault);
  }

  clear(): number {
    const cleared = this.#faults.length;
    this.#faults = [];
    return cleared;
  }

  /** The first fault in the order of their coming that befalls this message; at most one does. */
  forMessage(message: Message, repeated: boolean): Fault | undefined {
    return this.#first(fault => this.#fits(fault, message, repeated));
  }

  forConnection(): Fault | undefined {
    return this.#first(fault => kindOf(fault.kind).stage === 'CONNECTION');
  }

  /** A challenge and its messages are about a card, a PReq is about none. */
  forThreeds(moment: Moment, cardHash: string | undefined): Fault | undefined {
    return this.#first(fault => {
      const { moments = [] } = kindOf(fault.kind);
      // A PReq comes when it likes: it must not use up a fault that was meant for a payment.
      const meant = fault.message ?? moments[0];
      return meant === moment && (fault.card === undefined || fault.card.hash === cardHash);
    });
  }

  #first(fits: (fault: Fault) => boolean): Fault | undefined {
    for (const { fault, dice } of this.#faults) {
      if (fault.fired >= (fault.count ?? Infinity) || !fits(fault)) continue;
      if (fault.probability !== undefined && dice() >= fault.probability) continue;
      fault.fired += 1;
      return fault;
    }
    return undefined;
  }

  #fits(fault: Fault, message: Message, repeated: boolean): boolean {
    const kind = kindOf(fault.kind);
    if (kind.stage === 'CONNECTION' || kind.stage === 'THREEDS') return false;
    if (kind.stage === 'DECISION' && repeated) return false;
    if (kind.mtis && !kind.mtis.includes(message.mti)) return false;
    if (kind.field !== undefined && message.get(kind.field) === undefined) return false;
    // Sign-on and echo come when they like: they must not use up a fault that was meant for a payment.
    if (fault.mti === undefined && REQUESTS[message.mti]?.subject === 'NETWORK') return false;
    if (fault.mti !== undefined && fault.mti !== message.mti) return false;
    const number = message.get(2);
    return fault.card === undefined || (number !== undefined && this.hash(number) === fault.card.hash);
  }
}
