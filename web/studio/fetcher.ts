/**
 * Sends what is typed into the studio: queries over HTTP, subscriptions over a WebSocket of the same origin.
 */
import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';

/** Stands in the editor until somebody types a key in its place. */
const KEY_TO_TYPE = 'Bearer sk_your-key';

export const HEADERS = `${JSON.stringify({ authorization: KEY_TO_TYPE }, null, 2)}\n`;

/** A header wins over the cookie, also a wrong one: nothing is sent for a key that nobody has typed. */
export function studioFetcher(): Fetcher {
  const { protocol, host } = window.location;
  const fetcher = createGraphiQLFetcher({
    url: '/graphql',
    subscriptionUrl: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`,
  });
  return (parameters, options) => {
    const { authorization, ...others } = (options?.headers ?? {}) as Record<string, string>;
    const isTyped = authorization !== undefined && authorization !== KEY_TO_TYPE;
    return fetcher(parameters, { ...options, headers: isTyped ? { ...others, authorization } : others });
  };
}
