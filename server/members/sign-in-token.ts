import { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';

/** 256 random bits; only their hash is stored. */
export function newSignInToken(deps: Pick<Deps, 'random'>): Secret {
  return new Secret(`till_${Buffer.from(deps.random.bytes(32)).toString('base64url')}`);
}
