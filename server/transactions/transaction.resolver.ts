import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, createUnionType, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { askedOf } from '../api/asked.js';
import { shopOf, type Context } from '../api/context.js';
import { connectionTypes, ofPage, PageArgs, pageOf, requirePage } from '../api/page.js';
import { orRefusal, Refusal } from '../api/refusal.view.js';
import { CANCEL_OR_REFUND, May, READ_TRANSACTIONS, VALIDATE } from '../api/rules.js';
import { actorOf } from '../core/caller.js';
import { cancelTransaction } from './cancel-transaction.js';
import { countTransactions, listTransactions } from './finding/list-transactions.js';
import { findTransaction } from './transaction.js';
import {
  CancelTransactionInput,
  TransactionFilter,
  TransactionOrderEnum,
  ValidateTransactionInput,
} from './transaction.inputs.js';
import { TransactionView } from './transaction.view.js';
import { validateTransaction } from './validate-transaction.js';
import { whichOf } from './finding/which-transactions.js';

const resultOf = (name: string) =>
  createUnionType({
    name,
    description: 'The transaction as it is now, or why not.',
    types: () => [TransactionView, Refusal] as const,
  });
const ValidateTransactionResult = resultOf('ValidateTransactionResult');
const CancelTransactionResult = resultOf('CancelTransactionResult');
const TransactionConnection = connectionTypes('Transaction', TransactionView);

@Resolver()
export class TransactionResolver {
  @Query(() => TransactionView, {
    nullable: true,
    description: 'A transaction by id or reference; null if there is none of this shop.',
  })
  @May(READ_TRANSACTIONS)
  async transaction(
    @Ctx() context: Context,
    @Arg('id', () => ID, { nullable: true, description: 'Its id, `txn_…`.' }) id: string | null,
    @Arg('reference', () => String, { nullable: true, description: 'Its reference, as on the ticket.' })
    reference: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TransactionView | null> {
    const by = id ? { id } : { reference: reference ?? '' };
    const row = await findTransaction(context.deps.sql, shopOf(context), by, askedOf(info, 'Transaction'));
    return row ? new TransactionView(row) : null;
  }

  @Query(() => TransactionConnection, { description: 'Transactions of this shop.', complexity: ofPage })
  @May(READ_TRANSACTIONS)
  async transactions(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => TransactionFilter, { nullable: true, description: 'Which.' }) filter: TransactionFilter | null,
    @Arg('orderBy', () => TransactionOrderEnum, { defaultValue: 'NEWEST_FIRST', description: 'In which order.' })
    orderBy: keyof typeof TransactionOrderEnum,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InstanceType<typeof TransactionConnection>> {
    const { sql } = context.deps;
    const which = whichOf(shopOf(context), filter);
    const asked = requirePage(page);
    const ofEach = askedOf(info, 'Transaction');
    const read = await listTransactions(sql, which, asked, orderBy === 'NEWEST_FIRST', ofEach);
    const { rows, pageInfo } = pageOf(read, asked);
    return TransactionConnection.of(
      rows.map(row => new TransactionView(row)),
      pageInfo,
      () => countTransactions(sql, which),
    );
  }

  @Mutation(() => ValidateTransactionResult, {
    description: 'Releases an authorised amount to be captured, all or part, once; the rest is cancelled.',
  })
  @May(VALIDATE)
  async validateTransaction(
    @Ctx() context: Context,
    @Arg('input', () => ValidateTransactionInput) input: ValidateTransactionInput,
  ): Promise<TransactionView | Refusal> {
    return changed(context, input, validateTransaction);
  }

  @Mutation(() => CancelTransactionResult, {
    description: 'Before remittance: gives up an amount, all or part. The bank is told until it acknowledges.',
  })
  @May(CANCEL_OR_REFUND)
  async cancelTransaction(
    @Ctx() context: Context,
    @Arg('input', () => CancelTransactionInput) input: CancelTransactionInput,
  ): Promise<TransactionView | Refusal> {
    return changed(context, input, cancelTransaction);
  }
}

async function changed(
  context: Context,
  { idempotencyKey, transactionId, amount }: CancelTransactionInput,
  verb: typeof cancelTransaction,
): Promise<TransactionView | Refusal> {
  const { deps, caller } = context;
  const row = await findTransaction(deps.sql, shopOf(context), { id: transactionId });
  const input = { idempotencyKey, transactionId, amount: amount ?? null };
  return orRefusal(
    async () => new TransactionView(await verb(deps, shopOf(context), actorOf(caller), input)),
    row?.currency,
  );
}
