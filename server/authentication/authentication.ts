/**
 * An authentication as the verbs read it, and the only way to change one: by recording what happened.
 */
import { sql, type Selectable } from 'kysely';
import { Along, jsonOfOne } from '../api/along.js';
import { next, type AuthenticationEvent } from '../core/authentication-states.js';
import type { Actor } from '../core/caller.js';
import type { Sql } from '../database/connection.js';
import type { Deps } from '../database/deps.js';
import type { AuthenticationTable } from '../database/tables.js';
import type { Writes } from '../database/writes.js';
import { tell } from '../notifications/tell.js';

export type AuthenticationRow = Selectable<AuthenticationTable>;

const SHOWN = [
  'version',
  'eci',
  'trans_status',
  'reason',
  'directory_transaction_id',
  'acs_url',
] as const satisfies readonly (keyof AuthenticationRow)[];
export type ShownAuthentication = Pick<AuthenticationRow, (typeof SHOWN)[number]>;

/** With a transaction comes its latest authentication; null where nobody was asked. */
export const AUTHENTICATION_OF_TRANSACTION = new Along<ShownAuthentication | null>(
  'authentication',
  SHOWN,
  jsonOfOne('authentication', sql`authentication.id = transaction.authentication_id`),
  (json: ShownAuthentication | null) => json,
);

export interface AuthenticationHappening {
  readonly event: AuthenticationEvent;
  readonly actor: Actor;
  readonly at: Date;
  readonly facts?: Readonly<Record<string, unknown>>;
}

type Changes = Partial<
  Omit<AuthenticationRow, 'id' | 'status' | 'sequence' | 'browser' | 'request' | 'answer' | 'result' | 'updated_at'>
> & { readonly request?: string | null; readonly answer?: string | null; readonly result?: string | null };

/** Writes what happened to it. Fails as stale when it is no longer the one that was read: each step is taken once. */
export function recordAuthentication(
  writes: Writes,
  deps: Deps,
  row: AuthenticationRow,
  happening: AuthenticationHappening,
  changes: Changes = {},
): void {
  const status = next(row.status, happening.event);
  const sequence = row.sequence + 1;
  tellOf(writes, deps, row, happening, { from: row.status, to: status, sequence });
  writes.update(
    'authentication',
    { id: row.id, sequence: row.sequence },
    { ...changes, status, sequence, updated_at: happening.at },
  );
}

/** Writes one that begins with this happening. */
export function recordNewAuthentication(
  writes: Writes,
  deps: Deps,
  row: Omit<AuthenticationRow, 'status' | 'sequence' | 'updated_at'>,
  happening: AuthenticationHappening,
): AuthenticationRow {
  const begun = { ...row, status: next('NEW', happening.event), sequence: 1, updated_at: happening.at };
  tellOf(writes, deps, begun, happening, { from: 'NEW', to: begun.status, sequence: 1 });
  writes.insert('authentication', {
    ...begun,
    browser: JSON.stringify(begun.browser),
    request: null,
    answer: null,
    result: null,
  });
  return begun;
}

function tellOf(
  writes: Writes,
  deps: Deps,
  row: AuthenticationRow,
  happening: AuthenticationHappening,
  step: { readonly from: string; readonly to: string; readonly sequence: number },
): void {
  tell(writes, deps, {
    shopId: row.shop_id,
    subject: 'AUTHENTICATION',
    subjectId: row.id,
    transactionId: row.transaction_id,
    amount: null,
    currency: null,
    ...step,
    ...happening,
  });
}

export async function loadAuthentication(database: Sql, id: string): Promise<AuthenticationRow> {
  return database.selectFrom('authentication').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export async function findByResultToken(database: Sql, tokenHash: string): Promise<AuthenticationRow | undefined> {
  return database
    .selectFrom('authentication')
    .selectAll()
    .where('result_token_hash', '=', tokenHash)
    .executeTakeFirst();
}
