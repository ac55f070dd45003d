/**
 * A tiny bank on sockets that are none. It reads and writes real frames, keeps a book, and loses, delays, repeats and garbles as a
 * story wants. What the house does that no house may do, it notes.
 */
import { decode, encode } from '../../bank/codec.js';
import { answerTo, faultOf, keyOf, REQUESTS, type Subject } from '../../bank/dialect.js';
import { frame } from '../../bank/frame.js';
import { type Message, parseOriginal } from '../../bank/message.js';
import { codeOf, readCard } from '../../bank/grammar.js';
import type { Reached } from './reached.js';
import { SimBook } from './sim-book.js';
import { SimProofs } from './sim-proofs.js';

export const FATES = [
  'REQUEST_LOST',
  'ANSWER_LOST',
  'ANSWERED_TWICE',
  'ANSWERED_LATE',
  'ANSWERED_SLOWLY',
  'GARBLED',
  'CUT_SHORT',
  'WRONG_STAN',
  'WRONG_AMOUNT',
  'UNKNOWN_CODE',
  'CONTRADICTED',
  'LINE_BROKEN',
  'REJECTED',
] as const;
export type Fate = (typeof FATES)[number];

/** What the next messages of a kind will suffer. */
export interface BankFault {
  readonly subject: Subject;
  readonly fate: Fate;
  count: number;
}

/** What comes back over the line; `null` ends it. */
export interface Reply {
  readonly bytes: Buffer | null;
  readonly delay_ms: number;
}

/** No line garbles one and the same message more often: what comes time after time is meant. */
const GARBLED_MOST = 5;
/** Longer than the house waits. */
const LATE_ms = 20_000;
const SLOW_ms = 4_000;

export class SimBank {
  readonly book = new SimBook();
  readonly proofs = new SimProofs();
  readonly complaints: string[] = [];
  readonly faults: BankFault[] = [];
  /** Until when, by the story's time, nobody gets a connection. */
  refusesUntil_ms = 0;
  readonly #answers = new Map<string, { readonly code: string; readonly asked: string }>();
  readonly #stans = new Map<string, string>();
  readonly #garbled = new Map<string, number>();

  constructor(
    private readonly reached: Reached,
    /** Whether the house may not know how late it is. */
    private readonly clocksDiffer: () => boolean,
  ) {}

  /** What the bank does about one message. */
  hear(payload: Buffer): Reply[] {
    const { message, fault } = decode(payload);
    if (!message || fault !== undefined) {
      this.complaints.push(`The house said what cannot be read: ${fault ?? 'nothing'}.`);
      return [];
    }
    const subject = REQUESTS[message.mti]?.subject;
    if (subject === 'NETWORK') return [{ bytes: answerBytes(message, { 39: '00' }), delay_ms: 0 }];
    const complaint = faultOf(message);
    if (complaint !== undefined || !subject) {
      this.complaints.push(`The house said what no house says: ${message.mti} ${complaint ?? ''}.`);
      return [];
    }
    const fate = this.#fateOf(subject);
    if (fate === 'REQUEST_LOST') return [];
    const code = this.#decide(message, subject, fate);
    const suffers = fate === 'UNKNOWN_CODE' && !this.#mayGarble(keyOf(message)) ? null : fate;
    return repliesOf(message, subject, code, suffers, this.#added(message, subject));
  }

  #mayGarble(key: string): boolean {
    const times = (this.#garbled.get(key) ?? 0) + 1;
    this.#garbled.set(key, times);
    return times <= GARBLED_MOST;
  }

  #fateOf(subject: Subject): Fate | null {
    const fault = this.faults.find(each => each.subject === subject && each.count > 0);
    if (!fault) return null;
    fault.count -= 1;
    this.reached.count(`${fault.fate} of ${subject}`);
    return fault.fate;
  }

  /** The same message gets the same answer; a message that only looks the same is a number used twice. */
  #decide(message: Message, subject: Subject, fate: Fate | null): string {
    const key = keyOf(message);
    const asked = essenceOf(message);
    const before = this.#answers.get(key);
    if (before) {
      if (before.asked !== asked) this.complaints.push(`One message says two things: ${before.asked} and ${asked}.`);
      return before.code;
    }
    const number = `${message.terminal} ${message.must(7).slice(0, 4)} ${message.must(11)}`;
    const other = this.#stans.get(number);
    if (other !== undefined) this.complaints.push(`The trace number ${number} was used for ${other} and ${asked}.`);
    this.#stans.set(number, asked);
    const code = fate === 'REJECTED' && subject === 'ADVICE' ? '12' : this.#judge(message, subject);
    this.#answers.set(key, { code, asked });
    return code;
  }

  #judge(message: Message, subject: Subject): string {
    const acceptor = message.acceptor;
    const batch = `${acceptor} ${message.get(49) ?? message.get(50) ?? ''} ${message.tags.get('BN') ?? ''}`;
    if (subject === 'TOTALS') return this.book.close(batch, totalsOf(message));
    const { amount, rrn, stan } = { amount: BigInt(message.amount), rrn: message.must(37), stan: message.must(11) };
    const currency = message.must(49);
    if (subject === 'AUTHORISATION') {
      // Nobody who may still ask is overtaken by who gives up on it: that takes longer than anything is under way, by one clock.
      if (!this.clocksDiffer() && this.book.isReversed({ acceptor, rrn, stan, sentAt: message.must(7) }))
        this.complaints.push(`The house asks for ${rrn}, which it has reversed before.`);
      const card = readCard(message.must(2));
      const complaint = this.proofs.complaintAbout(message);
      if (complaint !== null) this.complaints.push(complaint);
      const wanted = typeof card === 'string' ? card : codeOf(card, message.tags.has('CV'));
      return this.book.authorise({ acceptor, rrn, stan, sentAt: message.must(7), amount, currency }, wanted);
    }
    const original = message.get(90) === undefined ? null : parseOriginal(message.must(90));
    if (subject === 'REVERSAL') {
      const { stan: of = '', sentAt = '' } = original ?? {};
      const remaining = BigInt((message.get(95) ?? '').slice(0, 12) || '0');
      return this.book.reverse({ acceptor, rrn, stan: of, sentAt }, remaining);
    }
    if (original)
      return this.book.refund({ acceptor, rrn, amount, stan: original.stan, sentAt: original.sentAt }, batch);
    return this.book.capture({ acceptor, rrn, amount, currency }, batch);
  }

  #added(message: Message, subject: Subject): Record<number, string> {
    if (subject !== 'TOTALS') return {};
    const batch = this.book.batch(`${message.acceptor} ${message.get(50) ?? ''} ${message.tags.get('BN') ?? ''}`);
    return {
      74: String(batch.creditCount).padStart(10, '0'),
      76: String(batch.debitCount).padStart(10, '0'),
      86: String(batch.credits).padStart(16, '0'),
      88: String(batch.debits).padStart(16, '0'),
    };
  }
}

function totalsOf(message: Message) {
  return {
    debits: BigInt(message.must(88)),
    credits: BigInt(message.must(86)),
    debitCount: Number(message.must(76)),
    creditCount: Number(message.must(74)),
  };
}

/** What a message is about, whatever its repetition is called. */
function essenceOf(message: Message): string {
  const of = (field: number) => message.get(field)?.trimEnd() ?? '';
  return [message.mti.slice(0, 3), message.acceptor, ...[2, 3, 4, 37, 49, 88, 86, 90, 95].map(of)].join(' ');
}

function answerBytes(message: Message, added: Record<number, string>): Buffer {
  const { mti, fields } = answerTo(message, added);
  return frame(encode(mti, fields));
}

function repliesOf(
  message: Message,
  subject: Subject,
  code: string,
  fate: Fate | null,
  added: Record<number, string>,
): Reply[] {
  const yes = subject === 'AUTHORISATION' && code === '00' ? { 38: 'A1B2C3', 48: 'ST05SIM01' } : {};
  const good = answerBytes(message, { ...added, ...yes, 39: code });
  const now = (bytes: Buffer | null): Reply => ({ bytes, delay_ms: 0 });
  const changed = (fields: Record<number, string>) =>
    now(answerBytes(message, { ...added, ...yes, 39: code, ...fields }));
  switch (fate) {
    case 'ANSWER_LOST':
      return [];
    case 'ANSWERED_TWICE':
      return [now(good), now(good)];
    case 'ANSWERED_LATE':
      return [{ bytes: good, delay_ms: LATE_ms }];
    case 'ANSWERED_SLOWLY':
      return [{ bytes: good, delay_ms: SLOW_ms }];
    case 'GARBLED':
      return [now(garbled(good))];
    case 'CUT_SHORT':
      return [now(good.subarray(0, good.length - 7)), now(null)];
    case 'WRONG_STAN':
      return [changed({ 11: String(999_999 - Number(message.must(11))).padStart(6, '0') })];
    case 'WRONG_AMOUNT':
      return subject === 'TOTALS' ? [now(good)] : [changed({ 4: String(message.amount + 100).padStart(12, '0') })];
    case 'UNKNOWN_CODE':
      return [changed({ 39: 'Z9' })];
    case 'CONTRADICTED':
      return [now(good), changed({ 39: code === '00' ? '05' : '00' })];
    case 'LINE_BROKEN':
      return [now(null)];
    default:
      return [now(good)];
  }
}

/** Bits flip within the last fields: the frame is whole, what it holds is not. */
function garbled(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let place = copy.length - 6; place < copy.length; place++) copy[place] = 0x80 | (copy[place] ?? 0);
  return copy;
}
