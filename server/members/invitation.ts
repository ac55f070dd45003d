/**
 * The one way to become somebody who can sign in: a link that works once, for seven days. Only its hash is stored.
 */
import { Secret } from '../core/secret.js';
import { addTime, DAY_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';

const INVITATION_days = 7;

export interface Invitation {
  /** Whoever has it chooses the member's password: shown once, to the one who invites. */
  readonly url: Secret;
  readonly columns: { readonly invitation_hash: string; readonly invitation_ends_at: Date };
}

export function newInvitation(deps: Deps): Invitation {
  const token = `inv_${Buffer.from(deps.random.bytes(32)).toString('base64url')}`;
  return {
    url: new Secret(`${deps.publicUrl}/invitation/${token}`),
    columns: {
      invitation_hash: deps.vault.hash(token),
      invitation_ends_at: addTime(deps.clock.now(), INVITATION_days * DAY_ms),
    },
  };
}
