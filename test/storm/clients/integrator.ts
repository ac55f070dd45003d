/**
 * Who looks after how the house and the shop's servers know each other: endpoints that have to be told again, secrets and keys that are
 * replaced while both are at work, notifications that somebody would like to have once more.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor, Cast } from './actors.js';
import type { Authority } from './caller.js';
import {
  CREATE_KEY,
  DISABLE_ENDPOINT,
  ENABLE_ENDPOINT,
  FEED_CURSOR,
  LIST_DELIVERIES,
  LIST_ENDPOINTS,
  LIST_KEYS,
  REDELIVER,
  REVOKE_KEY,
  ROTATE_SECRET,
} from './documents.js';
import type { ShopKey } from './shop-keys.js';
import type { Standing } from './staff.js';
import { bearer } from './world.js';

interface Named {
  readonly id: string;
  readonly status: string;
}
interface Seen {
  readonly webhookEndpoints?: readonly Named[];
  readonly deliveries?: { readonly edges: readonly { readonly node: Named }[] };
  readonly apiKeys?: readonly { readonly id: string; readonly createdBy: string | null }[];
}
interface Made {
  readonly __typename: string;
  readonly code?: string;
  readonly secret?: string;
  readonly key?: string;
  readonly apiKey?: { readonly id: string };
}
type Answer = Readonly<Record<string, Made>>;
type Duty = (authority: Authority) => Promise<void>;

/** All that a key may be good for. */
const SCOPES = (
  'sessions:read sessions:write transactions:read transactions:write remittances:read ' +
  'remittances:write webhooks:write reports:read analytics:read clock:write'
).split(' ');

export class Integrator implements Actor {
  constructor(
    private readonly cast: Cast,
    private readonly standing: Standing,
  ) {}

  async act(): Promise<void> {
    const authority = await this.standing.authority();
    if (!authority) return;
    const duty = this.cast.random.weighted<Duty>([
      [5, this.#enable],
      [1, this.#disable],
      [2, this.#rotateSecret],
      [6, this.#redeliver],
      [3, this.#rotateKey],
    ]);
    await duty(authority);
  }

  /** An endpoint that said 410 once is asked for again. */
  #enable: Duty = async authority => {
    for (const { id, status } of await this.#endpoints(authority))
      if (status === 'DISABLED')
        await this.#do(authority, 'enableWebhookEndpoint', ENABLE_ENDPOINT, { endpointId: id });
  };

  /** For a moment: what waits meanwhile is given up, and may be asked for later. */
  #disable: Duty = async authority => {
    const { random, world } = this.cast;
    const endpoints = await this.#endpoints(authority);
    if (endpoints.length === 0) return;
    await this.#do(authority, 'disableWebhookEndpoint', DISABLE_ENDPOINT, { endpointId: random.pick(endpoints).id });
    await sleep(random.between(200, 2_000), undefined, { signal: world.over }).catch(() => undefined);
    await this.#enable(authority);
  };

  /** Asked once: each asking makes another. Of one whose answer is lost nobody knows; the former ones go on signing. */
  #rotateSecret: Duty = async authority => {
    const { random, world } = this.cast;
    const endpoints = await this.#endpoints(authority);
    if (endpoints.length === 0) return;
    const endpointId = random.pick(endpoints).id;
    const askedAt = new Date();
    const made = await this.#do(authority, 'rotateWebhookSecret', ROTATE_SECRET, { endpointId });
    if (made?.secret) world.hookSecrets.told(endpointId, made.secret, askedAt);
  };

  #redeliver: Duty = async authority => {
    const { random } = this.cast;
    const status = random.pick(['DELIVERED', 'ABANDONED', 'PENDING', null]);
    const seen = await this.#see(authority, 'deliveries', LIST_DELIVERIES, { status });
    const all = seen?.deliveries?.edges.map(({ node }) => node) ?? [];
    if (all.length > 0) await this.#do(authority, 'redeliver', REDELIVER, { deliveryId: random.pick(all).id });
  };

  /** Another key; and once both have been at work for a while, the end of the older one. */
  #rotateKey: Duty = async authority => {
    const { keys } = this.standing.shop;
    const retired = keys.retire();
    if (retired) return this.#revoke(authority, retired);
    const input = { name: this.cast.caller.newKey('key'), scopes: SCOPES };
    const made = await this.#do(authority, 'createApiKey', CREATE_KEY, input);
    if (made?.key && made.apiKey) keys.add({ id: made.apiKey.id, key: made.key });
  };

  async #revoke(authority: Authority, { id, key }: ShopKey): Promise<void> {
    const { caller, world } = this.cast;
    const keyId = id ?? (await this.#firstKey(authority));
    const about = { shopId: this.standing.shop.id, keyId };
    const variables = { input: { keyId } };
    const question = { operation: 'revokeApiKey', query: REVOKE_KEY, variables, authority, about };
    const answer = await caller.ask<Answer>(question);
    world.did(`revokeApiKey: ${answer?.['revokeApiKey']?.code ?? answer?.['revokeApiKey']?.__typename ?? 'nothing'}`);
    if (answer?.['revokeApiKey']?.__typename !== 'ApiKey') return;
    // Whoever still has it tries it, at each of the doors.
    for (const door of world.doors)
      await caller.askOnce(
        { operation: 'feedCursor', query: FEED_CURSOR, authority: bearer(key), about: { ...about, ended: 'key' } },
        door,
      );
  }

  /** That of the shop's opening: no member has made it. */
  async #firstKey(authority: Authority): Promise<string | undefined> {
    const seen = await this.#see(authority, 'apiKeys', LIST_KEYS);
    return seen?.apiKeys?.find(({ createdBy }) => createdBy === null)?.id;
  }

  async #endpoints(authority: Authority): Promise<readonly Named[]> {
    return (await this.#see(authority, 'webhookEndpoints', LIST_ENDPOINTS))?.webhookEndpoints ?? [];
  }

  #see(authority: Authority, operation: string, query: string, variables = {}): Promise<Seen | null> {
    const about = { shopId: this.standing.shop.id };
    return this.cast.caller.ask<Seen>({ operation, query, variables, authority, about });
  }

  /** Asked once: none of this has a key to be asked again with. */
  async #do(authority: Authority, operation: string, query: string, input: object): Promise<Made | null> {
    const { caller, world } = this.cast;
    const about = { shopId: this.standing.shop.id, ...input };
    const heard = await caller.askOnce<Answer>({ operation, query, variables: { input }, authority, about });
    const answer = heard?.data?.[operation] ?? null;
    world.did(`${operation}: ${answer?.code ?? answer?.__typename ?? 'nothing'}`);
    return answer;
  }
}
