/**
 * From a payload to its answer: read, judge, book, answer. Nothing is answered before it is on the disk.
 */
import { takeItem } from './advice.js';
import { authorise } from './authorisation.js';
import type { Book } from './book.js';
import type { Line as BookLine } from './changes.js';
import { timeOf } from './clock.js';
import { decode, encode } from './codec.js';
import type { Context, Decision } from './decision.js';
import { REQUESTS, answerTo, faultOf, isRequest, keyOf } from './dialect.js';
import { type Answer, falsify } from './fault-answer.js';
import { type Fault, type Faults } from './faults.js';
import { frame } from './frame.js';
import { LateAnswers } from './late-answers.js';
import type { Ledger } from './ledger.js';
import type { Line } from './line.js';
import { Message } from './message.js';
import { sketch } from './sketch.js';
import { answerNetwork } from './network.js';
import { reference } from './random.js';
import { originalOf, reverse } from './reversal.js';
import type { Timers } from './timers.js';
import { reconcile } from './totals.js';

export interface ExchangeParts {
  readonly ledger: Ledger;
  readonly book: Book;
  readonly faults: Faults;
  readonly timers: Timers;
  readonly now: () => number;
  readonly seed: string;
  readonly log: (event: Readonly<Record<string, unknown>>) => void;
}

export class Exchange {
  readonly #late = new LateAnswers();
  #deafUntil_ms = -Infinity;

  constructor(private readonly parts: ExchangeParts) {}

  /** What faults have put off is forgotten, too, when faults are cleared. */
  clear(): void {
    this.#deafUntil_ms = -Infinity;
    this.#late.clear();
  }

  async receive(payload: Buffer, line: Line): Promise<void> {
    const { message, fault } = decode(payload);
    if (!message) return this.#hangUp(line, fault);
    const wrong = fault ?? faultOf(message);
    if (wrong !== undefined) return this.#refuse(message, wrong, line);
    if (!line.signedOn && REQUESTS[message.mti]?.subject !== 'NETWORK') return this.#say(message, '58', line);
    const earlier = this.parts.ledger.answerTo(keyOf(message));
    const befallen = this.parts.faults.forMessage(message, earlier !== undefined);
    if (this.#isUnheard(befallen)) return undefined;
    return this.#serve(message, line, earlier, befallen);
  }

  async #serve(message: Message, line: Line, earlier: Answer | undefined, fault: Fault | undefined): Promise<void> {
    const { answer, changes, key } = earlier
      ? { answer: earlier, changes: [], key: {} }
      : this.#outcome(message, line, fault);
    const befell = fault ? { befell: fault.kind } : {};
    await this.#book(message, [
      sketch(message, this.parts.book.hash),
      ...changes,
      { kind: 'OUT', ...answer, ...key, ...befell },
    ]);
    this.#answer(message, falsify(answer, fault), line, fault);
  }

  #outcome(message: Message, line: Line, fault: Fault | undefined) {
    const { code, changes, added } = this.#decide(message, line, fault);
    const key = isRemembered(message, fault) ? { key: keyOf(message) } : {};
    return { answer: answerTo(message, { ...added, 39: code }), changes, key };
  }

  #decide(message: Message, line: Line, fault: Fault | undefined): Decision {
    const { ledger, book, seed } = this.parts;
    const context: Context = {
      ledger,
      now: this.#timeFor(message),
      hash: book.hash,
      reference: (purpose, length) => reference([seed, book.nextUnit, purpose], length),
    };
    const forced = fault?.kind === 'CODE' ? fault.code : undefined;
    const subject = REQUESTS[message.mti]?.subject;
    // An authorisation that was declined on demand is known to its reversal; nothing else comes of a forced code.
    if (subject === 'AUTHORISATION') return authorise(message, context, forced);
    if (forced !== undefined) return { code: forced, changes: [] };
    if (subject === 'REVERSAL') return reverse(message, context);
    if (subject === 'ADVICE') return takeItem(message, context, fault?.kind === 'REJECT_ITEM' ? fault.code : undefined);
    if (subject === 'TOTALS') return reconcile(message, context, fault?.kind === 'OUT_OF_BALANCE');
    return { code: answerNetwork(message, line), changes: [] };
  }

  #answer(message: Message, answer: Answer, line: Line, fault: Fault | undefined): void {
    const bytes = frame(encode(answer.mti, answer.fields));
    if (fault?.kind === 'DROP_ANSWER') return;
    if (fault?.kind === 'ANSWER_AFTER_REVERSAL') this.#late.keep(message, bytes, line);
    else if (fault?.kind === 'DELAY') this.parts.timers.after(fault.delayMs ?? 0, () => line.send(bytes));
    else line.send(bytes, fault);
    if (fault?.kind === 'ANSWER_TWICE') line.send(bytes);
    if (REQUESTS[message.mti]?.subject === 'REVERSAL') this.#late.release(originalOf(message), line);
  }

  /** PROTOCOL.md: answered with 30 where it can be, else the connection ends. */
  async #refuse(message: Message, why: string, line: Line): Promise<void> {
    const addressed = message.mti === '0800' ? [7, 11] : [7, 11, 41, 42];
    if (!isRequest(message.mti) || addressed.some(field => message.get(field) === undefined))
      return this.#hangUp(line, why);
    this.parts.log({ event: 'refused', mti: message.mti, why });
    return this.#say(message, '30', line, why);
  }

  /** An answer that is not remembered: the same message may fare better another time. */
  async #say(message: Message, code: string, line: Line, why?: string): Promise<void> {
    const answer = answerTo(message, { 39: code });
    await this.#book(message, [sketch(message, this.parts.book.hash, why), { kind: 'OUT', ...answer }]);
    line.send(frame(encode(answer.mti, answer.fields)));
  }

  /** Applied at once, so that the next message is judged by it; written before anybody hears of it. */
  #book(message: Message, lines: readonly BookLine[]): Promise<void> {
    const at = this.#timeFor(message).toISOString();
    for (const each of lines) this.parts.ledger.apply(each, at);
    return this.parts.book.write({ at, lines });
  }

  #timeFor(message: Message): Date {
    return timeOf(message.acceptor, this.parts.ledger, this.parts.now());
  }

  #isUnheard(fault: Fault | undefined): boolean {
    const now_ms = this.parts.now();
    if (fault?.kind === 'DEAF') this.#deafUntil_ms = now_ms + (fault.forMs ?? 0);
    return fault?.kind === 'DROP_REQUEST' || now_ms < this.#deafUntil_ms;
  }

  #hangUp(line: Line, why: string | undefined): void {
    this.parts.log({ event: 'hung up', why });
    line.hangUp();
  }
}

/** Network messages concern their connection only; what a fault decided without effect must not stay. */
function isRemembered(message: Message, fault: Fault | undefined): boolean {
  return fault?.kind !== 'CODE' && REQUESTS[message.mti]?.subject !== 'NETWORK';
}
