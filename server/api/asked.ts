/**
 * What a document asks of the rows beneath a field, so that no more is read of them: of fifty columns a list shows a dozen, and
 * reading the others was most of its time.
 */
import {
  getNamedType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { madeOnce } from '../database/kept-query.js';
import { Along, type ComingAlong } from './along.js';

/** On a field: the columns of its row that it is made of. A field that does not say it may be made of any. */
export const Reads = <Row>(...columns: readonly (keyof Row & string)[]): ReturnType<typeof Extensions> =>
  Extensions({ reads: columns });

export interface RowsAsked {
  /** Null for all. */
  readonly columns: readonly string[] | null;
  readonly along: readonly ComingAlong[];
}

export const ALL_COLUMNS: RowsAsked = { columns: null, along: [] };

type Documented = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'returnType'>;

/**
 * Of each object of `type` beneath the field that is being resolved. The same is answered each time the same document is executed, so
 * that what is made of it can be kept.
 */
export function askedOf(info: Documented, type: string): RowsAsked {
  const known = askedBeneath(info.fieldNodes);
  const asked = known.get(type) ?? readAsked(info, type);
  known.set(type, asked);
  return asked;
}

/** By type. A compiled document hands over the same nodes each time. */
const askedBeneath = madeOnce((_nodes: Documented['fieldNodes']) => new Map<string, RowsAsked>());

function readAsked(info: Documented, type: string): RowsAsked {
  const columns = new Set<string>();
  const along = new Map<Along<unknown>, readonly string[] | null>();
  let isAll = false;
  for (const asked of fieldsAsked(info, type)) {
    const { reads, along: comes = [] } = asked.field.extensions as {
      readonly reads?: readonly string[];
      readonly along?: readonly (Along<unknown> | ComingAlong)[];
    };
    for (const each of comes) {
      const coming = each instanceof Along ? { along: each, columns: columnsBeneath(info, asked) } : each;
      along.set(coming.along, both(along.get(coming.along), coming.columns));
    }
    for (const column of reads ?? []) columns.add(column);
    isAll ||= !reads;
  }
  const coming = [...along].map(([each, ofIt]) => ({ along: each, columns: ofIt }));
  return { columns: isAll ? null : [...columns], along: coming };
}

function columnsBeneath({ fragments }: Documented, { node, field }: FieldAsked): readonly string[] | null {
  return readAsked({ fieldNodes: [node], fragments, returnType: field.type }, getNamedType(field.type).name).columns;
}

/** Null is all. */
function both(some: readonly string[] | null | undefined, more: readonly string[] | null): readonly string[] | null {
  return some === null || more === null ? null : [...new Set([...(some ?? []), ...more])];
}

interface FieldAsked {
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
}

/** The fields of this type that are asked for. */
function fieldsAsked(info: Documented, wanted: string): readonly FieldAsked[] {
  const found: FieldAsked[] = [];
  const look = (type: GraphQLNamedType, { selections }: SelectionSetNode): void => {
    if (!isObjectType(type)) return;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const field = type.getFields()[selection.name.value];
        if (field && type.name === wanted) found.push({ node: selection, field });
        else if (field && selection.selectionSet) look(getNamedType(field.type), selection.selectionSet);
      } else {
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
        if (fragment) look(type, fragment.selectionSet);
      }
    }
  };
  for (const { selectionSet } of info.fieldNodes) if (selectionSet) look(getNamedType(info.returnType), selectionSet);
  return found;
}
