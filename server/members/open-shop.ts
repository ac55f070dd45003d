/**
 * Opens a shop: its merchant, its three members, one per profile, and its first key.
 */
import { PROFILES, SCOPES, THE_TILL, type Profile } from '../core/caller.js';
import { newId } from '../core/identifiers.js';
import { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';
import type { Subject } from '../database/tables.js';
import { Writes } from '../database/writes.js';
import { tell } from '../notifications/tell.js';
import { ShopKey } from '../shops/key.entity.js';
import { Merchant } from '../shops/merchant.entity.js';
import { Shop } from '../shops/shop.entity.js';
import { Member } from './member.entity.js';

export type ShopPlan = Omit<Shop, 'id' | 'merchantId' | 'clockOffset_ms' | 'createdAt'>;

export interface MemberPlan {
  readonly email: string;
  readonly passwordHash: string;
}

export interface OpenedShop {
  readonly shopId: string;
  /** Shown once: only its hash is kept. */
  readonly key: Secret;
}

export async function openShop(
  deps: Deps,
  merchantName: string,
  plan: ShopPlan,
  members: Readonly<Record<Profile, MemberPlan>>,
): Promise<OpenedShop> {
  const createdAt = deps.clock.now();
  const merchant = Object.assign(new Merchant(), { id: newId('merchant', deps), name: merchantName, createdAt });
  const shop = Object.assign(new Shop(), plan, {
    id: newId('shop', deps),
    merchantId: merchant.id,
    clockOffset_ms: 0n,
    createdAt,
  });
  const people = PROFILES.map(profile =>
    Object.assign(
      new Member(),
      { id: newId('member', deps), shopId: shop.id, profile, createdAt, disabledAt: null },
      members[profile],
    ),
  );
  const key = new Secret(`sk_${plan.mode.toLowerCase()}_${Buffer.from(deps.random.bytes(32)).toString('base64url')}`);
  const firstKey = Object.assign(new ShopKey(), {
    id: newId('key', deps),
    shopId: shop.id,
    name: 'First key',
    hash: deps.vault.hash(key.reveal()),
    scopes: [...SCOPES],
    createdBy: null,
    createdAt,
    revokedAt: null,
  });
  await deps.orm.em.fork().transactional(async em => {
    // One after the other: entities that are not related in MikroORM's eyes have no order of their own.
    await em.persist(merchant).flush();
    await em.persist(shop).flush();
    await em.persist([...people, firstKey]).flush();
    await created(deps, shop.id, [
      ['SHOP', shop.id],
      ['KEY', firstKey.id],
      ...people.map(member => ['MEMBER', member.id] as const),
    ]).commit(em.getKysely());
  });
  return { shopId: shop.id, key };
}

function created(deps: Deps, shopId: string, subjects: readonly (readonly [Subject, string])[]): Writes {
  const writes = new Writes();
  for (const [subject, subjectId] of subjects)
    tell(writes, deps, {
      shopId,
      subject,
      subjectId,
      transactionId: null,
      sequence: 1,
      event: 'CREATED',
      from: 'NEW',
      to: 'ACTIVE',
      amount: null,
      currency: null,
      actor: THE_TILL,
      at: deps.clock.now(),
    });
  return writes;
}
