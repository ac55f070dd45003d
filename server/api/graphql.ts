/**
 * The GraphQL door: Apollo over the emitted schema, with every document measured and ruled before it runs, and every error
 * worded so that it helps the caller and shows nothing of the inside.
 */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { OperationTypeNode, type GraphQLSchema } from 'graphql';
import type { Log } from '../core/ports.js';
import { Admission, COST_MOST } from './admission.js';
import type { Context } from './context.js';
import { DOCUMENT_LIMITS } from './document.js';
import { presentable, withRequestId } from './error-wording.js';
import { jitGateway } from './execute.js';
import { topLevelError } from './rules.js';

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
  const admission = new Admission(schema);
  return {
    async requestDidStart() {
      let cost = 0;
      return {
        async didResolveOperation(request) {
          // With a gateway Apollo leaves it to the executor to miss the operation.
          if (!request.operation)
            throw topLevelError('BAD_USER_INPUT', 'Name one operation of the document, one that it has.', 400);
          if (request.operation.operation === OperationTypeNode.SUBSCRIPTION)
            throw topLevelError('BAD_USER_INPUT', 'A subscription cannot be answered over plain HTTP.', 400);
          const { document, operationName, contextValue } = request;
          const { variables } = request.request;
          cost = admission.admit({ document, operationName, variables }, contextValue.caller);
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
