import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { shopOf, type Context } from '../api/context.js';
import { May, READ_STATISTICS } from '../api/rules.js';
import { STATS_LIMITS, transactionStats, type StatsDimension } from './stats.js';
import { StatsDimensionEnum, StatsRowView } from './stats.view.js';
import { TransactionFilter } from '../transactions/transaction.inputs.js';
import { whichOf } from '../transactions/finding/which-transactions.js';

@Resolver()
export class TransactionStatsResolver {
  @Query(() => [StatsRowView], {
    description: `Transactions of this shop, counted and added up per currency. Of the last 30 days unless the filter says otherwise; at most ${STATS_LIMITS.days} days and ${STATS_LIMITS.rows} rows, and never only some of them.`,
    complexity: 500,
  })
  @May(READ_STATISTICS)
  async transactionStats(
    @Ctx() context: Context,
    @Arg('groupBy', () => [StatsDimensionEnum], {
      description: 'What the rows tell apart; none gives one row per currency.',
    })
    groupBy: StatsDimension[],
    @Arg('filter', () => TransactionFilter, { nullable: true, description: 'Which transactions.' })
    filter: TransactionFilter | null,
    @Arg('timeZone', () => String, {
      nullable: true,
      description: "IANA name of the zone of days and hours; the shop's if absent.",
    })
    timeZone: string | null,
  ): Promise<StatsRowView[]> {
    const which = whichOf(shopOf(context), filter);
    const rows = await transactionStats(context.deps, { which, groupBy, timeZone: timeZone ?? null });
    return rows.map(row => new StatsRowView(row));
  }
}
