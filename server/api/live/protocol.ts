/**
 * What graphql-ws asks of us: who somebody is, and what a `subscribe` leads to. It keeps the life cycle of socket and
 * operations; payloads are sent past it (subscriber.ts).
 */
import { GraphQLError } from 'graphql';
import { makeServer, type Server } from 'graphql-ws';
import { bearerOf, type Credentials, type Recognise } from '../context.js';
import { CLOSE, LIVE_LIMITS } from './limits.js';
import type { Operations } from './operations.js';
import type { LiveSocket } from './socket.js';
import type { Outlet, Subscriber } from './subscriber.js';

export interface Speaking {
  readonly socket: LiveSocket;
  /** What the request that was upgraded says of who sends it. */
  readonly credentials: Credentials;
}

export function createProtocol(recognise: Recognise, operations: Operations): Server<Speaking>['opened'] {
  const server = makeServer<Record<string, unknown>, Speaking>({
    connectionInitWaitTimeout: LIVE_LIMITS.init_ms,
    onConnect: async ({ connectionParams, extra: { socket, credentials } }) => {
      socket.caller = (await recognise(credentialsIn(connectionParams, credentials))).caller;
      // Nobody may follow anything; the code tells clients that trying again is of no use.
      if (socket.caller.kind === 'NOBODY') socket.close(CLOSE.UNAUTHORISED, 'Unauthorized');
    },
    onSubscribe: ({ extra: { socket } }, id, payload) =>
      socket.begin(async () => {
        let outlet: Outlet | null = null;
        try {
          outlet = socket.outlet(id);
          return await operations.begin(socket.caller, payload, outlet);
        } catch (error) {
          outlet?.done();
          return errorsIn(error);
        }
      }),
    subscribe: ({ contextValue }) => contextValue as Subscriber,
    onError: (_context, _id, _payload, errors) => operations.worded(errors),
  });
  return (socket, extra) => server.opened(socket, extra);
}

/** What `connection_init` says, or else the upgrade itself: a header is sent on purpose, a cookie by itself. */
function credentialsIn(parameters: Readonly<Record<string, unknown>> | undefined, ofUpgrade: Credentials): Credentials {
  const told = parameters?.['authorization'] ?? parameters?.['Authorization'];
  if (told === undefined) return ofUpgrade;
  return { bearer: typeof told === 'string' ? bearerOf(told) : null, signIn: null, mayChange: false };
}

/** What graphql-ws hands to the caller, by way of `onError`. */
function errorsIn(error: unknown): GraphQLError[] {
  if (error instanceof GraphQLError) return [error];
  if (error instanceof AggregateError) return error.errors.flatMap(errorsIn);
  return [new GraphQLError('Something went wrong.', { originalError: error instanceof Error ? error : null })];
}
