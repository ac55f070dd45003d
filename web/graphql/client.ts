/**
 * How pages speak to the API: from the server side only, with the caller's own authority and nothing else.
 */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type AnyVariables, Client, type CombinedError, fetchExchange } from '@urql/core';
import { Kind, OperationTypeNode } from 'graphql';
import { readEnvironment } from '../env.ts';

export interface Caller {
  /** `Bearer pst_…` or `Bearer sk_…`; null for somebody who is known by cookies, or not yet. */
  readonly token: string | null;
  /** The cookies of the till, as a browser sent them with a page or a form of ours. */
  readonly cookie?: string;
  /** Hands the browser what the API sets: whole `Set-Cookie` lines. */
  readonly setCookies?: (lines: string[]) => void;
  /** The browser's address as the public door saw it: the API counts attempts by it. */
  readonly address: string | null;
}

export type Answer<Data> =
  | { readonly kind: 'data'; readonly data: Data }
  /** The API understood and answered no: `UNAUTHENTICATED`, `RATE_LIMITED`, `BAD_USER_INPUT` … */
  | { readonly kind: 'refused'; readonly code: string }
  /** Nothing usable came back. What was asked may have happened all the same. */
  | { readonly kind: 'unreachable' };

export async function ask<Data, Variables extends AnyVariables>(
  caller: Caller,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  /** Longer than the API waits for the acquirer, so that its own answer comes first. */
  timeout_ms = 25_000,
): Promise<Answer<Data>> {
  const client = new Client({
    url: readEnvironment().graphqlUrl,
    exchanges: [fetchExchange],
    // The API's protection against forged requests refuses queries that come by GET.
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetch: async (address, init) => {
      const answer = await fetch(address, init);
      const lines = answer.headers.getSetCookie();
      if (lines.length > 0) caller.setCookies?.(lines);
      return answer;
    },
    fetchOptions: { headers: headersOf(caller), signal: AbortSignal.timeout(timeout_ms), redirect: 'error' },
  });
  const send = isMutation(document) ? client.mutation(document, variables) : client.query(document, variables);
  const { data, error } = await send.toPromise();
  if (error) return reasonOf(error);
  return data ? { kind: 'data', data } : { kind: 'unreachable' };
}

/** After any other error nobody can say what has happened. */
const ANSWERS_NO: ReadonlySet<string> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'COST_EXCEEDED',
  'RATE_LIMITED',
]);

function headersOf(caller: Caller): Record<string, string> {
  return {
    ...(caller.token === null ? {} : { authorization: `Bearer ${caller.token}` }),
    ...(caller.cookie ? { cookie: caller.cookie } : {}),
    // Only with this does the API believe whom we speak for.
    'x-internal-token': readEnvironment().internalToken,
    ...(caller.address ? { 'x-forwarded-for': caller.address } : {}),
  };
}

function isMutation(document: TypedDocumentNode<unknown, never>): boolean {
  return document.definitions.some(
    definition => definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION,
  );
}

function reasonOf(error: CombinedError): Answer<never> {
  const code = error.graphQLErrors[0]?.extensions['code'];
  return typeof code === 'string' && ANSWERS_NO.has(code) ? { kind: 'refused', code } : { kind: 'unreachable' };
}
