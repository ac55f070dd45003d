import type { Vault } from '../core/ports.js';
import { Secret } from '../core/secret.js';

/**
 * The bearer token that opens one session: 256 bits that nobody can derive without the token key, which is outside the
 * database. Made again rather than stored, so that a repeated request can show it; the database holds its hash.
 */
export function sessionToken(vault: Vault, sessionId: string): Secret {
  return new Secret(`pst_${vault.digest('session-token', sessionId)}`);
}

export function checkoutUrl(vault: Vault, publicUrl: string, sessionId: string): string {
  return `${publicUrl}/pay/${sessionId}?k=${sessionToken(vault, sessionId).reveal()}`;
}
