/**
 * Fields answered without the library's ceremony. For each field of each row it would look for an instance, sort its parameters and
 * walk through middleware and checkers, of which this house has none: who may see what is decided before a document runs
 * (api/admission.ts).
 */
import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

/** A property of a view is read as it is. To be said before the schema is built. */
export function readPropertiesPlainly(): void {
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
}

type Method = (...parameters: readonly unknown[]) => unknown;
type Resolver = Readonly<Record<string, Method>>;
type FieldMetadata = ReturnType<typeof getMetadataStorage>['fieldResolvers'][number];

/** What a later room adds to a type is called as the method it is, where it takes the row and the context and nothing else. */
export function callMethodsPlainly(schema: GraphQLSchema): void {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  const instances = new Map<unknown, Resolver>();
  for (const added of fieldResolvers) {
    const shown = objectTypes.find(({ target }) => target === added.getObjectType?.());
    const type = schema.getType(shown?.name ?? '');
    const field = isObjectType(type) ? type.getFields()[added.schemaName] : undefined;
    const handed = handedTo(added);
    if (!field || !handed) continue;
    const resolver = instances.get(added.target) ?? new (added.target as new () => Resolver)();
    instances.set(added.target, resolver);
    field.resolve = calling(resolver, added.methodName, handed);
  }
}

/** What the method is handed, in its order; null where that is more than the row and the context. */
function handedTo({ kind, middlewares = [], params = [] }: FieldMetadata): readonly ('root' | 'context')[] | null {
  if (kind !== 'external' || middlewares.length > 0) return null;
  const handed: ('root' | 'context')[] = [];
  for (const parameter of params) {
    if ((parameter.kind !== 'root' && parameter.kind !== 'context') || parameter.propertyName) return null;
    handed[parameter.index] = parameter.kind;
  }
  return handed;
}

function calling(resolver: Resolver, name: string, [first]: readonly string[]): GraphQLFieldResolver<unknown, unknown> {
  const method = (resolver[name] as Method).bind(resolver);
  return first === 'root' ? (root, _, context) => method(root, context) : (root, _, context) => method(context, root);
}
