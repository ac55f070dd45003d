import DataLoader from 'dataloader';
import { Arg, createUnionType, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ComesAlong } from '../api/along.js';
import { Reads } from '../api/asked.js';
import { loaderOf, shopOf, type Context } from '../api/context.js';
import { orRefusal, Refusal } from '../api/refusal.view.js';
import { CANCEL_OR_REFUND, May, READ_TRANSACTIONS, SEE_TRANSACTION } from '../api/rules.js';
import { actorOf } from '../core/caller.js';
import type { Deps } from '../database/deps.js';
import { findTransaction, type TransactionRow } from '../transactions/transaction.js';
import { loadersOf } from '../transactions/transaction-fields.resolver.js';
import { TransactionView } from '../transactions/transaction.view.js';
import { RefundTransactionInput, ReverseTransactionInput } from './refund.inputs.js';
import { findRefund, REFUNDS_OF_TRANSACTION, type RefundRow } from './refund.js';
import { refundTransaction } from './refund-transaction.js';
import { RefundView } from './refund.view.js';
import { reverseTransaction } from './reverse-transaction.js';

const RefundTransactionResult = createUnionType({
  name: 'RefundTransactionResult',
  description: 'The refund that was asked for, or why not.',
  types: () => [RefundView, Refusal] as const,
});

const ReverseTransactionResult = createUnionType({
  name: 'ReverseTransactionResult',
  description: 'The transaction as it is now, cancelled or with a refund, or why not.',
  types: () => [TransactionView, Refusal] as const,
});

@Resolver(() => RefundView)
export class RefundResolver {
  @Query(() => RefundView, { nullable: true, description: 'A refund by id; null if there is none of this shop.' })
  @May(READ_TRANSACTIONS)
  async refund(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Its id, `ref_…`.' }) id: string,
  ): Promise<RefundView | null> {
    const row = await findRefund(context.deps.sql, shopOf(context), id);
    return row ? new RefundView(row) : null;
  }

  @Mutation(() => RefundTransactionResult, {
    description: 'After capture: gives an amount back, all or part, several times. It travels in the next remittance.',
  })
  @May(CANCEL_OR_REFUND)
  async refundTransaction(
    @Ctx() context: Context,
    @Arg('input', () => RefundTransactionInput) input: RefundTransactionInput,
  ): Promise<RefundView | Refusal> {
    const { deps, caller } = context;
    const asked = { ...input, amount: input.amount ?? null, reason: input.reason ?? null };
    return orRefusal(
      async () => new RefundView(await refundTransaction(deps, shopOf(context), actorOf(caller), asked)),
      await currencyOf(context, input.transactionId),
    );
  }

  @Mutation(() => ReverseTransactionResult, {
    description: 'Gives money back in the way that is right now: cancels before remittance, refunds after capture.',
  })
  @May(CANCEL_OR_REFUND)
  async reverseTransaction(
    @Ctx() context: Context,
    @Arg('input', () => ReverseTransactionInput) input: ReverseTransactionInput,
  ): Promise<TransactionView | Refusal> {
    const { deps, caller } = context;
    const asked = { ...input, amount: input.amount ?? null };
    return orRefusal(
      async () => new TransactionView(await reverseTransaction(deps, shopOf(context), actorOf(caller), asked)),
      await currencyOf(context, input.transactionId),
    );
  }

  @FieldResolver(() => TransactionView, { description: 'The transaction it gives back from.' })
  @May(SEE_TRANSACTION)
  async transaction(@Ctx() context: Context, @Root() refund: RefundView): Promise<TransactionView> {
    return new TransactionView(await loadersOf(context).transactions.load(refund.transactionId));
  }
}

/** What refunds add to a transaction. */
@Resolver(() => TransactionView)
export class TransactionRefundsResolver {
  @FieldResolver(() => [RefundView], {
    description: 'Its refunds, oldest first.',
    complexity: ({ childComplexity }) => 10 * childComplexity,
  })
  @ComesAlong(REFUNDS_OF_TRANSACTION)
  @Reads<TransactionRow>('id')
  @May(SEE_TRANSACTION)
  refunds(@Ctx() context: Context, @Root() { id, row }: TransactionView): RefundView[] | Promise<RefundView[]> {
    const refunds = REFUNDS_OF_TRANSACTION.of(row);
    if (refunds) return refunds.map(refund => new RefundView(refund));
    const loader = loaderOf(context, 'refunds of transactions', refundsOfTransactions);
    return loader.load(id).then(read => read.map(refund => new RefundView(refund)));
  }
}

function refundsOfTransactions(deps: Deps): DataLoader<string, RefundRow[]> {
  return new DataLoader(async ids => {
    const rows = deps.sql.selectFrom('refund').selectAll().where('transaction_id', 'in', ids).orderBy('id');
    const byTransaction = Map.groupBy(await rows.execute(), row => row.transaction_id);
    return ids.map(id => byTransaction.get(id) ?? []);
  });
}

/** A refusal names amounts in the currency of what it refuses. */
async function currencyOf(context: Context, transactionId: string): Promise<string | undefined> {
  return (await findTransaction(context.deps.sql, shopOf(context), { id: transactionId }))?.currency;
}
