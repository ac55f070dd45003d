/**
 * What the house needs of 3-D Secure, in the core's own words: card ranges, an authentication, the result of a challenge,
 * and the few texts that travel through the shopper's browser. EMVCo's names stand beside ours where they differ.
 */
import type { TransStatus } from './authentication.js';
import type { Brand, Expiry } from './card.js';
import type { Money } from './money.js';
import type { MaskedMessage } from './ports.js';
import type { Secret } from './secret.js';
import type { CardRangeChange, ThreedsVersion, Versions } from './threeds-ranges.js';

// ── Asking the directory ─────────────────────────────────────────────────────────────────────────────────────────

/** Why the directory gave nothing usable. `UNREACHABLE` alone says that not a byte left the house. */
export type UnavailableCause = 'UNREACHABLE' | 'BROKEN_LINE' | 'NO_ANSWER' | 'UNREADABLE' | 'MISMATCH' | 'ERROR';

export interface DirectoryUnavailable {
  readonly kind: 'unavailable';
  readonly cause: UnavailableCause;
  /** `errorCode` of the `Erro` that came, where the cause is `ERROR`; three digits. */
  readonly errorCode: string | null;
  /** Null where it never left the house. */
  readonly request: MaskedMessage | null;
  /** What came, as far as it could be read; null where nothing did. */
  readonly answer: MaskedMessage | null;
}

/** PRes. The changes are to be put upon the ranges that are known: `changeRanges`. */
export type RangesAnswer =
  | {
      readonly kind: 'changed';
      readonly serial: string;
      readonly directory: Versions;
      readonly changes: readonly CardRangeChange[];
    }
  | { readonly kind: 'unchanged'; readonly serial: string; readonly directory: Versions }
  | DirectoryUnavailable;

/** What a browser says of itself when JavaScript runs in it. Whatever it says: the adapter makes it fit. */
export interface BrowserScript {
  readonly javaEnabled: boolean;
  readonly colorDepth: number;
  readonly screenHeight: number;
  readonly screenWidth: number;
  /** What `getTimezoneOffset()` gives: −120 in a Parisian summer. */
  readonly timeZoneOffset_minutes: number;
}

export interface AuthenticationRequest {
  /** `threeDSServerTransID`: from `newTransactionId`, written down before anyone is asked. */
  readonly transactionId: string;
  readonly version: ThreedsVersion;
  /** `threeDSServerURL`: where the RReq goes. Whoever knows it can bring a result, so it is never shown. */
  readonly resultUrl: string;
  /** `notificationURL`: where the browser brings the CRes. At most 256 characters. */
  readonly returnUrl: string;
  /** `threeDSCompInd`. */
  readonly method: 'DONE' | 'NOT_DONE' | 'NONE';
  /** `threeDSRequestorChallengeInd`. */
  readonly challenge: 'NO_PREFERENCE' | 'MANDATED';
  readonly shop: {
    readonly name: string;
    /** The shop's name towards the directory. */
    readonly requestorId: string;
    readonly url: string;
    /** ISO 8583 fields 32, 42 and 18, as in the authorisation. */
    readonly acquirerId: string;
    readonly acceptor: string;
    readonly merchantCategory: string;
    /** ISO 3166-1, two letters. */
    readonly country: string;
  };
  readonly cardNumber: Secret;
  readonly expiry: Expiry;
  /** Every brand on the card: by `directoryBrand` of them the ECI is judged, whichever the shopper chose. */
  readonly brands: readonly Brand[];
  readonly amount: Money;
  readonly purchasedAt: Date;
  readonly browser: {
    readonly acceptHeader: string;
    readonly userAgent: string;
    /** BCP 47. */
    readonly language: string;
    /** IPv4 or IPv6, where known. */
    readonly address: string | null;
    /** Null where no JavaScript runs. */
    readonly script: BrowserScript | null;
  };
  readonly cardholderName: string | null;
  readonly email: string | null;
}

/** A word of the issuer with its proof: `eci` and `cavv` are there with Y and A, and only then. */
export interface IssuersWord<Letter extends string> {
  readonly transStatus: Letter;
  /** `transStatusReason`, two digits. */
  readonly reason: string | null;
  readonly eci: string | null;
  readonly cavv: Secret | null;
  readonly directoryTransactionId: string;
  readonly acsTransactionId: string;
  readonly version: ThreedsVersion;
}

export interface AuthenticationAnswered extends IssuersWord<TransStatus | 'C'> {
  readonly kind: 'answered';
  /** With C: where the browser is to post the CReq. */
  readonly challenge: { readonly acsUrl: string } | null;
  readonly request: MaskedMessage;
  readonly answer: MaskedMessage;
}

export type AuthenticationAnswer = AuthenticationAnswered | DirectoryUnavailable;

// ── The result of a challenge ────────────────────────────────────────────────────────────────────────────────────

/** What the door knows of the authentication whose unguessable address was called. */
export interface ExpectedResult {
  readonly transactionId: string;
  readonly directoryTransactionId: string;
  readonly acsTransactionId: string;
  readonly version: ThreedsVersion;
  readonly brands: readonly Brand[];
}

/** The letters that may follow a challenge. */
export type ResultStatus = Extract<TransStatus, 'Y' | 'A' | 'N' | 'U' | 'R'>;

/** An RReq that belongs to what was expected and is sound in every point. */
export interface ResultMessage extends IssuersWord<ResultStatus> {
  readonly kind: 'result';
  readonly transactionId: string;
  /** `challengeCancel`: 01 the shopper cancelled, 04 and 05 timed out. */
  readonly cancel: string | null;
  readonly message: MaskedMessage;
}

/** EMV 3-D Secure table A.4, as far as this house says them. */
export const THREEDS_ERRORS = {
  '101': 'Not a message of this kind',
  '102': 'Version not supported',
  '201': 'Required field missing',
  '202': 'Critical extension not recognised',
  '203': 'Field invalid',
  '301': 'Transaction id not known',
  '405': 'System failure',
} as const;
export type ThreedsError = keyof typeof THREEDS_ERRORS;

export interface ResultRejected {
  readonly kind: 'rejected';
  readonly errorCode: ThreedsError;
  /** Names of the fields at fault; never what they held. */
  readonly fields: readonly string[];
  /** Of the ids those that came and are right. */
  readonly transactionId: string | null;
  readonly directoryTransactionId: string | null;
  readonly acsTransactionId: string | null;
  readonly version: ThreedsVersion;
  /** Null where it could not be read at all. */
  readonly message: MaskedMessage | null;
}

export type ResultReading = ResultMessage | ResultRejected;

// ── Through the browser ──────────────────────────────────────────────────────────────────────────────────────────

/** 250 × 400, 390 × 400, 500 × 600, 600 × 400, full page. */
export type WindowSize = '01' | '02' | '03' | '04' | '05';

export interface Challenge {
  readonly transactionId: string;
  readonly acsTransactionId: string;
  readonly version: ThreedsVersion;
  readonly windowSize: WindowSize;
}

/** A CRes. It came through a browser and proves nothing: it only ends the frame. */
export interface ChallengeResponse {
  readonly transactionId: string;
  readonly acsTransactionId: string;
  readonly transStatus: 'Y' | 'N';
}

export interface Authenticator {
  /** A new UUID to write down before asking. */
  newTransactionId(): string;
  /** PReq. `known` is the serial of the last answer. Never rejects for what happens on the line. */
  ranges(known: { readonly serial: string } | null): Promise<RangesAnswer>;
  /** AReq. Never sent twice. Never rejects for what happens on the line: that is `unavailable`. */
  authenticate(request: AuthenticationRequest): Promise<AuthenticationAnswer>;

  /** Reads an RReq. Never throws, whatever the body is. */
  readResult(body: string, expected: ExpectedResult): ResultReading;
  /** What to send back: RRes to a result, `Erro` to what was rejected or, with `FAILED`, could not be written down. */
  answerResult(reading: ResultReading, written?: 'WRITTEN' | 'FAILED'): string;

  /** `creq`, base64url. */
  challengeRequest(challenge: Challenge): string;
  /** Reads `cres`; null where it is none. Never throws. */
  readChallengeResponse(cres: string): ChallengeResponse | null;
  /** `threeDSMethodData`, base64url, for the hidden frame. */
  methodData(method: { readonly transactionId: string; readonly notificationUrl: string }): string;
  /** Reads `threeDSMethodData` that the issuer's page posted: the transaction id, or null. Never throws. */
  readMethodNotification(threeDSMethodData: string): string | null;

  /** Ends what is under way, as unavailable. */
  close(): Promise<void>;
}
