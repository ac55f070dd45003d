/**
 * Pages of a list, as Relay has them: forwards with first/after, backwards with last/before.
 */
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { refuse } from '../core/refusal.js';
import { COUNTED_MOST } from './list.js';
import { AS_ITS_OWNER, May } from './rules.js';

export const PAGE_MOST = 100;
const PAGE_DEFAULT = 50;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many from the start: 1–100; 50 if neither is given.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many from the end: 1–100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  before?: string | null;
}

@ObjectType('PageInfo', { description: 'Where a page lies in its list.' })
@May(AS_ITS_OWNER)
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether something comes before.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge.' })
  endCursor!: string | null;
}

export interface PageAsked {
  readonly size: number;
  readonly forwards: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

export function requirePage({ first, after, last, before }: PageArgs): PageAsked {
  if (typeof first === 'number' && typeof last === 'number')
    throw refuse('INPUT_INVALID', 'Ask for the first or for the last, not for both.', 'last');
  const size = first ?? last ?? PAGE_DEFAULT;
  if (size < 1 || size > PAGE_MOST)
    throw refuse('INPUT_INVALID', `A page holds 1 to ${PAGE_MOST}.`, { path: 'first', limit: `${PAGE_MOST}` });
  const forwards = typeof last !== 'number';
  return { size, forwards, after: requireCursor(after, 'after'), before: requireCursor(before, 'before') };
}

/** Cursors are ids, which sort by time; what is not one points nowhere. */
function requireCursor(cursor: string | null | undefined, path: string): string | null {
  if (cursor === null || cursor === undefined) return null;
  if (!/^[a-z]+_[0-9a-z]{26}$/.test(cursor)) throw refuse('INPUT_INVALID', 'Not a cursor of this list.', path);
  return cursor;
}

/** The page out of rows that were read one more than asked, in the direction asked. */
export function pageOf<Row extends { readonly id: string }>(rows: readonly Row[], asked: PageAsked) {
  const more = rows.length > asked.size;
  const kept = rows.slice(0, asked.size);
  const inOrder = asked.forwards ? kept : kept.toReversed();
  const pageInfo = Object.assign(new PageInfo(), {
    hasNextPage: asked.forwards ? more : asked.before !== null,
    hasPreviousPage: asked.forwards ? asked.after !== null : more,
    startCursor: inOrder[0]?.id ?? null,
    endCursor: inOrder.at(-1)?.id ?? null,
  });
  return { rows: inOrder, pageInfo };
}

/** The connection and edge types of a node type. */
export function connectionTypes<Node extends object>(name: string, node: ClassType<Node>) {
  @ObjectType(`${name}Edge`, { description: `A ${name} in a list.` })
  @May(AS_ITS_OWNER)
  class Edge {
    @Field(() => String, { description: 'Where it stands in the list.' })
    cursor!: string;

    @Field(() => node, { description: 'It.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  @May(AS_ITS_OWNER)
  class Connection {
    @Field(() => [Edge], { description: 'What is on the page, in order.' })
    edges!: Edge[];

    @Field(() => [node], { description: 'The same without edges.' })
    nodes(): Node[] {
      return this.edges.map(edge => edge.node);
    }

    @Field(() => PageInfo, { description: 'Where the page lies.' })
    pageInfo!: PageInfo;

    /** Counts the whole list; only called when the field is asked for. */
    count!: () => Promise<number>;

    @Field(() => Int, {
      description: `How many there are in all, up to ${COUNTED_MOST}: that many or more. Counted only when asked.`,
      complexity: 20,
    })
    totalCount(): Promise<number> {
      return this.count();
    }

    static of(nodes: (Node & { readonly id: string })[], pageInfo: PageInfo, count: () => Promise<number>): Connection {
      const edges = nodes.map(each => Object.assign(new Edge(), { cursor: each.id, node: each }));
      return Object.assign(new Connection(), { edges, pageInfo, count });
    }
  }
  return Connection;
}

/** A list costs as many times its node as it may hold. */
export function ofPage({
  args,
  childComplexity,
}: {
  args: { first?: number; last?: number };
  childComplexity: number;
}): number {
  return 1 + (args.first ?? args.last ?? 50) * childComplexity;
}
