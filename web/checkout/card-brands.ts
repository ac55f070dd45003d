/**
 * For our script: which brands the card has that is being typed. Only its first digits travel, which name a bank and
 * no person.
 */
import type { IncomingMessage } from 'node:http';
import { readEnvironment } from '../env.ts';
import { ask } from '../graphql/client.ts';
import type { Brand } from '../graphql/generated/graphql.ts';
import { addressOf, cookiesOf } from '../http/headers.ts';
import { CardBrandsQuery } from './checkout.queries.ts';
import { isSessionId, isSessionToken, tokenCookieName } from './token.ts';

/** A number is an HTTP status: there is nothing to tell. */
export async function cardBrands(
  request: IncomingMessage,
  sessionId: string | null,
  prefix: string | null,
): Promise<readonly Brand[] | number> {
  if (!isSessionId(sessionId)) return 404;
  const token = cookiesOf(request).get(tokenCookieName(sessionId, readEnvironment())) ?? null;
  if (!isSessionToken(token)) return 404;
  if (!prefix || !/^\d{6,8}$/.test(prefix)) return 400;
  const caller = { token, address: addressOf(request) };
  const answer = await ask(caller, CardBrandsQuery, { prefix }, 5_000);
  if (answer.kind === 'unreachable') return 503;
  if (answer.kind === 'refused') return answer.code === 'RATE_LIMITED' ? 429 : 404;
  return answer.data.checkout?.id === sessionId ? answer.data.checkout.cardBrands : 404;
}
