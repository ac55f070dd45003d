/**
 * Who a request of the till's server-made pages is from: the browser's own cookies of the till, and no others.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isSecure, readEnvironment } from '../env.ts';
import type { Caller } from '../graphql/client.ts';
import { addressOf, cookiesOf } from '../http/headers.ts';

const NAMES = ['till', 'till-device'];

/** `__Host-` where there is TLS: the names that the API gives its cookies. */
function cookieName(name: string): string {
  return isSecure(readEnvironment()) ? `__Host-${name}` : name;
}

/**
 * Whether nobody can be signed in, as far as a page's own request tells. A link in a mail comes without cookies that are
 * SameSite=Strict though the browser has them: there only the page's own questions can tell.
 */
export function isSurelySignedOut(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return (site === 'same-origin' || site === 'none') && !cookiesOf(request).has(cookieName('till'));
}

export function callerOfTill(request: IncomingMessage, response: ServerResponse): Caller {
  const cookies = cookiesOf(request);
  const kept = NAMES.map(cookieName).filter(name => cookies.has(name));
  return {
    token: null,
    cookie: kept.map(name => `${name}=${cookies.get(name) ?? ''}`).join('; '),
    setCookies: lines => response.setHeader('Set-Cookie', lines),
    address: addressOf(request),
  };
}
