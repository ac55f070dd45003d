import { refuse } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';
import { Writes, whileOthersAreQuicker } from '../database/writes.js';
import { findMemberByInvitation, loadMember, recordMember, selfOf, statusOf, type MemberRow } from './member.js';
import { requirePassword } from './password-rules.js';

/** Whom an invitation that may be accepted is for, or nothing. */
export async function findInvited(deps: Deps, token: Secret): Promise<MemberRow | undefined> {
  if (!/^inv_[\w-]{43}$/.test(token.reveal())) return undefined;
  const member = await findMemberByInvitation(deps.sql, deps.vault.hash(token.reveal()));
  const ends = member?.invitation_ends_at;
  return member && ends && ends > deps.clock.now() && statusOf(member) === 'INVITED' ? member : undefined;
}

/** Once: the invited person chooses a password and may sign in from now on. */
export async function acceptInvitation(deps: Deps, token: Secret, password: Secret): Promise<MemberRow> {
  const invited = await findInvited(deps, token);
  if (!invited) throw notValid();
  requirePassword(password, invited.email, 'password');
  const hash = await deps.passwords.inTurn(turn => turn.hash(password));
  const accepted = await whileOthersAreQuicker(async () => {
    const member = await loadMember(deps.sql, invited.id);
    if (member.invitation_hash !== invited.invitation_hash || statusOf(member) !== 'INVITED') throw notValid();
    const writes = new Writes();
    const row = recordMember(writes, deps, member, [{ event: 'INVITATION_ACCEPTED', actor: selfOf(member) }], {
      password_hash: hash,
      invitation_hash: null,
      invitation_ends_at: null,
    });
    await writes.commit(deps.sql);
    return row;
  });
  deps.nudge('OUTBOX');
  return accepted;
}

const notValid = () => refuse('INVITATION_NOT_VALID', 'This invitation is not valid; ask for another one.', 'token');
