import type { Sql } from '../database/connection.js';
import { KeptQuery } from '../database/kept-query.js';
import type { SessionRow } from './session.js';

/** A session that is known to exist. */
export async function loadSession(database: Sql, sessionId: string): Promise<SessionRow> {
  const session = await SESSION.row(database, { sessionId });
  if (!session) throw new Error(`There is no session ${sessionId}.`);
  return session;
}

const SESSION = new KeptQuery((database, { sessionId }: { readonly sessionId: string }) =>
  database.selectFrom('payment_session').selectAll().where('id', '=', sessionId),
);

/** A session of this shop, or nothing: somebody else's and an absent one look the same. */
export async function findSession(database: Sql, shopId: string, sessionId: string): Promise<SessionRow | undefined> {
  return database
    .selectFrom('payment_session')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
}

/** The newest session of an order. */
export async function findSessionOfOrder(
  database: Sql,
  shopId: string,
  orderId: string,
): Promise<SessionRow | undefined> {
  return database
    .selectFrom('payment_session')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('order_id', '=', orderId)
    .orderBy('id', 'desc')
    .executeTakeFirst();
}
