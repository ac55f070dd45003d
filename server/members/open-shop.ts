/**
 * Opens a shop: its merchant, its three members, one per profile, and its first key.
 */
import { PROFILES, SCOPES, THE_TILL, type Profile } from '../core/caller.js';
import { newId } from '../core/identifiers.js';
import type { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';
import type { Subject } from '../database/tables.js';
import { Writes } from '../database/writes.js';
import { tell } from '../notifications/tell.js';
import { ShopKey } from '../shops/key.entity.js';
import { Merchant } from '../shops/merchant.entity.js';
import { Shop } from '../shops/shop.entity.js';
import { newKey } from './api-key.js';
import { requireEmail } from './email.js';
import { newInvitation, type Invitation } from './invitation.js';
import { Member } from './member.entity.js';

export type ShopPlan = Omit<Shop, 'id' | 'merchantId' | 'clockOffset_ms' | 'sequence' | 'createdAt'>;

export interface MemberPlan {
  readonly email: string;
  /** Null invites the member, who then chooses a password. */
  readonly passwordHash: string | null;
}

export interface OpenedShop {
  readonly shopId: string;
  /** Shown once: only its hash is kept. */
  readonly key: Secret;
  /** Links to hand to those who have no password yet; shown once. */
  readonly invitations: ReadonlyMap<Profile, Secret>;
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
    sequence: 1,
    createdAt,
  });
  const invitations = new Map<Profile, Secret>();
  const people = PROFILES.map(profile => {
    const { email, passwordHash } = members[profile];
    const invitation = passwordHash === null ? newInvitation(deps) : null;
    if (invitation) invitations.set(profile, invitation.url);
    const id = newId('member', deps);
    return newMember(
      { id, shopId: shop.id, email: requireEmail(email, 'email'), profile, passwordHash, createdAt },
      invitation,
    );
  });
  const key = newKey(deps, plan.mode);
  const firstKey = Object.assign(new ShopKey(), {
    id: newId('key', deps),
    shopId: shop.id,
    name: 'First key',
    hash: deps.vault.hash(key.reveal()),
    scopes: [...SCOPES],
    createdBy: null,
    sequence: 1,
    createdAt,
    revokedAt: null,
  });
  await deps.orm.em.fork().transactional(async em => {
    // One after the other: entities that are not related in MikroORM's eyes have no order of their own.
    await em.persist(merchant).flush();
    await em.persist(shop).flush();
    await em.persist([...people, firstKey]).flush();
    await created(deps, shop.id, [
      ['SHOP', shop.id, 'CREATED', 'ACTIVE'],
      ['KEY', firstKey.id, 'CREATED', 'ACTIVE'],
      ...people.map(({ id, passwordHash }) =>
        passwordHash === null
          ? (['MEMBER', id, 'INVITED', 'INVITED'] as const)
          : (['MEMBER', id, 'CREATED', 'ACTIVE'] as const),
      ),
    ]).commit(em.getKysely());
  });
  return { shopId: shop.id, key, invitations };
}

type Begun = 'id' | 'shopId' | 'email' | 'profile' | 'passwordHash' | 'createdAt';

function newMember(begun: Pick<Member, Begun>, invitation: Invitation | null): Member {
  return Object.assign(new Member(), begun, {
    sequence: 1,
    invitationHash: invitation?.columns.invitation_hash ?? null,
    invitationEndsAt: invitation?.columns.invitation_ends_at ?? null,
    disabledAt: null,
  });
}

type Beginning = readonly [subject: Subject, id: string, event: string, status: string];

function created(deps: Deps, shopId: string, beginnings: readonly Beginning[]): Writes {
  const writes = new Writes();
  for (const [subject, subjectId, event, status] of beginnings)
    tell(writes, deps, {
      shopId,
      subject,
      subjectId,
      transactionId: null,
      sequence: 1,
      event,
      from: 'NEW',
      to: status,
      amount: null,
      currency: null,
      actor: THE_TILL,
      at: deps.clock.now(),
    });
  return writes;
}
