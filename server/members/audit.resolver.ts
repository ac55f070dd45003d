import DataLoader from 'dataloader';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { loaderOf, shopOf, type Context } from '../api/context.js';
import { connectionTypes, ofPage, PageArgs, pageOf, requirePage } from '../api/page.js';
import { MANAGE_MEMBERS, May } from '../api/rules.js';
import { countAudit, listAudit, namesOf } from './audit-log.js';
import { AuditActorView, AuditEntryView } from './audit.view.js';

const AuditEntryConnection = connectionTypes('AuditEntry', AuditEntryView);

@Resolver(() => AuditEntryView)
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description: 'Every change of anything in this shop, the last first, with who did it. For accountants.',
    complexity: ofPage,
  })
  @May(MANAGE_MEMBERS)
  async auditLog(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<InstanceType<typeof AuditEntryConnection>> {
    const { sql } = context.deps;
    const asked = requirePage(page);
    const { rows, pageInfo } = pageOf(await listAudit(sql, shopOf(context), asked), asked);
    return AuditEntryConnection.of(
      rows.map(row => new AuditEntryView(row)),
      pageInfo,
      () => countAudit(sql, shopOf(context)),
    );
  }

  @FieldResolver(() => AuditActorView, { description: 'Who did it.' })
  async actor(@Ctx() context: Context, @Root() { row }: AuditEntryView): Promise<AuditActorView> {
    const name = row.actor_id === null ? null : await actorNames(context).load(row.actor_id);
    return Object.assign(new AuditActorView(), { kind: row.actor_kind, id: row.actor_id, name });
  }
}

function actorNames(context: Context): DataLoader<string, string | null> {
  return loaderOf(
    context,
    'names of actors',
    deps =>
      new DataLoader<string, string | null>(async ids => {
        const names = await namesOf(deps.sql, ids);
        return ids.map(id => names.get(id) ?? null);
      }),
  );
}
