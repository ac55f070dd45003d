/**
 * What the `subscribe` of a subscription answers: where its payloads come from, and from where on this caller wants them.
 */

export interface SourcePage<Payload> {
  readonly entries: readonly { readonly position: bigint; readonly payload: Payload }[];
  /** Nothing up to here is missing on the page. */
  readonly upTo: bigint;
  /** Reads that belong to these payloads, shared by all who show them. */
  readonly loaders: Map<string, unknown>;
}

/** Payloads in order of position; the same for all callers with the same rights, document and variables. */
export interface Source<Payload> {
  /**
   * Payloads tell how things stand when they are made, whatever their position. They are made one after the other, so that a later one
   * never tells of an earlier time.
   */
  readonly isOfNow?: true;
  /** The newest position there may be something at. */
  head(): bigint;
  page(after: bigint): Promise<SourcePage<Payload>>;
  /** Calls back when there may be more; the returned function ends it. */
  follow(wake: () => void): () => void;
}

export class Followed<Payload> implements AsyncIterable<Payload> {
  constructor(
    readonly source: Source<Payload>,
    /** Only what comes after this position. */
    readonly after: bigint,
  ) {}

  /** GraphQL wants a stream; ours is read in pages by a view, once for many (view.ts). */
  [Symbol.asyncIterator](): never {
    throw new Error('A view reads its pages.');
  }
}
