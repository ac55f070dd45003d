/**
 * The relay: tells merchants' servers what is due, again and again until they have taken it or their three days are over.
 * At least once, with the same id and bytes each time; only timestamp and signature are fresh (Standard Webhooks 1.0).
 */
import type { Deps } from '../database/deps.js';
import { leaseDeliveries, type LeasedDelivery } from './lease-deliveries.js';
import { settleDelivery } from './settle-delivery.js';
import { signatureOf, timestampOf } from './sign.js';
import { liveSecrets } from './webhook-secret.js';

const AT_ONCE = 100;
/** How soon what has become due is seen while others are still under way. */
const LOOK_AGAIN_ms = 250;

/**
 * One round over what is due; or, for a worker, round after round while any is under way, so that a server that hangs
 * does not hold up the others. Answers how many attempts were made.
 */
export async function tellEndpoints(deps: Deps, stopping?: AbortSignal): Promise<number> {
  const underWay = new Set<Promise<void>>();
  const goOn = () => stopping?.aborted === false && underWay.size > 0;
  let attempts = 0;
  try {
    do {
      const leased = await leaseDeliveries(deps, AT_ONCE - underWay.size);
      attempts += leased.length;
      for (const delivery of leased) {
        const telling = tellOne(deps, delivery).finally(() => underWay.delete(telling));
        underWay.add(telling);
      }
      if (goOn()) await oneOfThemEnds(deps, underWay);
    } while (goOn());
  } finally {
    await Promise.all(underWay);
  }
  return attempts;
}

/** Or a while has passed. */
async function oneOfThemEnds(deps: Deps, underWay: ReadonlySet<Promise<void>>): Promise<void> {
  await new Promise<void>(resolve => {
    const callOff = deps.timers.after(LOOK_AGAIN_ms, resolve);
    void Promise.race(underWay).finally(() => {
      callOff();
      resolve();
    });
  });
}

async function tellOne(deps: Deps, delivery: LeasedDelivery): Promise<void> {
  try {
    const secrets = await liveSecrets(deps, delivery.endpoint_id);
    const at = deps.clock.now();
    const started_ms = deps.clock.monotonic_ms();
    const { id, body, url } = delivery;
    const answer = await deps.hooks.post({
      url,
      allowLoopback: delivery.mode === 'TEST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Guichet',
        'webhook-id': id,
        'webhook-timestamp': timestampOf(at),
        'webhook-signature': signatureOf({ id, at, body }, secrets),
      },
      body,
    });
    await settleDelivery(deps, delivery, answer, deps.clock.monotonic_ms() - started_ms);
  } catch (error) {
    // The lease runs out and another round takes the delivery over: told twice rather than not at all.
    deps.log.error('notification: could not be told', { error, delivery: delivery.id });
  }
}
