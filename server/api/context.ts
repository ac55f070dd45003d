/**
 * What a resolver knows of the request it serves.
 */
import type { IncomingMessage } from 'node:http';
import type { Selectable } from 'kysely';
import { newId } from '../core/identifiers.js';
import type { Caller, MemberCaller } from '../core/caller.js';
import type { Deps } from '../database/deps.js';
import type { ShopTable } from '../database/tables.js';
import {
  addressBlock,
  addressOf,
  cookieName,
  cookiesOf,
  isFromOurOrigin,
  isFromOurPages,
  type Visitor,
  type Way,
} from './visitor.js';

export interface Context {
  readonly deps: Deps;
  readonly caller: Caller;
  /** See `Recognised`; `shopOfRequest` reads it where it is not at hand. */
  readonly shop: Recognised['shop'];
  /** See `Recognised`; http.ts waits for it. */
  readonly confirmed?: Promise<boolean>;
  readonly visitor: Visitor;
  /** Shown with every top-level error and written into the log. */
  readonly requestId: string;
  /** Batched reads of this request, by what they read. */
  readonly loaders: Map<string, unknown>;
}

/** What a request says of who sends it; not believed yet. At most one of the two. */
export interface Credentials {
  readonly bearer: string | null;
  /** The token in a member's cookie. */
  readonly signIn: string | null;
  /**
   * Whether the request may change something: then it is known who asks before anything is done, and the caller's shop is read with the
   * caller, as it is likely to be worked on.
   */
  readonly mayChange: boolean;
}

/** Recognises who sends these; app.ts joins the rooms that know. */
export type Recognise = (credentials: Credentials) => Promise<Recognised>;

export interface Recognised {
  readonly caller: Caller;
  /** The caller's shop as it is when the request comes, where one statement reads both. */
  readonly shop: Selectable<ShopTable> | null;
  /** Only where the caller is taken for who it was when it last came: whether that is still so. No answer leaves before. */
  readonly confirmed?: Promise<boolean>;
}

export const NOBODY: Recognised = { caller: { kind: 'NOBODY' }, shop: null };

export function asRecognised(caller: Caller | undefined): Recognised {
  return caller ? { caller, shop: null } : NOBODY;
}

/** The cookie that a member's sign-in is known by. */
export const SIGN_IN_COOKIE = 'till';

export interface Entrance extends Way {
  readonly recognise: Recognise;
}

export async function contextOf(
  deps: Deps,
  entrance: Entrance,
  request: IncomingMessage,
  setCookie: Visitor['setCookie'],
  mayChange: boolean,
): Promise<Context> {
  return {
    deps,
    ...(await entrance.recognise(credentialsOf(request, deps.publicUrl, entrance, mayChange))),
    visitor: {
      address: addressBlock(addressOf(request, entrance)),
      cookies: cookiesOf(request.headers),
      setCookie,
    },
    requestId: newId('request', deps),
    loaders: new Map(),
  };
}

/**
 * A header is sent on purpose, a cookie by itself: whoever sends a header is taken at that word alone, and a cookie counts
 * only when one of our own pages sent the request (CSRF).
 */
export function credentialsOf(request: IncomingMessage, publicUrl: string, way: Way, mayChange: boolean): Credentials {
  const { headers } = request;
  if (headers.authorization !== undefined) return { bearer: bearerOf(headers.authorization), signIn: null, mayChange };
  const isOurs = isFromOurPages(headers, way) || isFromOurOrigin(request, publicUrl);
  const signIn = isOurs ? cookiesOf(headers).get(cookieName(SIGN_IN_COOKIE, publicUrl)) : undefined;
  return { bearer: null, signIn: signIn ?? null, mayChange };
}

export function bearerOf(header: string): string | null {
  const match = /^Bearer ([A-Za-z0-9_\-.~+/=]{1,200})$/.exec(header);
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

/** Rules have let only members come this far. */
export function memberOf(context: Context): MemberCaller {
  if (context.caller.kind !== 'MEMBER') throw new Error('A rule let somebody through who is no member.');
  return context.caller;
}
