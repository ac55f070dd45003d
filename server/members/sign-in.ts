/**
 * Signs a member in. Unknown, wrong, locked, invited and disabled look alike: the same work is done, the same refusal is given,
 * and it is given on a beat, so that a millisecond more of writing cannot be heard.
 */
import { SIGN_IN_COOKIE } from '../api/context.js';
import { cookieLine, type Visitor } from '../api/visitor.js';
import { THE_TILL, type MemberCaller } from '../core/caller.js';
import { newId } from '../core/identifiers.js';
import type { PasswordTurn } from '../core/ports.js';
import type { RateLimitRule } from '../core/rate-limit.js';
import { refuse, RefusalError } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';
import { addTime, MINUTE_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { Writes, whileOthersAreQuicker } from '../database/writes.js';
import { deviceOf, rememberDevice, type Device } from './device.js';
import { asAddress } from './email.js';
import { findMemberByEmail, loadMember, recordMember, selfOf, statusOf, type MemberRow } from './member.js';
import { SIGNED_IN_MOST_ms } from './recognise-member.js';
import { newSignInToken } from './sign-in-token.js';
import { endSignIn } from './sign-out.js';
import { countTry, forgetTries } from './try-counter.js';

/** Of one address, however many members it tries. */
export const SIGN_IN_TRIES: RateLimitRule = { most: 30, window_ms: 15 * MINUTE_ms, names: 10_000 };
const BEAT_ms = 200;

export interface SignInAsked {
  readonly email: string;
  readonly password: Secret;
}

export interface SignedIn {
  readonly member: MemberRow;
  /** When the member had signed in the time before; null = never. */
  readonly previousAt: Date | null;
  readonly endsAt: Date;
}

/** `replaced` is the sign-in that this browser still had: it ends, so that no one's session outlives a change of hands. */
export async function signIn(
  deps: Deps,
  visitor: Visitor,
  asked: SignInAsked,
  replaced: MemberCaller | null,
): Promise<SignedIn> {
  const began_ms = deps.clock.monotonic_ms();
  if (!deps.signInTries.take(visitor.address, deps.clock.now()))
    throw refuse('RATE_LIMITED', 'Too many wrong tries from this address; try again in a quarter of an hour.');
  try {
    const signedIn = await deps.passwords.inTurn(turn => tryToSignIn(deps, turn, visitor, asked));
    deps.signInTries.giveBack(visitor.address);
    if (replaced) await endSignIn(deps, replaced);
    return signedIn;
  } catch (error) {
    const isWrong = error instanceof RefusalError && error.code === 'SIGN_IN_REFUSED';
    if (isWrong) await nextBeat(deps, began_ms);
    else deps.signInTries.giveBack(visitor.address);
    throw error;
  }
}

async function tryToSignIn(deps: Deps, turn: PasswordTurn, visitor: Visitor, asked: SignInAsked): Promise<SignedIn> {
  const email = asAddress(asked.email).slice(0, 254);
  const member = await findMemberByEmail(deps.sql, email);
  const device = await deviceOf(deps, visitor, member?.id ?? null);
  const counter = deps.vault.digest('tries', device.known ? `device ${device.id}` : `strangers ${email}`);
  const counted = await countTry(deps, counter);
  const stored = counted.allowed ? (member?.password_hash ?? null) : null;
  const { matches, outdated } = await turn.verify(asked.password, stored);
  if (member && matches) {
    const rehashed = outdated ? await turn.hash(asked.password) : null;
    const signedIn = await whileOthersAreQuicker(() => openSignIn(deps, visitor, member, device, rehashed));
    await forgetTries(deps, counter);
    return signedIn;
  }
  if (member && counted.allowed)
    await whileOthersAreQuicker(() => tellOfFailure(deps, visitor, member.id, device, counted.last));
  throw refused();
}

const refused = () => refuse('SIGN_IN_REFUSED', 'Address and password do not fit, or you may not sign in now.');

async function openSignIn(
  deps: Deps,
  visitor: Visitor,
  verified: MemberRow,
  device: Device,
  rehashed: string | null,
): Promise<SignedIn> {
  const member = await loadMember(deps.sql, verified.id);
  // What was verified is no longer what is stored: somebody has changed it meanwhile.
  if (statusOf(member) !== 'ACTIVE' || member.password_hash !== verified.password_hash) throw refused();
  const now = deps.clock.now();
  const token = newSignInToken(deps);
  const endsAt = addTime(now, SIGNED_IN_MOST_ms);
  const writes = new Writes();
  const facts = { from: placeOf(deps, visitor), device: device.known ? 'KNOWN' : 'NEW' };
  const changed = recordMember(writes, deps, member, [{ event: 'SIGNED_IN', actor: selfOf(member), facts }], {
    last_signed_in_at: now,
    ...(rehashed === null ? {} : { password_hash: rehashed }),
  });
  writes.insert('sign_in', {
    id: newId('signIn', deps),
    shop_id: member.shop_id,
    member_id: member.id,
    token_hash: deps.vault.hash(token.reveal()),
    previous_at: member.last_signed_in_at,
    created_at: now,
    last_seen_at: now,
    ends_at: endsAt,
  });
  if (device.known) writes.update('member_device', { id: device.id }, { last_used_at: now });
  else writes.insert('member_device', { id: device.id, member_id: member.id, created_at: now, last_used_at: now });
  await writes.commit(deps.sql);
  deps.nudge('OUTBOX');
  visitor.setCookie(cookieLine(SIGN_IN_COOKIE, token.reveal(), deps.publicUrl));
  rememberDevice(deps, visitor, device);
  return { member: changed, previousAt: member.last_signed_in_at, endsAt };
}

async function tellOfFailure(deps: Deps, visitor: Visitor, memberId: string, device: Device, last: boolean) {
  const member = await loadMember(deps.sql, memberId);
  const facts = { from: placeOf(deps, visitor), device: device.known ? 'KNOWN' : 'NEW' };
  const failed = { event: 'SIGN_IN_FAILED', actor: THE_TILL, facts } as const;
  const locked = { event: 'SIGN_IN_LOCKED', actor: THE_TILL, facts } as const;
  const writes = new Writes();
  recordMember(writes, deps, member, last ? [failed, locked] : [failed]);
  await writes.commit(deps.sql);
  deps.nudge('OUTBOX');
}

/** Tells two places apart without saying where they are. */
function placeOf(deps: Deps, visitor: Visitor): string {
  return deps.vault.digest('place', visitor.address).slice(0, 16);
}

async function nextBeat(deps: Deps, began_ms: number): Promise<void> {
  const elapsed_ms = deps.clock.monotonic_ms() - began_ms;
  const wait_ms = Math.ceil(elapsed_ms / BEAT_ms) * BEAT_ms - elapsed_ms;
  await new Promise<void>(resolve => deps.timers.after(wait_ms, resolve));
}
