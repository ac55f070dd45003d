/**
 * What a remittance and its items show that is read from other rows, batched; and what they add to transactions and refunds.
 */
import DataLoader from 'dataloader';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loaderOf, type Context } from '../api/context.js';
import { connectionTypes, ofPage, PageArgs, pageOf, requirePage, type PageAsked } from '../api/page.js';
import { May, SEE_REMITTANCE } from '../api/rules.js';
import type { Deps } from '../database/deps.js';
import type { RefundRow } from '../refunds/refund.js';
import { RefundView } from '../refunds/refund.view.js';
import { loadersOf } from '../transactions/transaction-fields.resolver.js';
import { TransactionView } from '../transactions/transaction.view.js';
import { WorkItemView } from '../transactions/work-list.resolver.js';
import { countItems, listItems } from './list-remittances.js';
import { listOpenItems } from './open-items.js';
import { RemittanceItemView } from './remittance-item.view.js';
import type { RemittanceItemRow, RemittanceRow } from './remittance.js';
import { RemittanceView } from './remittance.view.js';

const RemittanceItemConnection = connectionTypes('RemittanceItem', RemittanceItemView);

@Resolver(() => RemittanceView)
export class RemittanceFieldsResolver {
  @FieldResolver(() => RemittanceItemConnection, {
    description:
      'Its captures and refunds. While it is open: what it would carry if it closed now, each under its own id; it is settled when it closes.',
    complexity: ofPage,
  })
  async items(
    @Ctx() context: Context,
    @Root() { id, status, debitCount, creditCount }: RemittanceView,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<InstanceType<typeof RemittanceItemConnection>> {
    const asked = requirePage(page);
    const { rows, pageInfo } = pageOf(await itemsLoader(context, asked, status === 'OPEN').load(id), asked);
    return RemittanceItemConnection.of(
      rows.map(row => new RemittanceItemView(row)),
      pageInfo,
      async () => (status === 'OPEN' ? debitCount + creditCount : countItems(context.deps.sql, id)),
    );
  }
}

/** One loader per page that is asked for: a list of remittances asks for the same page of each. */
function itemsLoader(context: Context, asked: PageAsked, isOpen: boolean): DataLoader<string, RemittanceItemRow[]> {
  const list = isOpen ? listOpenItems : listItems;
  return loaderOf(context, `${list.name} ${JSON.stringify(asked)}`, ({ sql }) => {
    return new DataLoader<string, RemittanceItemRow[]>(async ids => {
      const byRemittance = Map.groupBy(await list(sql, ids, asked), row => row.remittance_id);
      return ids.map(id => byRemittance.get(id) ?? []);
    });
  });
}

@Resolver(() => RemittanceItemView)
export class RemittanceItemFieldsResolver {
  @FieldResolver(() => TransactionView, { description: 'The transaction captured or refunded.' })
  async transaction(@Ctx() context: Context, @Root() item: RemittanceItemView): Promise<TransactionView> {
    return new TransactionView(await loadersOf(context).transactions.load(item.transactionId));
  }

  @FieldResolver(() => RefundView, { nullable: true, description: 'The refund; null for a capture.' })
  async refund(@Ctx() context: Context, @Root() { refundId }: RemittanceItemView): Promise<RefundView | null> {
    if (refundId === null) return null;
    return new RefundView(await loaderOf(context, 'refunds', refundLoader).load(refundId));
  }
}

@Resolver(() => TransactionView)
export class TransactionRemittanceResolver {
  @FieldResolver(() => RemittanceView, {
    nullable: true,
    description: 'The remittance that carries or carried its capture; null before one does.',
  })
  @May(SEE_REMITTANCE)
  async remittance(@Ctx() context: Context, @Root() { row }: TransactionView): Promise<RemittanceView | null> {
    return shown(context, row.remittance_id);
  }
}

@Resolver(() => RefundView)
export class RefundRemittanceResolver {
  @FieldResolver(() => RemittanceView, {
    nullable: true,
    description: 'The remittance that carries or carried it; null before one does.',
  })
  @May(SEE_REMITTANCE)
  async remittance(@Ctx() context: Context, @Root() refund: RefundView): Promise<RemittanceView | null> {
    return shown(context, refund.remittanceId);
  }
}

@Resolver(() => WorkItemView)
export class WorkItemRemittanceResolver {
  @FieldResolver(() => RemittanceView, {
    nullable: true,
    description: 'The remittance it is about; null when it is about a transaction.',
  })
  async remittance(@Ctx() context: Context, @Root() { row }: WorkItemView): Promise<RemittanceView | null> {
    return shown(context, row.remittance_id);
  }
}

async function shown(context: Context, id: string | null): Promise<RemittanceView | null> {
  return id === null ? null : new RemittanceView(await loaderOf(context, 'remittances', remittanceLoader).load(id));
}

function remittanceLoader({ sql }: Deps): DataLoader<string, RemittanceRow> {
  return byId(ids => sql.selectFrom('remittance').selectAll().where('id', 'in', ids).execute());
}

function refundLoader({ sql }: Deps): DataLoader<string, RefundRow> {
  return byId(ids => sql.selectFrom('refund').selectAll().where('id', 'in', ids).execute());
}

function byId<Row extends { readonly id: string }>(
  read: (ids: readonly string[]) => Promise<Row[]>,
): DataLoader<string, Row> {
  return new DataLoader(async ids => {
    const rows = new Map((await read(ids)).map(row => [row.id, row]));
    return ids.map(id => rows.get(id) ?? new Error(`${id} is referred to and does not exist.`));
  });
}
