/**
 * The document of a subscription, read and checked once for all who send the same one.
 */
import {
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { keepRecent } from '../../core/keep-recent.js';
import { DOCUMENT_LIMITS } from '../document.js';
import { topLevelError } from '../rules.js';

const DOCUMENTS_KEPT = 100;

export interface Prepared {
  /** Names document and operation in this process. */
  readonly id: number;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  /** Variables that only say from where on: subscribers who differ in nothing else see the same. */
  readonly cursors: ReadonlySet<string>;
}

export class Documents {
  readonly #known = new Map<string, Prepared>();
  #last = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  /** Throws what the caller is to be told, one error or several. */
  prepare(query: string, operationName: string | null): Prepared {
    const key = `${operationName ?? ''} ${query}`;
    const known = this.#known.get(key) ?? this.#read(query, operationName);
    keepRecent(this.#known, key, known, DOCUMENTS_KEPT);
    return known;
  }

  #read(query: string, operationName: string | null): Prepared {
    const document = parsed(query);
    const errors = validate(this.schema, document, specifiedRules, { hideSuggestions: true });
    if (errors.length > 0) throw new AggregateError(errors.map(badInput));
    const operation = getOperationAST(document, operationName);
    if (!operation) throw badInput(new GraphQLError('Name one operation of the document, one that it has.'));
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
      throw badInput(new GraphQLError('Only subscriptions come over a socket; send queries and mutations over HTTP.'));
    this.#last += 1;
    return { id: this.#last, document, operationName, cursors: cursorsOf(document, operation) };
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: DOCUMENT_LIMITS.tokens });
  } catch (error) {
    throw badInput(error instanceof GraphQLError ? error : new GraphQLError('The document cannot be read.'));
  }
}

function badInput({ message, nodes, source, positions }: GraphQLError): GraphQLError {
  const { extensions } = topLevelError('BAD_USER_INPUT', message, 400);
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions,
  });
}

/** Variables that are given to `after` of the subscription itself and to nothing else. */
function cursorsOf(document: DocumentNode, operation: OperationDefinitionNode): ReadonlySet<string> {
  const uses = new Map<string, number>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
  });
  const roots = operation.selectionSet.selections.filter(selection => selection.kind === Kind.FIELD);
  const given = roots
    .flatMap(root => root.arguments ?? [])
    .flatMap(({ name, value }) => (name.value === 'after' && value.kind === Kind.VARIABLE ? [value.name.value] : []));
  return new Set(given.filter(name => uses.get(name) === 1));
}
