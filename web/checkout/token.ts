/**
 * The shopper's authority: it comes once in the address, is kept in a cookie of this session's own name, and goes on to
 * the API as a bearer token. Nothing else opens a checkout.
 */
import { type WebEnvironment, isSecure } from '../env.ts';

export function isSessionId(text: string | null): text is string {
  return text !== null && /^ps_[0-9A-Za-z_-]{1,64}$/.test(text);
}

export function isSessionToken(text: string | null): text is string {
  return text !== null && /^pst_[0-9A-Za-z_-]{20,128}$/.test(text);
}

/** `__Host-` binds a cookie to this host alone; browsers take it only with `Secure`, so not on plain loopback. */
export function tokenCookieName(sessionId: string, environment: WebEnvironment): string {
  return `${isSecure(environment) ? '__Host-' : ''}pay-${sessionId}`;
}

/** It ends with the browser; the link of the shop opens the session again. */
export function tokenCookie(sessionId: string, token: string, environment: WebEnvironment): string {
  const secure = isSecure(environment) ? '; Secure' : '';
  return `${tokenCookieName(sessionId, environment)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
