import DataLoader from 'dataloader';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { loaderOf, shopOf, type Context } from '../api/context.js';
import { connectionTypes, ofPage, PageArgs, pageOf, requirePage } from '../api/page.js';
import { MANAGE_MEMBERS, May } from '../api/rules.js';
import type { Subject } from '../database/tables.js';
import { countAudit, listAudit, namesOf } from './audit-log.js';
import { AuditActorView, AuditEntryView, AuditSubjectEnum } from './audit.view.js';

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
    @Arg('subject', () => [AuditSubjectEnum], {
      nullable: true,
      description: 'Only changes of these; absent = of all.',
    })
    subject: Subject[] | null,
  ): Promise<InstanceType<typeof AuditEntryConnection>> {
    const { sql } = context.deps;
    const asked = requirePage(page);
    const which = { shopId: shopOf(context), subjects: subject ?? null };
    const { rows, pageInfo } = pageOf(await listAudit(sql, which, asked), asked);
    return AuditEntryConnection.of(
      rows.map(row => new AuditEntryView(row)),
      pageInfo,
      () => countAudit(sql, which),
    );
  }

  @FieldResolver(() => AuditActorView, { description: 'Who did it.' })
  async actor(@Ctx() context: Context, @Root() { row }: AuditEntryView): Promise<AuditActorView> {
    // A shopper acts under the id of a session, and is called by no name: not by that of the order either.
    const isNamed = row.actor_kind === 'MEMBER' || row.actor_kind === 'KEY';
    const name = isNamed && row.actor_id !== null ? await namesIn(context).load(row.actor_id) : null;
    return Object.assign(new AuditActorView(), { kind: row.actor_kind, id: row.actor_id, name });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What people call what was changed: address, name, reference, number, order, URL; null where it has no such name.',
  })
  async subjectName(@Ctx() context: Context, @Root() { row }: AuditEntryView): Promise<string | null> {
    return namesIn(context).load(row.subject_id);
  }
}

/** What people call a member, a key or anything else of the log, by its id. */
export function namesIn(context: Context): DataLoader<string, string | null> {
  return loaderOf(
    context,
    'names in the audit',
    deps =>
      new DataLoader<string, string | null>(async ids => {
        const names = await namesOf(deps.sql, ids);
        return ids.map(id => names.get(id) ?? null);
      }),
  );
}
