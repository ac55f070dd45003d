/**
 * What a storm leaves behind: one folder, from which alone the checker says whether everything held. Whoever makes a storm writes
 * these files, whoever checks reads them; neither knows the other.
 *
 *     run.json            Run, once all is quiet
 *     clients/NAME.jsonl  ClientLine: what each client asked and was told; each line is on the disk before the client goes on
 *     receivers/NAME.jsonl  ReceiverLine: what came to merchants' servers, written before it is answered; an endpoint has one file
 *     mails/*.eml         what SMTP took, as it came
 *     book.json           the bank's `GET /book` once all is quiet
 *     journal.jsonl       the bank's own file
 *     tables/TABLE.jsonl  every table once all is quiet (collectDump), one row a line
 *     catalogue.json      Catalogue: what the database guards by itself (collectDump)
 *     processes/NAME.log  what each process said
 *     faults.jsonl        FaultLine: what happened, not what was planned
 *     markers.json        Marker[]: the only file of the folder in which card numbers may stand; the byte scan leaves it out
 *     hook-secrets.json   HookSecret[]: what merchants' servers verify with; the byte scan leaves it out as well
 *     raw.json            Raw: what else the byte scan reads
 *
 * Nowhere but in these two: a card number, a security code, a bearer token, a key, a password, a webhook's secret. Cards are told by
 * their first six and last four digits. Instants are ISO 8601 in UTC, real time.
 */

import type { Base, FeedClosed, FeedOpened, FeedSeen, PageClosed, PageOpened, PageShown } from './evidence-live.js';

export const FILES = {
  run: 'run.json',
  book: 'book.json',
  journal: 'journal.jsonl',
  catalogue: 'catalogue.json',
  faults: 'faults.jsonl',
  markers: 'markers.json',
  hookSecrets: 'hook-secrets.json',
  raw: 'raw.json',
  clients: 'clients',
  receivers: 'receivers',
  mails: 'mails',
  tables: 'tables',
  processes: 'processes',
} as const;

export interface Run {
  readonly seed: number | string;
  readonly startedAt: string;
  /** When the last fault was over and everything was up again. */
  readonly quietAt: string;
  readonly endedAt: string;
  readonly shops: readonly { readonly id: string; readonly acceptor: string }[];
  readonly bounds: {
    /** How long an outcome may be unknown before somebody is told: 15 minutes of an acquirer that can be reached, and the run's faults. */
    readonly unknown_ms: number;
    /** How long what somebody has begun may be under way: a process may be held between two of its steps, and a line afterwards. */
    readonly underWay_ms: number;
  };
  readonly servers: number;
}

/** A call is one HTTP request: a repetition of the same key is another call. Its number is the client's own. */
interface Call extends Base {
  readonly call: number;
  /** The root field that was asked for: `submitCard`, `cancelTransaction`, `transaction`, … */
  readonly operation: string;
  /** The idempotency key, where the operation has one. */
  readonly key: string | null;
}

/** Written before the request is sent. */
export interface Asked extends Call {
  readonly event: 'asked';
  readonly about: {
    /** The shop of the key, the member or the session that asks; null for nobody's. */
    readonly shopId: string | null;
    /** Where a shopper asks: whose token it is. */
    readonly sessionId?: string;
    readonly transactionId?: string;
    readonly remittanceId?: string;
    readonly refundId?: string;
    /** Minor units; absent where all there is was asked for. */
    readonly amount?: number;
    readonly endpointId?: string;
    readonly deliveryId?: string;
    /** What it shows to be let in has been told as ended: a key that was revoked, a sign-in that is over, a member who has left. */
    readonly ended?: string;
    /** Anything else that helps to find the place. */
    readonly [more: string]: unknown;
  };
}

/**
 * Written once the answer is read, before anything is concluded from it. Of `answer` everything with an `id` or a `reference` and a
 * `status` is held against the log; so ask for `__typename id status`, and of a refusal for `code retryable`. Without
 * the tokens and secrets that some answers hold.
 */
export interface Told extends Call {
  readonly event: 'told';
  /** Of HTTP. */
  readonly status: number;
  /** `data` of the GraphQL answer. */
  readonly answer: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly { readonly code: string; readonly message: string }[] | null;
}

/** The connection was lost, or what came back was no answer: nobody knows what became of it. */
export interface Untold extends Call {
  readonly event: 'untold';
  readonly reason: string;
}

export type ClientLine =
  Asked | Told | Untold | FeedSeen | FeedOpened | FeedClosed | PageOpened | PageShown | PageClosed;

/** One per whole HTTP request; what broke off before its end was no message. */
export interface ReceiverLine {
  readonly at: string;
  readonly endpointId: string;
  /** The header `webhook-id`. */
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  /** The body's bytes in base64. */
  readonly body: string;
  /** Whether the stock verifier took it. False is excused only where `faults.jsonl` tells of bytes that were falsified on the way. */
  readonly verified: boolean;
  /** What was answered: a status, or how it was not. */
  readonly answered: number | string;
}

/**
 * What befell the run. Of a fault on a line `target` names the link: `clients`, `acquirer`, `directory`, `results`, `database`, `mail`,
 * `receivers`; of a process its name. A falsified byte on its way to the acquirer must not make another valid message of it (another
 * amount, another STAN): no protocol without a checksum survives that, and TCP has one. Make it unreadable.
 */
export interface FaultLine {
  readonly at: string;
  readonly kind: string;
  readonly target: string;
  readonly detail?: unknown;
  /** Once, when it does not say. */
  readonly times?: number;
}

/** A card that was typed in during the run, with the security code typed in with it. */
export interface Marker {
  readonly number: string;
  readonly code: string | null;
}

/** A secret of an endpoint, as its merchant was given it. */
export interface HookSecret {
  readonly endpointId: string;
  readonly secret: string;
  /** Just before it was asked for. */
  readonly askedAt: string;
  /** When the merchant had it. */
  readonly toldAt: string;
}

export interface Raw {
  /** Data files and write-ahead log of a database that has stopped, or was told to write all it had. */
  readonly databaseFolder: string | null;
  /** Keys of security codes, whatever else may hold a byte of a card. */
  readonly folders: readonly string[];
  /** Of a browser that paid, with every page that came to it under `pages`; null where no browser did. */
  readonly profile: string | null;
}

/** What the database refuses by itself, so that a fault of ours cannot get past it. */
export interface Catalogue {
  /** Unique keys and primary keys, by table and definition. */
  readonly uniques: readonly { readonly table: string; readonly name: string; readonly definition: string }[];
  readonly checks: readonly { readonly table: string; readonly name: string; readonly definition: string }[];
  readonly triggers: readonly {
    readonly table: string;
    readonly name: string;
    readonly definition: string;
    readonly enabled: boolean;
  }[];
  /** What the role that runs may do to the tables of the log. */
  readonly grants: readonly { readonly table: string; readonly privilege: string }[];
}

/** One of the thirteen, or `RUN` for a run that shows nothing. */
export type Invariant = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 'RUN';

export interface Violation {
  readonly invariant: Invariant;
  /** What does not hold, in a sentence. */
  readonly says: string;
  /** Enough to find the place: ids, files, lines. */
  readonly where: Readonly<Record<string, unknown>>;
}

export interface Verdict {
  /** How many things each invariant looked at, by its name. */
  readonly checked: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
}
