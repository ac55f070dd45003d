import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { shopOf, type Context } from './api/context.js';
import { NodeView } from './api/node.view.js';
import {
  allows,
  MANAGE_MEMBERS,
  May,
  READ_REMITTANCES,
  READ_SESSIONS,
  READ_TRANSACTIONS,
  type Rule,
} from './api/rules.js';
import { kindOfId, type IdKind } from './core/identifiers.js';
import { findMember } from './members/member.js';
import { MemberView } from './members/member.view.js';
import { findRefund } from './refunds/refund.js';
import { RefundView } from './refunds/refund.view.js';
import { showRemittance } from './remittance/list-remittances.js';
import { RemittanceView } from './remittance/remittance.view.js';
import { findSession } from './sessions/load-session.js';
import { PaymentSessionView } from './sessions/session.view.js';
import { findTransaction } from './transactions/transaction.js';
import { TransactionView } from './transactions/transaction.view.js';

interface Kind {
  readonly rule: Rule;
  readonly find: (context: Context, id: string) => Promise<NodeView | null>;
}

/** What can be found by its global id alone. */
const KINDS: { readonly [K in IdKind]?: Kind } = {
  session: {
    rule: READ_SESSIONS,
    find: async (context, id) => {
      const row = await findSession(context.deps.sql, shopOf(context), id);
      return row ? new PaymentSessionView(row) : null;
    },
  },
  transaction: {
    rule: READ_TRANSACTIONS,
    find: async (context, id) => {
      const row = await findTransaction(context.deps.sql, shopOf(context), { id });
      return row ? new TransactionView(row) : null;
    },
  },
  refund: {
    rule: READ_TRANSACTIONS,
    find: async (context, id) => {
      const row = await findRefund(context.deps.sql, shopOf(context), id);
      return row ? new RefundView(row) : null;
    },
  },
  member: {
    rule: MANAGE_MEMBERS,
    find: async (context, id) => {
      const row = await findMember(context.deps.sql, shopOf(context), id);
      return row ? new MemberView(row) : null;
    },
  },
  remittance: {
    rule: READ_REMITTANCES,
    find: async (context, id) => {
      const row = await showRemittance(context.deps, shopOf(context), id);
      return row ? new RemittanceView(row) : null;
    },
  },
};

@Resolver()
export class NodeResolver {
  @Query(() => NodeView, {
    nullable: true,
    description:
      'Whatever has this global id and may be seen by the caller; null for what is absent, foreign or forbidden alike.',
  })
  @May({
    scopes: ['sessions:read', 'transactions:read', 'remittances:read'],
    profiles: ['VIEWER', 'OPERATOR', 'ACCOUNTANT'],
  })
  async node(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'A global id.' }) id: string,
  ): Promise<NodeView | null> {
    const kind = kindOfId(id);
    const known = kind && KINDS[kind];
    return known && allows(known.rule, context.caller) ? known.find(context, id) : null;
  }
}
