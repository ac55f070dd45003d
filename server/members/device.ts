/**
 * Browsers that a member has signed in from before, known by a long-lived cookie. It opens nothing: it only keeps what strangers
 * try apart from what its owner tries (`try-counter.ts`).
 */
import { cookieLine, cookieName, type Visitor } from '../api/visitor.js';
import { addTime, DAY_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';

export const DEVICE_COOKIE = 'till-device';
/** Browsers keep no cookie for longer (RFC 6265bis, section 5.5). */
const KEPT_days = 400;

export interface Device {
  /** As the cookie has it. */
  readonly token: string;
  /** Of this browser for this member; absent and foreign ones cannot be told from it. */
  readonly id: string;
  /** Whether this member has signed in from it. */
  readonly known: boolean;
}

/** `memberId` is null for an address that nobody has; as much is done as for any other. */
export async function deviceOf(deps: Deps, visitor: Visitor, memberId: string | null): Promise<Device> {
  const token = tokenIn(deps, visitor) ?? newToken(deps);
  const id = deps.vault.digest('device of member', `${memberId ?? ''} ${token}`);
  const row = await deps.sql.selectFrom('member_device').select('id').where('id', '=', id).executeTakeFirst();
  return { token, id, known: row !== undefined };
}

export function rememberDevice(deps: Deps, visitor: Visitor, { token }: Device): void {
  visitor.setCookie(cookieLine(DEVICE_COOKIE, token, deps.publicUrl, KEPT_days * 86_400));
}

export async function forgetOldDevices(deps: Deps): Promise<number> {
  const long = addTime(deps.clock.now(), -KEPT_days * DAY_ms);
  const done = await deps.sql.deleteFrom('member_device').where('last_used_at', '<', long).executeTakeFirst();
  return Number(done.numDeletedRows);
}

/** Signed, so that only a browser that we have named ourselves is known by its name. */
function newToken(deps: Deps): string {
  const name = Buffer.from(deps.random.bytes(32)).toString('base64url');
  return `${name}.${deps.vault.digest('device', name)}`;
}

function tokenIn(deps: Deps, visitor: Visitor): string | undefined {
  const token = visitor.cookies.get(cookieName(DEVICE_COOKIE, deps.publicUrl)) ?? '';
  const [name = '', signature] = token.split('.');
  return /^[\w-]{43}$/.test(name) && signature === deps.vault.digest('device', name) ? token : undefined;
}
