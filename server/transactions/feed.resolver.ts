/**
 * The log of what happens to transactions, as a list that is read on and on; and what its entries are about.
 */
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql';
import { shopOf, type Context } from '../api/context.js';
import { Followed } from '../api/live/followed.js';
import { ofPage, PageInfo, requirePage } from '../api/page.js';
import { AS_ITS_OWNER, May, READ_TRANSACTIONS, SEE_TRANSACTION } from '../api/rules.js';
import { lastPosition } from '../database/feed-rows.js';
import { namesIn } from '../members/audit.resolver.js';
import { cursorOf, positionOf, readFeed, startOf } from '../notifications/feed.js';
import { transactionEvents } from './transaction-events.js';
import { TransactionEventView } from './timeline.view.js';
import { loadersOf } from './transaction-fields.resolver.js';
import { TransactionEventFilter } from './transaction.inputs.js';
import { TransactionView } from './transaction.view.js';

@ObjectType('TransactionEventEdge', { description: 'A TransactionEvent in the log.' })
@May(AS_ITS_OWNER)
export class TransactionEventEdge {
  @Field(() => String, { description: 'Where it stands in the log.' })
  cursor!: string;

  @Field(() => TransactionEventView, { description: 'It.' })
  node!: TransactionEventView;
}

@ObjectType('TransactionEventConnection', { description: 'A page of the log.' })
@May(AS_ITS_OWNER)
export class TransactionEventConnection {
  @Field(() => [TransactionEventEdge], { description: 'What is on the page, in order.' })
  edges!: TransactionEventEdge[];

  @Field(() => [TransactionEventView], { description: 'The same without edges.' })
  nodes!: TransactionEventView[];

  @Field(() => PageInfo, {
    description: 'Where the page lies. Its `endCursor` is where to read on, also when the page is empty.',
  })
  pageInfo!: PageInfo;
}

@Resolver(() => TransactionEventView)
export class FeedResolver {
  @Query(() => TransactionEventConnection, {
    description:
      'What happened to the transactions of this shop and their refunds, oldest first: durable and without a gap. Whoever comes back with the last cursor misses nothing and sees nothing twice.',
    complexity: ofPage,
  })
  @May(READ_TRANSACTIONS)
  async events(
    @Ctx() context: Context,
    @Arg('after', () => String, { nullable: true, description: 'Only what comes after this cursor.' })
    after: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'How many: 1–100; 50 if absent.' }) first: number | null,
  ): Promise<TransactionEventConnection> {
    const { size } = requirePage({ first });
    const rows = await readFeed(context.deps.sql, shopOf(context), positionOf(after), size + 1);
    const nodes = rows.slice(0, size).map(row => new TransactionEventView(row, cursorOf(row.position)));
    return pageOfLog(nodes, rows.length > size, after);
  }

  @Query(() => String, {
    description:
      'Where the log of this shop ends now. A screen reads it first, then its list, then follows `transactionEvents` after it: what happens between is told twice rather than never.',
  })
  @May(READ_TRANSACTIONS)
  async feedCursor(@Ctx() context: Context): Promise<string> {
    return cursorOf(await lastPosition(context.deps.sql, shopOf(context)));
  }

  @Subscription(() => TransactionEventView, {
    description:
      'The log of `events` as it is written: everything after the cursor, then what comes, in order and without a gap. Whoever was cut off comes back with the last cursor it saw.',
    subscribe: ({ args, context }) => followEvents(context, args),
  })
  @May(READ_TRANSACTIONS)
  transactionEvents(
    @Root() event: TransactionEventView,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Only what comes after this cursor; if absent, what comes from now on.',
    })
    _after: string | null,
    @Arg('filter', () => TransactionEventFilter, { nullable: true, description: 'Only some of them.' })
    _filter: TransactionEventFilter | null,
  ): TransactionEventView {
    return event;
  }

  @FieldResolver(() => TransactionView, {
    description: 'The transaction it happened to, as it is now; the refund’s own, where a refund is its subject.',
  })
  @May(SEE_TRANSACTION)
  async transaction(@Ctx() context: Context, @Root() event: TransactionEventView): Promise<TransactionView> {
    return new TransactionView(await loadersOf(context).transactions.load(event.transactionId));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "A member's e-mail address or a key's name; null for the shopper, the bank and the till.",
  })
  @May(SEE_TRANSACTION)
  async actorName(@Ctx() context: Context, @Root() { actorId }: TransactionEventView): Promise<string | null> {
    return actorId === null ? null : namesIn(context).load(actorId);
  }
}

interface FollowArguments {
  readonly after?: string | null;
  readonly filter?: TransactionEventFilter | null;
}

async function followEvents(context: Context, { after, filter }: FollowArguments): Promise<Followed<unknown>> {
  const { sql, tail } = context.deps;
  const shopId = shopOf(context);
  const from = await startOf(sql, shopId, after);
  return new Followed(transactionEvents(tail, shopId, filter ?? {}), from);
}

function pageOfLog(nodes: TransactionEventView[], more: boolean, after: string | null): TransactionEventConnection {
  const edges = nodes.map(node => Object.assign(new TransactionEventEdge(), { cursor: node.cursor ?? '', node }));
  const pageInfo = Object.assign(new PageInfo(), {
    hasNextPage: more,
    hasPreviousPage: after !== null && after !== undefined,
    startCursor: edges[0]?.cursor ?? after ?? null,
    endCursor: edges.at(-1)?.cursor ?? after ?? null,
  });
  return Object.assign(new TransactionEventConnection(), { edges, nodes, pageInfo });
}
