/**
 * The GraphQL door: Apollo over the emitted schema, with every document measured and ruled before it runs, and every error
 * worded so that it helps the caller and shows nothing of the inside.
 */
import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import {
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import type { Log } from '../core/ports.js';
import { RefusalError } from '../core/refusal.js';
import type { Context } from './context.js';
import { DOCUMENT_LIMITS, requireSmall, rulesOf } from './document.js';
import { jitGateway } from './execute.js';
import { requireAllowed, topLevelError, type FieldRule } from './rules.js';

/** Points a request may cost: a plain field is one, a list as many as it may hold. */
export const COST_MOST = 10_000;

export function createGraphql(schema: GraphQLSchema, log: Log): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: jitGateway(schema),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    parseOptions: { maxTokens: DOCUMENT_LIMITS.tokens },
    plugins: [ApolloServerPluginCacheControlDisabled(), measuring(schema)],
    formatError: (formatted, error) => presentable(formatted, error, log),
  });
}

function measuring(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  // A document is parsed once and kept by Apollo; what it needs is kept with it.
  const needed = new WeakMap<DocumentNode, readonly FieldRule[]>();
  return {
    async requestDidStart() {
      let cost = 0;
      return {
        async didResolveOperation(request) {
          const { document, contextValue } = request;
          // With a gateway Apollo leaves it to the executor to miss the operation.
          if (!request.operation)
            throw topLevelError('BAD_USER_INPUT', 'Name one operation of the document, one that it has.', 400);
          if (request.operation.operation === OperationTypeNode.SUBSCRIPTION)
            throw topLevelError('BAD_USER_INPUT', 'A subscription cannot be answered over plain HTTP.', 400);
          const rules = needed.get(document) ?? measure(schema, document);
          needed.set(document, rules);
          requireAllowed(rules, contextValue.caller);
          cost = requireAffordable(schema, request);
        },
        async willSendResponse({ response, contextValue }) {
          response.http.headers.set('x-request-id', contextValue.requestId);
          response.http.headers.set('cache-control', 'no-store');
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          if (singleResult.errors) {
            const { requestId } = contextValue;
            singleResult.errors = singleResult.errors.map(error => withRequestId(error, requestId));
          }
          const allowance = { requested: cost, actual: cost, available: COST_MOST };
          if (cost > 0) singleResult.extensions = { ...singleResult.extensions, cost: allowance };
        },
      };
    },
  };
}

function measure(schema: GraphQLSchema, document: DocumentNode): FieldRule[] {
  requireSmall(document);
  return rulesOf(schema, document);
}

function requireAffordable(schema: GraphQLSchema, request: GraphQLRequestContextDidResolveOperation<Context>): number {
  const cost = costOf(schema, request);
  if (cost <= COST_MOST) return cost;
  throw topLevelError(
    'COST_EXCEEDED',
    `This costs ${cost} points; ${COST_MOST} are available. Ask for fewer or shorter lists.`,
    400,
  );
}

function costOf(schema: GraphQLSchema, request: GraphQLRequestContextDidResolveOperation<Context>): number {
  try {
    return getComplexity({
      schema,
      query: request.document,
      ...(request.request.variables ? { variables: request.request.variables } : {}),
      ...(request.operationName ? { operationName: request.operationName } : {}),
      estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
    });
  } catch (error) {
    // It coerces variables before the executor does, and throws on the first that does not fit.
    throw topLevelError(
      'BAD_USER_INPUT',
      error instanceof GraphQLError ? error.message : 'The variables do not fit.',
      400,
    );
  }
}

const BAD_INPUT: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
const OURS: ReadonlySet<unknown> = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'COST_EXCEEDED', 'RATE_LIMITED']);

function presentable(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
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

function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId } };
}
