/**
 * What a resolver knows of the request it serves.
 */
import type { IncomingMessage } from 'node:http';
import { newId } from '../core/identifiers.js';
import type { Caller } from '../core/caller.js';
import type { Deps } from '../database/deps.js';

export interface Context {
  readonly deps: Deps;
  readonly caller: Caller;
  /** Shown with every top-level error and written into the log. */
  readonly requestId: string;
  /** Batched reads of this request, by what they read. */
  readonly loaders: Map<string, unknown>;
}

/** Recognises who sends a bearer token; app.ts joins the rooms that know. */
export type Recognise = (bearer: string | null) => Promise<Caller>;

export async function contextOf(deps: Deps, recognise: Recognise, request: IncomingMessage): Promise<Context> {
  return {
    deps,
    caller: await recognise(bearerOf(request.headers.authorization)),
    requestId: newId('request', deps),
    loaders: new Map(),
  };
}

function bearerOf(header: string | undefined): string | null {
  const match = /^Bearer ([A-Za-z0-9_\-.~+/=]{1,200})$/.exec(header ?? '');
  return match?.[1] ?? null;
}

/** The one loader of this name in this request. */
export function loaderOf<Loader>(context: Context, name: string, make: (deps: Deps) => Loader): Loader {
  const known = context.loaders.get(name) as Loader | undefined;
  if (known) return known;
  const made = make(context.deps);
  context.loaders.set(name, made);
  return made;
}

/** Rules have let only callers of a shop come this far. */
export function shopOf(context: Context): string {
  if (context.caller.kind === 'NOBODY') throw new Error('A rule let nobody through.');
  return context.caller.shopId;
}
