/**
 * The secrets that sign what an endpoint is told. Sealed in the database, shown once, and while one replaces the other
 * both sign, so that a server can change over in peace.
 */
import { newId } from '../core/identifiers.js';
import { SECRETS_OVERLAP_ms } from '../core/notification.js';
import type { Secret } from '../core/secret.js';
import { addTime } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import type { Writes } from '../database/writes.js';
import type { EndpointRow } from './endpoint.js';
import { newWebhookSecret } from './sign.js';

/** A seal belongs to one endpoint: another's secret cannot be put in its place. */
const contextOf = (endpointId: string): string => `webhook secret of ${endpointId}`;

/** Writes a new secret, in real time. */
export function writeSecret(writes: Writes, deps: Deps, endpoint: EndpointRow): Secret {
  const secret = newWebhookSecret(deps.random);
  const sealed = deps.vault.seal(secret, contextOf(endpoint.id));
  writes.insert('webhook_secret', {
    id: newId('webhookSecret', deps),
    shop_id: endpoint.shop_id,
    endpoint_id: endpoint.id,
    sealed: sealed.bytes,
    sealed_key_id: sealed.keyId,
    created_at: deps.clock.now(),
    ends_at: null,
  });
  return secret;
}

/** The newest will end, and another is about to take its place. */
export function writeEnd(writes: Writes, deps: Deps, newestId: string): void {
  const ends_at = addTime(deps.clock.now(), SECRETS_OVERLAP_ms);
  writes.update('webhook_secret', { id: newestId }, { ends_at });
}

/** The live ones of an endpoint, newest first. */
export async function liveSecretRows(deps: Pick<Deps, 'sql' | 'clock'>, endpointId: string) {
  return deps.sql
    .selectFrom('webhook_secret')
    .select(['id', 'sealed', 'sealed_key_id', 'ends_at'])
    .where('endpoint_id', '=', endpointId)
    .where(live => live.or([live('ends_at', 'is', null), live('ends_at', '>', deps.clock.now())]))
    .orderBy('id', 'desc')
    .execute();
}

export async function liveSecrets(deps: Pick<Deps, 'sql' | 'clock' | 'vault'>, endpointId: string): Promise<Secret[]> {
  const rows = await liveSecretRows(deps, endpointId);
  return rows.map(row => deps.vault.open({ keyId: row.sealed_key_id, bytes: row.sealed }, contextOf(endpointId)));
}
