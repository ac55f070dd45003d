import { claimKey, keepAnswer, once, SHOP_SCOPE, type KeyClaim } from '../api/idempotency.js';
import type { Actor } from '../core/caller.js';
import { requireText } from '../core/free-text.js';
import { newId } from '../core/identifiers.js';
import type { NotificationType } from '../core/notification.js';
import { refuse } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';
import { Writes } from '../database/writes.js';
import { loadShop, nowAt, type ShopRow } from '../shops/shop.js';
import { listEndpoints, loadEndpoint, recordNewEndpoint, type EndpointRow } from './endpoint.js';
import { writeSecret } from './webhook-secret.js';

export interface NewEndpointInput {
  readonly idempotencyKey?: string | null;
  readonly url: string;
  readonly types?: readonly NotificationType[] | null;
  readonly description?: string | null;
}

/** An endpoint with the secret it was born with; null when the same request was answered before: it is shown once. */
export interface EndpointWithSecret {
  readonly endpoint: EndpointRow;
  readonly secret: Secret | null;
}

/** More would only tell the same server the same thing; each costs a row per event. */
const ENABLED_MOST = 20;

/** Refusals: `URL_INVALID`, `INPUT_INVALID`, and those of idempotency where a key is given. */
export async function createEndpoint(
  deps: Deps,
  shopId: string,
  actor: Actor,
  { idempotencyKey: key, ...input }: NewEndpointInput,
): Promise<EndpointWithSecret> {
  const shop = await loadShop(deps.sql, shopId);
  if (typeof key !== 'string') return write(deps, actor, await endpointOf(deps, shop, input), null);
  const claim = claimKey(deps, { shopId, scope: SHOP_SCOPE, operation: 'createWebhookEndpoint', key, input });
  return once<EndpointWithSecret>(
    deps,
    claim,
    async () => write(deps, actor, await endpointOf(deps, shop, input), claim),
    async id => ({ endpoint: await loadEndpoint(deps.sql, id), secret: null }),
  );
}

async function endpointOf(deps: Deps, shop: ShopRow, input: NewEndpointInput): Promise<EndpointRow> {
  const url = requireText(input.url, { path: 'url', max: 2_048 });
  const complaint = await deps.hooks.complaintAbout({ url, allowLoopback: shop.mode === 'TEST' });
  if (complaint !== null) throw refuse('URL_INVALID', complaint, 'url');
  const types = input.types ? [...new Set(input.types)] : null;
  if (types?.length === 0) throw refuse('INPUT_INVALID', 'Name at least one type, or none at all for all.', 'events');
  const enabled = (await listEndpoints(deps.sql, shop.id)).filter(({ status }) => status === 'ENABLED').length;
  if (enabled >= ENABLED_MOST)
    throw refuse('INPUT_INVALID', `A shop has at most ${ENABLED_MOST} enabled endpoints.`, {
      path: 'url',
      limit: `${ENABLED_MOST} endpoints`,
    });
  const now = nowAt(shop, deps.clock);
  return {
    id: newId('endpoint', deps),
    shop_id: shop.id,
    url: new URL(url).href,
    description: requireText(input.description ?? '', { path: 'description', min: 0, max: 200 }),
    types,
    status: 'ENABLED',
    disabled_because: null,
    sequence: 1,
    created_at: now,
    updated_at: now,
  };
}

async function write(
  deps: Deps,
  actor: Actor,
  endpoint: EndpointRow,
  claim: KeyClaim | null,
): Promise<EndpointWithSecret> {
  const writes = new Writes();
  // The rest of an address may hold a password of the merchant's own; its origin says enough.
  const facts = { origin: new URL(endpoint.url).origin, types: endpoint.types };
  recordNewEndpoint(writes, deps, endpoint, { event: 'CREATED', actor, at: endpoint.created_at, facts });
  const secret = writeSecret(writes, deps, endpoint);
  if (claim) keepAnswer(writes, deps, claim, 'ENDPOINT', endpoint.id);
  await writes.commit(deps.sql);
  deps.nudge('OUTBOX');
  return { endpoint, secret };
}
