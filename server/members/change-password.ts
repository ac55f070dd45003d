import { SIGN_IN_COOKIE } from '../api/context.js';
import { cookieLine, type Visitor } from '../api/visitor.js';
import type { MemberCaller } from '../core/caller.js';
import { refuse } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';
import { Writes, whileOthersAreQuicker } from '../database/writes.js';
import { loadMember, recordMember, selfOf, type MemberRow } from './member.js';
import { requirePassword } from './password-rules.js';
import { newSignInToken } from './sign-in-token.js';
import { endSignIns } from './sign-out.js';
import { countTry, forgetTries } from './try-counter.js';

export interface PasswordChange {
  readonly current: Secret;
  readonly next: Secret;
}

/** Ends every other sign-in of the member, and gives this one a new token (OWASP ASVS 5.0, 7.2.4 and 7.4.3). */
export async function changePassword(
  deps: Deps,
  caller: MemberCaller,
  visitor: Visitor,
  { current, next }: PasswordChange,
): Promise<MemberRow> {
  const verified = await loadMember(deps.sql, caller.memberId);
  requirePassword(next, verified.email, 'new');
  const hash = await deps.passwords.inTurn(async turn => {
    // Whoever finds an unlocked till must not be able to guess on at leisure.
    const counter = deps.vault.digest('tries', `change of ${verified.id}`);
    const { allowed } = await countTry(deps, counter);
    if (!allowed) throw refuse('RATE_LIMITED', 'Too many wrong tries; try again in half an hour.', 'current');
    const { matches } = await turn.verify(current, verified.password_hash);
    if (!matches) throw refuse('INPUT_INVALID', 'This is not the present password.', 'current');
    await forgetTries(deps, counter);
    return turn.hash(next);
  });
  const token = newSignInToken(deps);
  const changed = await whileOthersAreQuicker(async () => {
    const member = await loadMember(deps.sql, caller.memberId);
    if (member.password_hash !== verified.password_hash)
      throw refuse('INPUT_INVALID', 'The password was changed meanwhile.', 'current');
    const writes = new Writes();
    const ended = await endSignIns(writes, deps, member.id, caller.signInId);
    writes.update('sign_in', { id: caller.signInId }, { token_hash: deps.vault.hash(token.reveal()) });
    const happening = { event: 'PASSWORD_CHANGED', actor: selfOf(member), facts: { ended } } as const;
    const row = recordMember(writes, deps, member, [happening], { password_hash: hash });
    await writes.commit(deps.sql);
    return row;
  });
  deps.nudge('OUTBOX');
  visitor.setCookie(cookieLine(SIGN_IN_COOKIE, token.reveal(), deps.publicUrl));
  return changed;
}
