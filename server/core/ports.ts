/**
 * What the house needs from the outside, in the core's own words. Adapters implement these; `app.ts` alone joins the
 * two. Nothing else may reach for a clock, a random number, a socket or a key, or it could never be simulated.
 */
import type { Brand, Expiry } from './card.js';
import type { Money } from './money.js';
import type { Secret } from './secret.js';

// ── Time ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Clock {
  /** Real time: sockets, sign-in, rate limits, leases, signatures. A shop's own time is `shopTime` in `core/time.ts`. */
  now(): Date;
  /** Milliseconds that never step back, for measuring how long something took. */
  monotonic_ms(): number;
}

export interface Timers {
  /** Calls back once after so many milliseconds; the returned function calls it off. */
  after(delay_ms: number, callback: () => void): () => void;
}

// ── Chance and names ─────────────────────────────────────────────────────────────────────────────────────────────

export interface Random {
  bytes(count: number): Uint8Array;
}

// ── Keys ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A sealed value: AES-256-GCM under a key that is not in the database; `keyId` says which. */
export interface Sealed {
  readonly keyId: string;
  readonly bytes: Uint8Array;
}

export interface Vault {
  /** `context` is bound into the seal: a value sealed for one row cannot be opened as another's. */
  seal(value: Secret, context: string): Sealed;
  open(sealed: Sealed, context: string): Secret;
  /** A keyed hash that finds a card again without holding its number: HMAC-SHA-256 under a key of its own. */
  fingerprint(value: Secret, shopId: string): string;
  /** A keyed digest for comparing inputs and deriving session tokens: HMAC-SHA-256, base64url. */
  digest(purpose: string, value: string): string;
  /** The plain SHA-256 of a key of high entropy, as stored for look-up. Hex. */
  hash(value: string): string;
}

export interface PasswordTurn {
  /** A password as it is stored. */
  hash(password: Secret): Promise<string>;
  /** Without a stored one the same work is done, and nothing matches. */
  verify(password: Secret, stored: string | null): Promise<PasswordVerdict>;
}

export interface PasswordVerdict {
  readonly matches: boolean;
  /** It matches, but is stored in a way that we no longer store passwords in. */
  readonly outdated: boolean;
}

export interface Passwords {
  /**
   * Lets `work` use passwords when it is its turn. Few take turns at once and few may wait, because each costs much time and
   * memory on purpose: who comes then is refused with `RATE_LIMITED`, and payments go on.
   */
  inTurn<T>(work: (turn: PasswordTurn) => Promise<T>): Promise<T>;
}

// ── The acquirer ─────────────────────────────────────────────────────────────────────────────────────────────────

/** What identifies a message on the acquirer's line: with these four an answer belongs to its question. */
export interface MessageIdentity {
  /** Six digits, unique per terminal and day (ISO 8583 field 11). */
  readonly stan: string;
  /** Field 7, in UTC by the shop's clock. The same on every repeat. Whole seconds. */
  readonly transmittedAt: Date;
  /** Field 41, eight characters at most. */
  readonly terminal: string;
  /** Field 42, the shop's contract, fifteen characters at most. */
  readonly acceptor: string;
}

interface MessageBase extends MessageIdentity {
  /** Field 32, the acquirer's identification code: up to eleven digits. */
  readonly acquirerId: string;
  /** Fields 12 and 13 are the transmission time in this IANA zone. */
  readonly timeZone: string;
}

export type Initiator = 'SHOPPER' | 'MERCHANT';

export interface AuthorisationRequest extends MessageBase {
  readonly rrn: string;
  readonly amount: Money;
  readonly cardNumber: Secret;
  readonly expiry: Expiry;
  /** Absent on stored cards. Lives in memory only. */
  readonly securityCode: Secret | null;
  readonly brand: Brand;
  readonly initiator: Initiator;
  /** Field 18, four digits. */
  readonly merchantCategory: string;
  /** Field 43. */
  readonly acceptorName: { readonly name: string; readonly town: string; readonly country: string };
  /** From 3-D Secure, where it took place. */
  readonly authentication: {
    readonly eci: string;
    readonly cavv: Secret | null;
    readonly directoryTransactionId: string;
  } | null;
  /** The scheme's reference of the first payment, in what a merchant initiates later. */
  readonly schemeTransactionId: string | null;
}

/** One message as the journal may keep it: field number to text, card number masked, codes and seals left out. */
export type MaskedMessage = Readonly<Record<string, string>>;

/** Why there is no usable answer. None of them says that nothing happened at the bank. */
export type UnknownCause = 'NO_ANSWER' | 'BROKEN_LINE' | 'UNREACHABLE' | 'UNREADABLE' | 'MISMATCH';

export interface Unanswered {
  readonly kind: 'unknown';
  readonly cause: UnknownCause;
  readonly request: MaskedMessage | null;
  readonly answer: MaskedMessage | null;
}

export interface AuthorisationAnswered {
  readonly kind: 'answered';
  /** ISO 8583 field 39; two characters. */
  readonly responseCode: string;
  /** Field 38 in approvals. */
  readonly authorisationCode: string | null;
  readonly schemeTransactionId: string | null;
  readonly securityCodeResult: string | null;
  readonly request: MaskedMessage;
  readonly answer: MaskedMessage;
}

export type AuthorisationAnswer = AuthorisationAnswered | Unanswered;

/** Field 90: what a reversal or refund speaks of. Always an authorisation (0100). */
export interface OriginalMessage {
  readonly stan: string;
  readonly transmittedAt: Date;
}

interface AdviceBase extends MessageBase {
  /** True on every attempt after the first: 0421, 0221, 0501 in place of 0420, 0220, 0500. */
  readonly repeat: boolean;
}

interface CardAdvice extends AdviceBase {
  readonly rrn: string;
  readonly amount: Money;
  readonly cardNumber: Secret;
  readonly authorisationCode: string | null;
}

/** 0420/0421: undoes an authorisation, or all but `remaining` of it (field 95). `amount` is what was authorised. */
export interface ReversalAdvice extends CardAdvice {
  readonly kind: 'REVERSAL';
  readonly original: OriginalMessage;
  readonly remaining: Money | null;
}

/** 0220/0221, processing code 00. `amount` is what is captured; `rrn` the authorisation's. */
export interface CaptureAdvice extends CardAdvice {
  readonly kind: 'CAPTURE';
  readonly expiry: Expiry;
  readonly batch: string;
}

/** 0220/0221, processing code 20. `rrn` is the refund's own; `original` the authorisation that was captured. */
export interface RefundAdvice extends CardAdvice {
  readonly kind: 'REFUND';
  readonly expiry: Expiry;
  readonly batch: string;
  readonly original: OriginalMessage;
}

/** 0500/0501: the totals of one batch; debits are captures, credits are refunds. */
export interface TotalsAdvice extends AdviceBase {
  readonly kind: 'TOTALS';
  readonly batch: string;
  readonly currency: string;
  readonly debits: { readonly count: number; readonly amount: bigint };
  readonly credits: { readonly count: number; readonly amount: bigint };
}

export type Advice = ReversalAdvice | CaptureAdvice | RefundAdvice | TotalsAdvice;

export interface AdviceAnswered {
  readonly kind: 'answered';
  readonly responseCode: string;
  /** The bank's own totals, in the answer to TOTALS. */
  readonly bankTotals: {
    readonly debits: bigint;
    readonly credits: bigint;
    readonly debitCount: number;
    readonly creditCount: number;
  } | null;
  readonly request: MaskedMessage;
  readonly answer: MaskedMessage;
}

export type AdviceAnswer = AdviceAnswered | Unanswered;

/** An answer to an authorisation that came after its caller had stopped waiting. */
export interface LateAnswer extends MessageIdentity {
  readonly rrn: string;
  readonly responseCode: string;
  readonly authorisationCode: string | null;
  readonly answer: MaskedMessage;
}

export interface Acquirer {
  /** 0100. Never sent twice. Never rejects for what happens on the line: that is `unknown`. */
  authorise(request: AuthorisationRequest): Promise<AuthorisationAnswer>;
  /** One attempt at an advice. Never rejects for what happens on the line. */
  advise(advice: Advice): Promise<AdviceAnswer>;
  /** Who is to hear of answers that come too late. One listener; set once, before the first request. */
  onLateAnswer(listener: (late: LateAnswer) => void): void;
  /** Signs off, closes the lines; requests under way end as unknown. */
  close(): Promise<void>;
}

// ── Record of what happens inside ────────────────────────────────────────────────────────────────────────────────

export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void;
  error(event: string, facts?: Readonly<Record<string, unknown>>): void;
}
