/** The lines of those who follow something as it happens, in a client's file of the evidence (`evidence.ts`). */
export interface Base {
  readonly at: string;
  readonly client: string;
}

/** What a reader of the log wants of it. A reader keeps its scope for all its life, over reconnects and servers. */
export interface FeedScope {
  readonly shopId: string;
  /** As `TransactionEventFilter`; absent = everything. */
  readonly filter?: {
    readonly status?: readonly string[];
    readonly brand?: readonly string[];
    readonly type?: readonly string[];
    readonly transactionId?: string;
  };
}

/** One per event, in the order in which they came, whether by subscription or by `events`. */
export interface FeedSeen extends Base {
  readonly event: 'feed';
  /** The name of the reader: a client may be several. */
  readonly reader: string;
  readonly scope: FeedScope;
  readonly cursor: string;
  readonly eventId: string;
  readonly transactionId: string;
  /** `sequence` and `subjectId` of the event. */
  readonly sequence: number;
  readonly subjectId?: string;
  /** `type` of the event, such as `CAPTURE_ACCEPTED`. */
  readonly kind: string;
  /** `to` of the event. */
  readonly status: string;
}

export interface FeedOpened extends Base {
  readonly event: 'feed-opened';
  readonly reader: string;
  readonly scope: FeedScope;
  readonly server: string;
  /** The cursor that was handed over; null where it was none. The first one had best be `feedCursor`, so that it is known. */
  readonly after: string | null;
}

export interface FeedClosed extends Base {
  readonly event: 'feed-closed';
  readonly reader: string;
  readonly server: string;
  /** True where the reader was closed in quiet, when `events` had nothing after its last cursor: nothing may be missing at its end. */
  readonly caughtUp?: boolean;
}

/** A page is one connection that follows one session (`checkoutChanged`); its name is the client's own. */
export interface PageOpened extends Base {
  readonly event: 'page-opened';
  readonly page: string;
  readonly shopId: string;
  readonly sessionId: string;
  readonly server: string;
}

/** One per message, in the order in which they came. */
export interface PageShown extends Base {
  readonly event: 'page-shown';
  readonly page: string;
  /** `data` of the message. */
  readonly answer: Readonly<Record<string, unknown>>;
}

export interface PageClosed extends Base {
  readonly event: 'page-closed';
  readonly page: string;
  /** True where it stood open in quiet, for long enough to show whatever there was to show. */
  readonly caughtUp?: boolean;
}
