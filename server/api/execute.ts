/**
 * Executes documents with graphql-jit, which completes lists several times faster than graphql-js. Compiled documents are
 * kept, the least recently used going first.
 */
import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { keepRecent } from '../core/keep-recent.js';
import type { Context } from './context.js';
import { schemasShown } from './introspection.js';

const DOCUMENTS_KEPT = 1_000;

export function jitGateway(schema: GraphQLSchema): GatewayInterface {
  return {
    // Apollo asks a gateway for its SDL only to report it; it is never served.
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({ executor: jitExecutor(schema) }),
    stop: async () => undefined,
  };
}

function jitExecutor(schema: GraphQLSchema): GatewayExecutor {
  const compiled = new Map<string, Compiled>();
  const shownTo = schemasShown(schema);
  return async ({ document, operation, operationName, queryHash, request, context }) => {
    const shown = shownTo((context as Context).caller, document, operation);
    const key = `${queryHash} ${operationName ?? ''} ${shown.name}`;
    const query = compiled.get(key) ?? compile(shown.schema, document as Document, operationName);
    keepRecent(compiled, key, query, DOCUMENTS_KEPT);
    const { errors: thrown, ...result } = await query.query(undefined, context, request.variables ?? {});
    return thrown ? { ...result, errors: thrown.map(whole) } : result;
  };
}

type Compiled = CompiledQuery<Record<string, unknown>, Record<string, unknown>>;
type Document = Parameters<typeof compileQuery<Record<string, unknown>, Record<string, unknown>>>[1];

function compile(schema: GraphQLSchema, document: Document, operationName: string | null): Compiled {
  const compiled = compileQuery<Record<string, unknown>, Record<string, unknown>>(
    schema,
    document,
    operationName ?? undefined,
    { disableLeafSerialization: false },
  );
  if (isCompiledQuery(compiled)) return compiled;
  throw new Error(`A valid document could not be compiled: ${compiled.errors?.[0]?.message}`);
}

/** graphql-jit's errors may come without extensions, on which Apollo stumbles: it would neither word nor log them as we do. */
function whole({ message, path, originalError }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { path, originalError });
}
