import { actorOf, type Actor, type MemberCaller, type Profile } from '../core/caller.js';
import { newId } from '../core/identifiers.js';
import { refuse } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';
import { violatedKey, Writes, whileOthersAreQuicker } from '../database/writes.js';
import { tell } from '../notifications/tell.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { requireEmail } from './email.js';
import { newInvitation } from './invitation.js';
import { findMemberByEmail, loadMember, recordMember, statusOf, type MemberRow } from './member.js';

export interface InvitationAsked {
  readonly email: string;
  readonly profile: Profile;
}

export interface Invited {
  readonly member: MemberRow;
  readonly url: Secret;
}

/** Invites somebody; who was invited before and has not come yet gets a new link, and the old one is worth nothing. */
export async function inviteMember(deps: Deps, caller: MemberCaller, asked: InvitationAsked): Promise<Invited> {
  const email = requireEmail(asked.email, 'email');
  try {
    const invited = await whileOthersAreQuicker(async () => {
      const known = await findMemberByEmail(deps.sql, email);
      if (!known) return inviteNew(deps, caller, email, asked.profile);
      if (known.shop_id !== caller.shopId || statusOf(known) !== 'INVITED') throw taken();
      return inviteAgain(deps, actorOf(caller), known, asked.profile);
    });
    deps.nudge('OUTBOX');
    return invited;
  } catch (error) {
    throw violatedKey(error) === 'member_email' ? taken() : error;
  }
}

const taken = () => refuse('EMAIL_NOT_POSSIBLE', 'This address cannot be invited.', 'email');

async function inviteNew(deps: Deps, caller: MemberCaller, email: string, profile: Profile): Promise<Invited> {
  const shop = await loadShop(deps.sql, caller.shopId);
  const { url, columns } = newInvitation(deps);
  const id = newId('member', deps);
  const writes = new Writes();
  writes.insert('member', {
    id,
    shop_id: shop.id,
    email,
    profile,
    sequence: 1,
    password_hash: null,
    ...columns,
    last_signed_in_at: null,
    created_at: deps.clock.now(),
    disabled_at: null,
  });
  tell(writes, deps, {
    shopId: shop.id,
    subject: 'MEMBER',
    subjectId: id,
    transactionId: null,
    sequence: 1,
    event: 'INVITED',
    from: 'NEW',
    to: 'INVITED',
    amount: null,
    currency: null,
    actor: actorOf(caller),
    facts: { profile },
    at: nowAt(shop, deps.clock),
  });
  await writes.commit(deps.sql);
  return { member: await loadMember(deps.sql, id), url };
}

async function inviteAgain(deps: Deps, actor: Actor, known: MemberRow, profile: Profile): Promise<Invited> {
  const { url, columns } = newInvitation(deps);
  const writes = new Writes();
  const happening = { event: 'INVITED_AGAIN', actor, facts: { profile } } as const;
  const member = recordMember(writes, deps, known, [happening], { ...columns, profile });
  await writes.commit(deps.sql);
  return { member, url };
}
