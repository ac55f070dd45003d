/**
 * Where a merchant's server is told, as the verbs read it, and the only way to change it: by recording what happened.
 */
import type { Selectable } from 'kysely';
import type { Actor } from '../core/caller.js';
import { refuse } from '../core/refusal.js';
import type { Sql } from '../database/connection.js';
import type { Deps } from '../database/deps.js';
import type { WebhookEndpointTable } from '../database/notification-tables.js';
import type { Writes } from '../database/writes.js';
import { tell } from './tell.js';

export type EndpointRow = Selectable<WebhookEndpointTable>;

/** `GONE`: the server said 410, it wants to hear no more. The others are done by a person or a key. */
export type EndpointEvent = 'CREATED' | 'SECRET_ROTATED' | 'REDELIVERY_ASKED' | 'DISABLED' | 'GONE' | 'ENABLED';

export interface EndpointHappening {
  readonly event: EndpointEvent;
  readonly actor: Actor;
  /** By the shop's clock. */
  readonly at: Date;
  readonly facts?: Readonly<Record<string, unknown>>;
}

type EndpointChanges = Partial<Pick<EndpointRow, 'status' | 'disabled_because'>>;

/** Writes what happened to an endpoint. Fails as stale when it is no longer the one that was read. */
export function recordEndpoint(
  writes: Writes,
  deps: Deps,
  endpoint: EndpointRow,
  happening: EndpointHappening,
  changes: EndpointChanges = {},
): EndpointRow {
  const columns = { ...changes, sequence: endpoint.sequence + 1, updated_at: happening.at };
  const row = { ...endpoint, ...columns };
  tellOf(writes, deps, row, endpoint.status, happening);
  writes.update('webhook_endpoint', { id: endpoint.id, sequence: endpoint.sequence }, columns);
  return row;
}

export function recordNewEndpoint(writes: Writes, deps: Deps, row: EndpointRow, happening: EndpointHappening): void {
  tellOf(writes, deps, row, 'NEW', happening);
  writes.insert('webhook_endpoint', row);
}

function tellOf(writes: Writes, deps: Deps, row: EndpointRow, from: string, happening: EndpointHappening): void {
  tell(writes, deps, {
    shopId: row.shop_id,
    subject: 'ENDPOINT',
    subjectId: row.id,
    transactionId: null,
    sequence: row.sequence,
    from,
    to: row.status,
    amount: null,
    currency: null,
    ...happening,
  });
}

export async function loadEndpoint(database: Sql, endpointId: string): Promise<EndpointRow> {
  return database.selectFrom('webhook_endpoint').selectAll().where('id', '=', endpointId).executeTakeFirstOrThrow();
}

/** An endpoint of this shop; somebody else's and an absent one are refused alike. */
export async function requireEndpoint(database: Sql, shopId: string, endpointId: string): Promise<EndpointRow> {
  const row = await database
    .selectFrom('webhook_endpoint')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', '=', endpointId)
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', 'There is no such endpoint.', 'endpointId');
  return row;
}

/** All of a shop, oldest first. */
export async function listEndpoints(database: Sql, shopId: string): Promise<EndpointRow[]> {
  return database.selectFrom('webhook_endpoint').selectAll().where('shop_id', '=', shopId).orderBy('id').execute();
}
