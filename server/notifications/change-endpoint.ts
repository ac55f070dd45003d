/**
 * What may be done to an endpoint: no longer be told, be told again, sign with another secret.
 */
import { THE_TILL, type Actor } from '../core/caller.js';
import { refuse } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';
import { whileOthersAreQuicker, Writes } from '../database/writes.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { recordEndpoint, requireEndpoint, type EndpointRow } from './endpoint.js';
import { liveSecretRows, writeEnd, writeSecret } from './webhook-secret.js';

/** Tells it nothing more. What still waits is abandoned, and can be sent again once it is enabled. */
export async function disableEndpoint(
  deps: Deps,
  shopId: string,
  actor: Actor,
  endpointId: string,
): Promise<EndpointRow> {
  await requireEndpoint(deps.sql, shopId, endpointId);
  return disable(deps, shopId, endpointId, { actor, because: 'SHOP' });
}

/** Its server has said that it is gone for ever (RFC 9110, 15.5.11; Standard Webhooks: 410 disables). */
export async function disableGone(deps: Deps, shopId: string, endpointId: string): Promise<EndpointRow> {
  return disable(deps, shopId, endpointId, { actor: THE_TILL, because: 'GONE' });
}

async function disable(
  deps: Deps,
  shopId: string,
  endpointId: string,
  { actor, because }: { readonly actor: Actor; readonly because: 'SHOP' | 'GONE' },
): Promise<EndpointRow> {
  const at = nowAt(await loadShop(deps.sql, shopId), deps.clock);
  const disabled = await whileOthersAreQuicker(() =>
    deps.sql.transaction().execute(async unit => {
      // The sequencer shares this lock while it writes deliveries: none comes after those that are abandoned here.
      const locked = await unit
        .selectFrom('webhook_endpoint')
        .selectAll()
        .where('id', '=', endpointId)
        .forUpdate()
        .executeTakeFirstOrThrow();
      if (locked.status === 'DISABLED') return locked;
      const writes = new Writes();
      const happening = { event: because === 'GONE' ? 'GONE' : 'DISABLED', actor, at } as const;
      const row = recordEndpoint(writes, deps, locked, happening, { status: 'DISABLED', disabled_because: because });
      await writes.commit(unit);
      await unit
        .updateTable('delivery')
        .set({ status: 'ABANDONED', ended_at: at, leased_until: null })
        .where('endpoint_id', '=', endpointId)
        .where('status', '=', 'PENDING')
        .execute();
      return row;
    }),
  );
  deps.nudge('OUTBOX');
  return disabled;
}

/** Tells it again, of what happens from now on. */
export async function enableEndpoint(
  deps: Deps,
  shopId: string,
  actor: Actor,
  endpointId: string,
): Promise<EndpointRow> {
  return whileOthersAreQuicker(async () => {
    const endpoint = await requireEndpoint(deps.sql, shopId, endpointId);
    if (endpoint.status === 'ENABLED') return endpoint;
    const at = nowAt(await loadShop(deps.sql, shopId), deps.clock);
    const writes = new Writes();
    const changes = { status: 'ENABLED', disabled_because: null } as const;
    const enabled = recordEndpoint(writes, deps, endpoint, { event: 'ENABLED', actor, at }, changes);
    await writes.commit(deps.sql);
    deps.nudge('OUTBOX');
    return enabled;
  });
}

/** The newest and two that it replaced in a day: whoever lost an answer may ask twice more. */
const LIVE_MOST = 3;

/** Gives it another secret; the former ones sign beside it until they end. */
export async function rotateSecret(
  deps: Deps,
  shopId: string,
  actor: Actor,
  endpointId: string,
): Promise<{ readonly endpoint: EndpointRow; readonly secret: Secret }> {
  return whileOthersAreQuicker(async () => {
    const endpoint = await requireEndpoint(deps.sql, shopId, endpointId);
    const live = await liveSecretRows(deps, endpointId);
    if (live.length >= LIVE_MOST)
      throw refuse('ACTION_NOT_POSSIBLE', 'Its secret was changed twice within the last day; wait for one to end.', {
        path: 'endpointId',
        retryable: true,
      });
    const at = nowAt(await loadShop(deps.sql, shopId), deps.clock);
    const writes = new Writes();
    const row = recordEndpoint(writes, deps, endpoint, { event: 'SECRET_ROTATED', actor, at });
    const newest = live.find(({ ends_at }) => ends_at === null);
    if (newest) writeEnd(writes, deps, newest.id);
    const secret = writeSecret(writes, deps, endpoint);
    await writes.commit(deps.sql);
    deps.nudge('OUTBOX');
    return { endpoint: row, secret };
  });
}
