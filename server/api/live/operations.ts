/**
 * Begins subscriptions: admits the document as over plain HTTP, asks the schema what is followed, and finds the view for it.
 */
import { createSourceEventStream, execute, GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import { newId } from '../../core/identifiers.js';
import type { Caller } from '../../core/caller.js';
import { SECOND_ms } from '../../core/time.js';
import type { Deps } from '../../database/deps.js';
import { Admission } from '../admission.js';
import type { Context } from '../context.js';
import { presentable, withRequestId } from '../error-wording.js';
import { topLevelError } from '../rules.js';
import type { Visitor } from '../visitor.js';
import { Followed, type SourcePage } from './followed.js';
import { Documents, type Prepared } from './prepare.js';
import { Subscriber, type Outlet } from './subscriber.js';
import { View, type Message } from './view.js';

const AGAIN_AFTER_ms = SECOND_ms;

export interface Wanted {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
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
    this.#admission.admit({ ...prepared, variables }, caller);
    const context = this.#contextOf(rightsOf(caller), new Map());
    const followed = await this.#follow(prepared, variables, context);
    const key = keyOf(prepared, variables, context.caller);
    const view = () => this.#viewOf(key, followed, prepared, variables, context);
    const { document, operationName } = prepared;
    const subscriber = new Subscriber(
      view,
      followed.after,
      outlet,
      error => new Promise(again => this.#failed(error, again)),
    );
    return { schema: this.schema, document, operationName, contextValue: subscriber };
  }

  #contextOf(caller: Caller, loaders: Map<string, unknown>): Context {
    return { deps: this.deps, caller, visitor: NOWHERE, requestId: newId('request', this.deps), loaders };
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

  #viewOf(
    key: string,
    { source }: Followed<unknown>,
    prepared: Prepared,
    variables: object,
    { caller }: Context,
  ): View {
    const known = this.#views.get(key);
    if (known) return known;
    const perform = (page: SourcePage<unknown>) => this.#perform(prepared, variables, caller, page);
    const view = new View(source, perform, {
      failed: (error, again) => this.#failed(error, again),
      left: () => this.#views.delete(key),
    });
    this.#views.set(key, view);
    return view;
  }

  #perform(
    { document, operationName }: Prepared,
    variables: object,
    caller: Caller,
    page: SourcePage<unknown>,
  ): Promise<Message[]> {
    const contextValue = this.#contextOf(caller, page.loaders);
    return Promise.all(
      page.entries.map(async ({ position, payload }) => {
        const { data, errors } = await execute({
          schema: this.schema,
          document,
          operationName,
          variableValues: { ...variables },
          rootValue: payload,
          contextValue,
        });
        const told = errors ? { errors: this.worded(errors, contextValue.requestId), data } : { data };
        return { position, text: JSON.stringify(told) };
      }),
    );
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

function keyOf({ id, cursors }: Prepared, variables: object, caller: Caller): string {
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
