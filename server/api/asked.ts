/**
 * What a document asks of the rows beneath a field, so that no more is read of them: of fifty columns a list shows a dozen, and
 * reading the others was most of its time.
 */
import {
  getNamedType,
  isObjectType,
  Kind,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';
import { Extensions } from 'type-graphql';
import type { Along } from './along.js';

/** On a field: the columns of its row that it is made of. A field that does not say it may be made of any. */
export const Reads = <Row>(...columns: readonly (keyof Row & string)[]): ReturnType<typeof Extensions> =>
  Extensions({ reads: columns });

export interface RowsAsked {
  /** Null for all. */
  readonly columns: readonly string[] | null;
  readonly along: readonly Along<unknown>[];
}

export const ALL_COLUMNS: RowsAsked = { columns: null, along: [] };

type Documented = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'returnType'>;

/** Of each object of `type` beneath the field that is being resolved. */
export function askedOf(info: Documented, type: string): RowsAsked {
  const columns = new Set<string>();
  const along = new Set<Along<unknown>>();
  let isAll = false;
  for (const field of fieldsAsked(info, type)) {
    const { reads, along: comes = [] } = field as {
      readonly reads?: readonly string[];
      readonly along?: readonly Along<unknown>[];
    };
    for (const each of comes) along.add(each);
    for (const column of reads ?? []) columns.add(column);
    isAll ||= !reads;
  }
  return { columns: isAll ? null : [...columns], along: [...along] };
}

/** The extensions of the fields that are asked for. */
function fieldsAsked(info: Documented, wanted: string): readonly object[] {
  const found: object[] = [];
  const look = (type: GraphQLNamedType, { selections }: SelectionSetNode): void => {
    if (!isObjectType(type)) return;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const field = type.getFields()[selection.name.value];
        if (field && type.name === wanted) found.push(field.extensions);
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
