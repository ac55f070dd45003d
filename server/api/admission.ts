/**
 * What is asked of every document before it runs, over plain HTTP and over a socket alike: that it is small, that its caller
 * may ask for each of its fields, that its variables fit, and that it costs no more than there is.
 */
import {
  getOperationAST,
  getVariableValues,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
  type TypeNode,
  type VariableDefinitionNode,
} from 'graphql';
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

/** What is known of a document that is kept. */
interface Measured {
  readonly rules: readonly FieldRule[];
  /** By operation and the variables that a cost can depend on. */
  readonly costs: Map<string, number>;
}

/** Costs kept per document; a page size is between 1 and 100. */
const COSTS_KEPT = 200;

export class Admission {
  /** A document that is kept is measured once. */
  readonly #measured = new WeakMap<DocumentNode, Measured>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Throws what the caller is to be told, or answers what it costs. The document is valid already. */
  admit(asked: Asked, caller: Caller): number {
    const { rules, costs } = this.#measure(asked.document);
    requireAllowed(rules, caller);
    const operation = getOperationAST(asked.document, asked.operationName);
    const definitions = operation?.variableDefinitions ?? [];
    requireVariables(this.schema, definitions, asked);
    const key = `${asked.operationName ?? ''} ${weighty(definitions, asked)}`;
    const cost = costs.get(key) ?? costOf(this.schema, asked);
    if (costs.size < COSTS_KEPT) costs.set(key, cost);
    return requireAffordable(cost);
  }

  #measure(document: DocumentNode): Measured {
    const known = this.#measured.get(document);
    if (known) return known;
    requireSmall(document);
    const measured = { rules: rulesOf(this.schema, document), costs: new Map() };
    this.#measured.set(document, measured);
    return measured;
  }
}

/** graphql-jit words errors of variables in a way of its own; graphql-js says what clients expect. */
function requireVariables(schema: GraphQLSchema, definitions: Definitions, { variables }: Asked): void {
  // Without suggestions: names of the schema that were not asked for stay with it.
  const { errors } = getVariableValues(schema, definitions, variables ?? {}, { hideSuggestions: true, maxErrors: 10 });
  const [first] = errors ?? [];
  if (first) throw topLevelError('BAD_USER_INPUT', first.message, 400);
}

type Definitions = readonly VariableDefinitionNode[];

/** Of the variables those that an estimator or a directive can see: page sizes, and whether a field is included. */
function weighty(definitions: Definitions, { variables }: Asked): string {
  const values = definitions.flatMap(({ variable, type }) => {
    const value = variables?.[variable.name.value];
    return ['Int', 'Boolean'].includes(nameOf(type)) ? [value ?? null] : [];
  });
  return JSON.stringify(values);
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function requireAffordable(cost: number): number {
  if (cost <= COST_MOST) return cost;
  throw topLevelError(
    'COST_EXCEEDED',
    `This costs ${cost} points; ${COST_MOST} are available. Ask for fewer or shorter lists.`,
    400,
  );
}

function costOf(schema: GraphQLSchema, { document, operationName, variables }: Asked): number {
  return getComplexity({
    schema,
    query: document,
    ...(variables ? { variables } : {}),
    ...(operationName ? { operationName } : {}),
    estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
  });
}
