/**
 * The doors through which the browser comes back from the card's bank. What it brings is a stranger's and proves nothing:
 * it is read to its end, within bounds, and forgotten. The truth comes from the bank by another road.
 */
import { randomBytes } from 'node:crypto';
import type { GetServerSidePropsResult } from 'next';
import { ask } from '../graphql/client.ts';
import { discardForm } from '../http/form.ts';
import { single } from '../http/headers.ts';
import { contentPolicy } from '../http/policy.ts';
import { accentCss } from './page-props.ts';
import { type Language, preferredLanguage } from '../ui/language.ts';
import { CompleteChallengeMutation } from './checkout.queries.ts';
import { type Visit, callerOf } from './serve.ts';
import { isSessionId } from './token.ts';

export interface FromBankProps {
  readonly sessionId: string;
  readonly language: Language;
  readonly accent: { readonly css: string; readonly nonce: string };
}

type Result = GetServerSidePropsResult<FromBankProps>;

/**
 * The issuer's page posts here at the end of a challenge, from its own origin: no cookie comes (SameSite=Lax). A whole
 * page is sent on at once, and then the cookie comes; a frame gets a page that leads the window above it there.
 */
export async function serveReturn(visit: Visit): Promise<Result> {
  const { req, res, query } = visit;
  const sessionId = single(query['session']);
  if (!isSessionId(sessionId)) return { notFound: true };
  const posted = req.method === 'POST';
  if (posted && !(await discardForm(req))) res.statusCode = 413;
  if (req.headers['sec-fetch-dest'] === 'document')
    return { redirect: { destination: `/pay/${sessionId}${posted ? '/back' : ''}`, statusCode: 303 } };
  return leadOn(visit, sessionId);
}

/** The issuer's hidden frame posts here when it is done (3DS method); our script tells the page around the frame. */
export async function serveMethodDone(visit: Visit): Promise<Result> {
  const { req, res, query } = visit;
  const sessionId = single(query['session']);
  if (!isSessionId(sessionId) || req.method !== 'POST') return { notFound: true };
  if (!(await discardForm(req))) res.statusCode = 413;
  return leadOn(visit, sessionId);
}

/** The cookie is there again: the API hears that the browser is back, and the page shows where that leaves the payment. */
export async function serveBack(visit: Visit): Promise<GetServerSidePropsResult<Record<string, never>>> {
  const { req, res, query } = visit;
  res.setHeader('Cache-Control', 'no-store');
  const sessionId = single(query['session']);
  if (!isSessionId(sessionId)) return { notFound: true };
  const caller = callerOf(visit, null);
  // What a browser fetches in advance says nothing of where the shopper is.
  const isVisit = req.method === 'GET' && req.headers['sec-purpose'] === undefined;
  const answer = caller && isVisit ? await ask(caller, CompleteChallengeMutation, { input: {} }) : null;
  const session = answer?.kind === 'data' ? answer.data.completeChallenge : null;
  const isDue = session?.__typename === 'CheckoutSession' && session.step === 'CHALLENGE';
  return { redirect: { destination: `/pay/${sessionId}${isDue ? '?back=1' : ''}`, statusCode: 303 } };
}

function leadOn({ req, res }: Visit, sessionId: string): Result {
  const nonce = randomBytes(16).toString('base64');
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Content-Security-Policy', contentPolicy({ script: true, framedByUs: true, styleNonce: nonce }));
  const language = preferredLanguage(req.headers['accept-language']);
  return { props: { sessionId, language, accent: { css: accentCss(null), nonce } } };
}
