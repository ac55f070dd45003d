/**
 * Begins subscriptions: admits the document as over plain HTTP, asks the schema what is followed, and finds the view for it.
 */
import { createSourceEventStream, execute, GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import { newId } from '../../core/identifiers.js';
import type { Caller } from '../../core/caller.js';
import { SECOND_ms } from '../../core/time.js';
import type { Deps } from '../../database/deps.js';
import { Admission, COST_MOST } from '../admission.js';
import type { Context } from '../context.js';
import { presentable, withRequestId } from '../error-wording.js';
import { topLevelError } from '../rules.js';
import type { Visitor } from '../visitor.js';
import { Followed, type SourcePage } from './followed.js';
import { Documents, type Prepared } from './prepare.js';
import { Subscriber, type Outlet } from './subscriber.js';
import { Turns } from './turns.js';
import { View, type Message } from './view.js';

const AGAIN_AFTER_ms = SECOND_ms;
/** Pages of those who are behind that are read at once, of all views together. */
const PAGES_AT_ONCE = 4;

export interface Wanted {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** All that decides what is seen, but for the position. */
interface Seen {
  readonly prepared: Prepared;
  readonly variables: Readonly<Record<string, unknown>>;
  /** A caller's rights, without the caller. */
  readonly caller: Caller;
  /** Payloads that are executed at once. */
  readonly atOnce: number;
}

/** What graphql-ws is told to run: in place of a context it finds the stream. */
export interface Begun {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly contextValue: Subscriber;
}

/** Whoever follows a view with others is nobody in particular: a payload is made for rights, not for a person. */
const NOWHERE: Visitor = { address: '', cookies: new Map(), setCookie: () => undefined };

export class Operations {
  readonly #documents: Documents;
  readonly #admission: Admission;
  readonly #views = new Map<string, View>();
  readonly #behind = new Turns(PAGES_AT_ONCE);

  constructor(
    private readonly deps: Deps,
    private readonly schema: GraphQLSchema,
  ) {
    this.#documents = new Documents(schema);
    this.#admission = new Admission(schema);
  }

  /** Throws what the caller is to be told. */
  async begin(caller: Caller, wanted: Wanted, outlet: Outlet): Promise<Begun> {
    const prepared = this.#documents.prepare(wanted.query, wanted.operationName ?? null);
    const variables = wanted.variables ?? {};
    const cost = this.#admission.admit({ ...prepared, variables }, caller);
    const context = this.#contextOf(rightsOf(caller), new Map());
    const followed = await this.#follow(prepared, variables, context);
    const atOnce = Math.max(1, Math.floor(COST_MOST / cost));
    const seen: Seen = { prepared, variables, caller: context.caller, atOnce };
    const view = () => this.#viewOf(seen, followed);
    const { document, operationName } = prepared;
    const again = (error: unknown) => new Promise<void>(resolve => this.#failed(error, resolve));
    const subscriber = new Subscriber(view, followed.after, outlet, again);
    return { schema: this.schema, document, operationName, contextValue: subscriber };
  }

  #contextOf(caller: Caller, loaders: Map<string, unknown>): Context {
    return { deps: this.deps, caller, shop: null, visitor: NOWHERE, requestId: newId('request', this.deps), loaders };
  }

  async #follow(prepared: Prepared, variableValues: object, contextValue: Context): Promise<Followed<unknown>> {
    const { document, operationName } = prepared;
    const stream = await createSourceEventStream({
      schema: this.schema,
      document,
      operationName,
      variableValues: { ...variableValues },
      contextValue,
    });
    if (stream instanceof Followed) return stream as Followed<unknown>;
    if (!('errors' in stream)) throw new Error('A subscription answers what it follows.');
    const errors = stream.errors ?? [];
    // Variables that do not fit are found here, without a path and without a code.
    throw new AggregateError(
      errors.map(error =>
        error.path || error.originalError ? error : topLevelError('BAD_USER_INPUT', error.message, 400),
      ),
    );
  }

  #viewOf(seen: Seen, { source }: Followed<unknown>): View {
    const key = keyOf(seen);
    const known = this.#views.get(key);
    if (known) return known;
    const view = new View(source, page => this.#perform(seen, page), this.#behind, {
      failed: (error, again) => this.#failed(error, again),
      left: () => this.#views.delete(key),
    });
    this.#views.set(key, view);
    return view;
  }

  async #perform(seen: Seen, page: SourcePage<unknown>): Promise<Message[]> {
    try {
      return await this.#write(seen, page);
    } catch (error) {
      // Loaders remember failures as well: the next try would only be told again what failed.
      page.loaders.clear();
      throw error;
    }
  }

  /** As much at once as one request may cost; others are let in between. */
  async #write(seen: Seen, { entries, loaders }: SourcePage<unknown>): Promise<Message[]> {
    const context = this.#contextOf(seen.caller, loaders);
    const messages: Message[] = [];
    for (let from = 0; from < entries.length; from += seen.atOnce) {
      if (from > 0)
        await new Promise(resolve => {
          setImmediate(resolve);
        });
      const some = entries.slice(from, from + seen.atOnce);
      const payloads = await Promise.all(some.map(({ payload }) => this.#written(seen, payload, context)));
      messages.push(...payloads.map((payload, index) => ({ position: some[index]?.position ?? 0n, payload })));
    }
    return messages;
  }

  async #written({ prepared, variables }: Seen, rootValue: unknown, contextValue: Context): Promise<Buffer> {
    const { document, operationName } = prepared;
    const variableValues = { ...variables };
    const asked = { schema: this.schema, document, operationName, variableValues, rootValue, contextValue };
    const { data, errors } = await execute(asked);
    if (!errors) return Buffer.from(JSON.stringify({ data }), 'utf8');
    const told = this.worded(errors, contextValue.requestId);
    // A payload without its data has no cursor: its reader would go on after it, and never know what it missed.
    if (told.some(({ extensions }) => extensions?.['code'] === 'INTERNAL'))
      throw new AggregateError(errors, 'A payload could not be read.');
    return Buffer.from(JSON.stringify({ errors: told, data }), 'utf8');
  }

  /** As they are told over plain HTTP. */
  worded(errors: readonly unknown[], requestId = newId('request', this.deps)) {
    return errors.map(error => {
      const formatted = error instanceof GraphQLError ? error.toJSON() : { message: 'Something went wrong.' };
      const cause = error instanceof GraphQLError && !error.path ? (error.originalError ?? error) : error;
      return withRequestId(presentable(formatted, cause, this.deps.log), requestId);
    });
  }

  /** The database may be away for a while; whoever follows waits for it. */
  #failed(error: unknown, again: () => void): void {
    this.deps.log.error('live: payloads could not be made', { error });
    this.deps.timers.after(AGAIN_AFTER_ms, again);
  }
}

function keyOf({ prepared: { id, cursors }, variables, caller }: Seen): string {
  const telling = Object.entries(variables).filter(([name]) => !cursors.has(name));
  const scopes = caller.kind === 'KEY' ? [...caller.scopes].toSorted() : [];
  return JSON.stringify([id, { ...caller, scopes }, telling]);
}

/** Of a caller only what decides what it sees: a shop and its rights in it, or the one session it opens. */
export function rightsOf(caller: Caller): Caller {
  switch (caller.kind) {
    case 'KEY':
      return { ...caller, keyId: '', createdBy: null };
    case 'MEMBER':
      return { ...caller, memberId: '', signInId: '' };
    case 'SHOPPER':
    case 'NOBODY':
      return caller;
  }
}
