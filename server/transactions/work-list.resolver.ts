import { GraphQLDateTime } from 'graphql-scalars';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import { shopOf, type Context } from '../api/context.js';
import { enumOf } from '../api/enums.js';
import { orRefusal, Refusal } from '../api/refusal.view.js';
import { May, WORK_LIST } from '../api/rules.js';
import { actorOf } from '../core/caller.js';
import { requireText } from '../core/free-text.js';
import { resolveUnknown } from './resolve-unknown.js';
import { loadersOf } from './transaction-fields.resolver.js';
import { TransactionView } from './transaction.view.js';
import { listOpenWork, WORK_KINDS, type WorkKind, type WorkRow } from './work-list.js';

const WorkKindEnum = enumOf(Object.keys(WORK_KINDS) as WorkKind[]);
registerEnumType(WorkKindEnum, {
  name: 'WorkKind',
  description: 'What could not be brought to an end without a person.',
  valuesConfig: Object.fromEntries(Object.entries(WORK_KINDS).map(([kind, description]) => [kind, { description }])),
});

@ObjectType('WorkItem', { description: 'An entry of the work list; it closes itself when its cause is gone.' })
@May(WORK_LIST)
export class WorkItemView {
  @Field(() => ID, { description: 'Id of the entry.' })
  readonly id: string;

  @Field(() => WorkKindEnum, { description: 'What it is about.' })
  readonly kind: WorkKind;

  @Field(() => GraphQLDateTime, { description: "Since when, by the shop's clock." })
  readonly openedAt: Date;

  readonly row: WorkRow;

  constructor(row: WorkRow) {
    this.row = row;
    this.id = row.id;
    this.kind = row.kind as WorkKind;
    this.openedAt = row.opened_at;
  }
}

@InputType('ResolveUnknownInput', { description: 'What a person has learnt from the bank.' })
export class ResolveUnknownInput {
  @Field(() => String, { description: '1–255 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the transaction.' })
  transactionId!: string;

  @Field(() => String, {
    description: 'Where it is known from that the bank holds nothing, 1–500 characters; kept in the journal.',
  })
  reason!: string;
}

const ResolveUnknownResult = createUnionType({
  name: 'ResolveUnknownResult',
  description: 'The transaction as it is now, or why not.',
  types: () => [TransactionView, Refusal] as const,
});

@Resolver(() => WorkItemView)
export class WorkListResolver {
  @Query(() => [WorkItemView], {
    description: 'What waits for a person, oldest first; at most 100.',
    complexity: ({ childComplexity }) => 1 + 100 * childComplexity,
  })
  @May(WORK_LIST)
  async workList(@Ctx() context: Context): Promise<WorkItemView[]> {
    return (await listOpenWork(context.deps, shopOf(context))).map(row => new WorkItemView(row));
  }

  @FieldResolver(() => TransactionView, {
    nullable: true,
    description: 'The transaction it is about; null when it is about a remittance.',
  })
  async transaction(@Ctx() context: Context, @Root() { row }: WorkItemView): Promise<TransactionView | null> {
    if (row.transaction_id === null) return null;
    return new TransactionView(await loadersOf(context).transactions.load(row.transaction_id));
  }

  @Mutation(() => ResolveUnknownResult, {
    description: 'Ends an unknown outcome by the word of a person; only once it is on the work list.',
  })
  @May(WORK_LIST)
  async resolveUnknown(
    @Ctx() context: Context,
    @Arg('input', () => ResolveUnknownInput) input: ResolveUnknownInput,
  ): Promise<TransactionView | Refusal> {
    const { deps, caller } = context;
    return orRefusal(async () => {
      const reason = requireText(input.reason, { path: 'reason', max: 500 });
      return new TransactionView(await resolveUnknown(deps, shopOf(context), actorOf(caller), { ...input, reason }));
    });
  }
}
