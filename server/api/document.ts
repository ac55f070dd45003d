/**
 * What a document asks for, measured before it is executed: how deep, how wide, and under which rules.
 */
import {
  GraphQLError,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { ruleOf, type FieldRule } from './rules.js';

export const DOCUMENT_LIMITS = {
  characters: 20_000,
  tokens: 4_000,
  depth: 15,
  fields: 2_000,
  aliases: 30,
  directives: 30,
} as const;

interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
}

const NOTHING: Size = { depth: 0, fields: 0, aliases: 0, directives: 0 };

/** Throws for a document beyond a limit. Fragments count each time they are spread, `__typename` like any field. */
export function requireSmall(document: DocumentNode): void {
  if ((document.loc?.source.body.length ?? 0) > DOCUMENT_LIMITS.characters) throw tooLarge('characters');
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, Size>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = sizeOf(definition.selectionSet, fragments, measured);
    for (const limit of ['depth', 'fields', 'aliases', 'directives'] as const)
      if (size[limit] > DOCUMENT_LIMITS[limit]) throw tooLarge(limit);
  }
}

function tooLarge(limit: keyof typeof DOCUMENT_LIMITS): GraphQLError {
  return new GraphQLError(`A document has at most ${DOCUMENT_LIMITS[limit]} ${limit === 'depth' ? 'levels' : limit}.`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}

function sizeOf(
  selections: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<string, Size>,
): Size {
  return selections.selections.reduce<Size>((total, selection) => {
    const directives = selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD) {
      const inner = selection.selectionSet ? sizeOf(selection.selectionSet, fragments, measured) : NOTHING;
      const own = { depth: 1 + inner.depth, fields: 1, aliases: selection.alias ? 1 : 0, directives };
      return add(add(total, { ...inner, depth: 0 }), own);
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? sizeOf(selection.selectionSet, fragments, measured)
        : sizeOfFragment(selection.name.value, fragments, measured);
    return add(total, { ...inner, directives: inner.directives + directives });
  }, NOTHING);
}

function sizeOfFragment(
  name: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<string, Size>,
): Size {
  const known = measured.get(name);
  if (known) return known;
  const fragment = fragments.get(name);
  // Validation has refused cycles and unknown fragments; counting a fragment as nothing meanwhile keeps this finite.
  measured.set(name, NOTHING);
  const size = fragment ? sizeOf(fragment.selectionSet, fragments, measured) : NOTHING;
  measured.set(name, size);
  return size;
}

function add(one: Size, other: Size): Size {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
  };
}

/** The distinct rules of all fields a document names, whichever operation of it is run. */
export function rulesOf(schema: GraphQLSchema, document: DocumentNode): FieldRule[] {
  const rules = new Map<string, FieldRule>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const parent = types.getParentType();
        const name = node.name.value;
        if (!isObjectType(parent) || name.startsWith('__') || parent.name.startsWith('__')) return;
        const rule = ruleOf(parent, name);
        if (!rule) throw new Error(`${parent.name}.${name} has no rule.`);
        rules.set(`${parent.name}.${name}`, { rule, coordinate: `${parent.name}.${name}` });
      },
    }),
  );
  return [...rules.values()].filter(({ rule }) => !rule.anyone);
}
