/** The merchants' own servers, and the endpoints by which the house knows them: three of each shop, one of them without a line between. */
import { join } from 'node:path';
import { FILES } from '../evidence.js';
import type { House } from '../house.js';
import type { Place } from '../place.js';
import { Receiver } from '../receivers.js';
import type { Tally } from '../tally.js';
import type { Cast } from './actors.js';
import { CREATE_ENDPOINT } from './documents.js';
import { keyOf } from './world.js';

const SERVERS = [
  { name: 'all', isDirect: false, events: null },
  { name: 'some', isDirect: false, events: ['SESSION_PAID', 'REFUND_UPDATED', 'REMITTANCE_UPDATED'] },
  { name: 'direct', isDirect: true, events: null },
] as const;
const SHOPS = 2;

export async function startReceivers(
  place: Place,
  tally: Tally,
  toEnd: (end: () => Promise<void>) => void,
): Promise<Receiver[]> {
  const receivers: Receiver[] = [];
  for (let shop = 1; shop <= SHOPS; shop += 1)
    for (const { name, isDirect } of SERVERS) {
      const file = join(place.evidence, FILES.receivers, `shop-${shop}-${name}.jsonl`);
      const receiver = await Receiver.start(file, isDirect, fault => tally.happened(`receiver: ${fault}`, name));
      toEnd(() => receiver.close());
      receivers.push(receiver);
    }
  return receivers;
}

interface Created {
  readonly createWebhookEndpoint: { readonly endpoint?: { readonly id: string }; readonly secret?: string };
}

export async function subscribe({ caller, world }: Cast, house: House, receivers: readonly Receiver[]): Promise<void> {
  const lines = [...house.receiverLines];
  for (const [index, receiver] of receivers.entries()) {
    const shop = world.shops[Math.floor(index / SERVERS.length)];
    const server = SERVERS[index % SERVERS.length];
    const port = receiver.isDirect ? receiver.port : lines.shift()?.port;
    if (!shop || !server) throw new RangeError('There are more servers than shops for them.');
    const key = caller.newKey('endpoint');
    const input = {
      idempotencyKey: key,
      url: `http://127.0.0.1:${port}/told`,
      ...(server.events ? { events: server.events } : {}),
    };
    const askedAt = new Date();
    const created = await caller.ask<Created>({
      operation: 'createWebhookEndpoint',
      query: CREATE_ENDPOINT,
      variables: { input },
      authority: keyOf(shop),
      key,
      about: { shopId: shop.id },
    });
    const { endpoint, secret } = created?.createWebhookEndpoint ?? {};
    if (!endpoint || !secret) throw new Error('An endpoint could not be made.');
    receiver.endpointId = endpoint.id;
    world.hookSecrets.told(endpoint.id, secret, askedAt);
  }
}
