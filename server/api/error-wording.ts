/**
 * How errors are worded for callers, whichever way they came: what helps them, and nothing of the inside.
 */
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Log } from '../core/ports.js';
import { RefusalError } from '../core/refusal.js';

const BAD_INPUT: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
const OURS: ReadonlySet<unknown> = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'COST_EXCEEDED', 'RATE_LIMITED']);

export function presentable(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof RefusalError)
    return { ...formatted, message: cause.message, extensions: { code: 'BAD_USER_INPUT', refusal: cause.code } };
  const code = formatted.extensions?.['code'];
  if (BAD_INPUT.has(code)) return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
  if (OURS.has(code)) return { ...formatted, extensions: { code } };
  log.error('request: failed', { error: cause, path: formatted.path });
  return {
    message: 'Something went wrong on our side. Nothing was lost; the request id helps us to find it.',
    extensions: { code: 'INTERNAL' },
    ...(formatted.path ? { path: formatted.path } : {}),
  };
}

export function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId } };
}
