import { Arg, Args, createUnionType, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { shopOf, type Context } from '../api/context.js';
import { connectionTypes, ofPage, PageArgs, pageOf, requirePage } from '../api/page.js';
import { orRefusal, Refusal } from '../api/refusal.view.js';
import { May, READ_REMITTANCES, WRITE_REMITTANCES } from '../api/rules.js';
import { actorOf } from '../core/caller.js';
import { requireText } from '../core/free-text.js';
import { findTransaction } from '../transactions/transaction.js';
import { TransactionView } from '../transactions/transaction.view.js';
import { closeRemittance } from './close-remittance.js';
import { holdCapture, releaseCapture, type HoldInput } from './hold-capture.js';
import { countRemittances, listRemittances, showRemittance } from './list-remittances.js';
import {
  CloseRemittanceInput,
  HoldCaptureInput,
  ReleaseCaptureInput,
  ResolveRemittanceInput,
} from './remittance.inputs.js';
import { RemittanceView } from './remittance.view.js';
import { resolveRemittance } from './resolve-remittance.js';

const CloseRemittanceResult = createUnionType({
  name: 'CloseRemittanceResult',
  description: 'The remittance, closed, or why not.',
  types: () => [RemittanceView, Refusal] as const,
});

const ResolveRemittanceResult = createUnionType({
  name: 'ResolveRemittanceResult',
  description: 'The remittance, acknowledged, or why not.',
  types: () => [RemittanceView, Refusal] as const,
});

const resultOf = (name: string) =>
  createUnionType({
    name,
    description: 'The transaction as it is now, or why not.',
    types: () => [TransactionView, Refusal] as const,
  });
const HoldCaptureResult = resultOf('HoldCaptureResult');
const ReleaseCaptureResult = resultOf('ReleaseCaptureResult');
const RemittanceConnection = connectionTypes('Remittance', RemittanceView);

@Resolver()
export class RemittanceResolver {
  @Query(() => RemittanceConnection, {
    description: 'Remittances of this shop, newest first; those that are open among them, one per currency.',
    complexity: ofPage,
  })
  @May(READ_REMITTANCES)
  async remittances(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<InstanceType<typeof RemittanceConnection>> {
    const { deps } = context;
    const asked = requirePage(page);
    const { rows, pageInfo } = pageOf(await listRemittances(deps, shopOf(context), asked), asked);
    return RemittanceConnection.of(
      rows.map(row => new RemittanceView(row)),
      pageInfo,
      () => countRemittances(deps.sql, shopOf(context)),
    );
  }

  @Query(() => RemittanceView, {
    nullable: true,
    description: 'A remittance by id; null if there is none of this shop.',
  })
  @May(READ_REMITTANCES)
  async remittance(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Its id, `rem_…`.' }) id: string,
  ): Promise<RemittanceView | null> {
    const row = await showRemittance(context.deps, shopOf(context), id);
    return row ? new RemittanceView(row) : null;
  }

  @Mutation(() => CloseRemittanceResult, {
    description: 'Closes an open remittance now, before its cut-off, and begins to send it.',
  })
  @May(WRITE_REMITTANCES)
  async closeRemittance(
    @Ctx() context: Context,
    @Arg('input', () => CloseRemittanceInput) input: CloseRemittanceInput,
  ): Promise<RemittanceView | Refusal> {
    const { deps, caller } = context;
    return orRefusal(
      async () => new RemittanceView(await closeRemittance(deps, shopOf(context), actorOf(caller), input)),
    );
  }

  @Mutation(() => ResolveRemittanceResult, {
    description:
      "Ends a remittance that is out of balance by the word of a person who has compared it with the bank's.",
  })
  @May(WRITE_REMITTANCES)
  async resolveRemittance(
    @Ctx() context: Context,
    @Arg('input', () => ResolveRemittanceInput) input: ResolveRemittanceInput,
  ): Promise<RemittanceView | Refusal> {
    const { deps, caller } = context;
    return orRefusal(async () => {
      const reason = requireText(input.reason, { path: 'reason', max: 500 });
      return new RemittanceView(await resolveRemittance(deps, shopOf(context), actorOf(caller), { ...input, reason }));
    });
  }

  @Mutation(() => HoldCaptureResult, { description: 'Keeps a capture out of the remittances until it is released.' })
  @May(WRITE_REMITTANCES)
  async holdCapture(
    @Ctx() context: Context,
    @Arg('input', () => HoldCaptureInput) input: HoldCaptureInput,
  ): Promise<TransactionView | Refusal> {
    return changed(context, input, holdCapture);
  }

  @Mutation(() => ReleaseCaptureResult, {
    description: 'Lets a held capture travel again; one that the bank rejected is presented again.',
  })
  @May(WRITE_REMITTANCES)
  async releaseCapture(
    @Ctx() context: Context,
    @Arg('input', () => ReleaseCaptureInput) input: ReleaseCaptureInput,
  ): Promise<TransactionView | Refusal> {
    return changed(context, input, releaseCapture);
  }
}

async function changed(
  context: Context,
  { idempotencyKey, transactionId }: HoldInput,
  verb: typeof holdCapture,
): Promise<TransactionView | Refusal> {
  const { deps, caller } = context;
  const row = await findTransaction(deps.sql, shopOf(context), { id: transactionId });
  const input = { idempotencyKey, transactionId };
  return orRefusal(
    async () => new TransactionView(await verb(deps, shopOf(context), actorOf(caller), input)),
    row?.currency,
  );
}
