/**
 * What introspection shows a merchant's key: the root fields that it may ask for, and what they lead to. A key that may only
 * read sees no mutation; everybody else sees the whole contract, which is public (`schema.graphql`).
 */
import {
  GraphQLObjectType,
  GraphQLSchema,
  isObjectType,
  Kind,
  validate,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { Caller } from '../core/caller.js';
import { allows, ruleOf } from './rules.js';

export interface Shown {
  /** The same for every caller who is shown the same. */
  readonly name: string;
  readonly schema: GraphQLSchema;
}

/** Every set of scopes may open something else; keys of one installation use few. */
const SCHEMAS_KEPT = 32;

/** The schema that a document is answered from. */
export function schemasShown(schema: GraphQLSchema) {
  const whole: Shown = { name: '', schema };
  const known = new Map<string, Shown>();
  return (caller: Caller, document: DocumentNode, operation: OperationDefinitionNode): Shown => {
    if (caller.kind !== 'KEY' || !asksForSchema(operation)) return whole;
    const name = [...caller.scopes].toSorted().join(' ');
    const shown = known.get(name) ?? { name: `shown to ${name}`, schema: schemaFor(schema, caller) };
    if (known.size >= SCHEMAS_KEPT) known.clear();
    known.set(name, shown);
    // What is open to anybody is not shown, and may still be asked for in the same breath.
    return validate(shown.schema, document).length === 0 ? shown : whole;
  };
}

/** Whether the operation asks what the schema is. A fragment counts as asking: looking too often harms nobody. */
function asksForSchema({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.some(
    one => one.kind !== Kind.FIELD || one.name.value === '__schema' || one.name.value === '__type',
  );
}

function schemaFor(whole: GraphQLSchema, caller: Caller): GraphQLSchema {
  const config = whole.toConfig();
  const query = rootFor(config.query, caller);
  // What only an interface leads to is not found from the roots: it is named where that interface is.
  const node = query?.getFields()['node'];
  const types = node ? config.types.filter(type => isObjectType(type) && type.getInterfaces().length > 0) : [];
  return new GraphQLSchema({
    ...config,
    query,
    mutation: rootFor(config.mutation, caller),
    subscription: rootFor(config.subscription, caller),
    types,
  });
}

/** Undefined when nothing of it is left. What is open to anybody is for people who sign in, and no matter of keys. */
function rootFor(type: GraphQLObjectType | null | undefined, caller: Caller): GraphQLObjectType | undefined {
  if (!type) return undefined;
  const config = type.toConfig();
  const fields = Object.entries(config.fields).filter(([name]) => {
    const rule = ruleOf(type, name);
    return rule !== undefined && !rule.anyone && allows(rule, caller);
  });
  return fields.length === 0 ? undefined : new GraphQLObjectType({ ...config, fields: Object.fromEntries(fields) });
}
