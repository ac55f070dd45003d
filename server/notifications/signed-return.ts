/**
 * The way back of the shopper's browser to the merchant. It tells the page what to show and carries no authority: browsers
 * lose returns, repeat them and go back to them. The truth is in the notification and in the API.
 */
import { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';
import { signatureOf, timestampOf } from './sign.js';

export interface ReturningSession {
  readonly id: string;
  readonly shop_id: string;
  readonly status: string;
}

/**
 * The address to send the browser to: the merchant's `returnUrl` with `session`, `status`, `timestamp` (seconds, real time)
 * and `signature` beside what it already asks. Signed as Standard Webhooks signs a message whose id is the session's and
 * whose body is `{"session":…,"status":…}`, so that its verifiers can be used here too.
 */
export function signedReturn(
  deps: Pick<Deps, 'clock' | 'vault'>,
  session: ReturningSession,
  returnUrl: string,
): string {
  const at = deps.clock.now();
  const body = JSON.stringify({ session: session.id, status: session.status });
  const url = new URL(returnUrl);
  url.searchParams.set('session', session.id);
  url.searchParams.set('status', session.status);
  url.searchParams.set('timestamp', timestampOf(at));
  url.searchParams.set('signature', signatureOf({ id: session.id, at, body }, [returnSecret(deps, session.shop_id)]));
  return url.href;
}

/**
 * What a shop's returns are signed with: its own, derived and not stored, and another one than those of its endpoints,
 * because a page that shows a result need not be able to forge a notification.
 */
export function returnSecret({ vault }: Pick<Deps, 'vault'>, shopId: string): Secret {
  const digest = Buffer.from(vault.digest('browser return', shopId), 'base64url');
  return new Secret(`whsec_${digest.toString('base64')}`);
}
