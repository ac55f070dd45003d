/**
 * What is asked of every document before it runs, over plain HTTP and over a socket alike: that it is small, that its caller
 * may ask for each of its fields, and that it costs no more than there is.
 */
import { GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import type { Caller } from '../core/caller.js';
import { requireSmall, rulesOf } from './document.js';
import { requireAllowed, topLevelError, type FieldRule } from './rules.js';

/** Points a request may cost: a plain field is one, a list as many as it may hold. */
export const COST_MOST = 10_000;

export interface Asked {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export class Admission {
  /** A document that is kept is measured once; what it needs is kept with it. */
  readonly #needed = new WeakMap<DocumentNode, readonly FieldRule[]>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Throws what the caller is to be told, or answers what it costs. The document is valid already. */
  admit(asked: Asked, caller: Caller): number {
    requireAllowed(this.rulesOf(asked.document), caller);
    return requireAffordable(this.schema, asked);
  }

  rulesOf(document: DocumentNode): readonly FieldRule[] {
    const known = this.#needed.get(document);
    if (known) return known;
    requireSmall(document);
    const rules = rulesOf(this.schema, document);
    this.#needed.set(document, rules);
    return rules;
  }
}

function requireAffordable(schema: GraphQLSchema, asked: Asked): number {
  const cost = costOf(schema, asked);
  if (cost <= COST_MOST) return cost;
  throw topLevelError(
    'COST_EXCEEDED',
    `This costs ${cost} points; ${COST_MOST} are available. Ask for fewer or shorter lists.`,
    400,
  );
}

function costOf(schema: GraphQLSchema, { document, operationName, variables }: Asked): number {
  try {
    return getComplexity({
      schema,
      query: document,
      ...(variables ? { variables } : {}),
      ...(operationName ? { operationName } : {}),
      estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
    });
  } catch (error) {
    // It coerces variables before the executor does, and throws on the first that does not fit. It knows no way to keep
    // names of the schema that were not asked for to itself.
    const message = error instanceof GraphQLError ? error.message : 'The variables do not fit.';
    throw topLevelError('BAD_USER_INPUT', message.replace(/ ?Did you mean .*\?$/s, ''), 400);
  }
}
