/**
 * One address for the whole payment. GET shows where the session stands, POST acts and sends back to GET; so reload,
 * Back, a second tab and a second device are harmless.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ParsedUrlQuery } from 'node:querystring';
import type { GetServerSidePropsResult } from 'next';
import { readEnvironment } from '../env.ts';
import type { Caller } from '../graphql/client.ts';
import { readForm } from '../http/form.ts';
import { addressOf, cookiesOf, single } from '../http/headers.ts';
import { type Language, languageCookie, languageOf, preferredLanguage } from '../ui/language.ts';
import { act } from './act.ts';
import { loadCheckout } from './load.ts';
import { type CheckoutPageProps, answerWith, languageFor } from './page-props.ts';
import { type View, hasCardForm, screenOf } from './screen.ts';
import { isSessionId, isSessionToken, tokenCookie, tokenCookieName } from './token.ts';

export interface Visit {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly query: ParsedUrlQuery;
}

type Result = GetServerSidePropsResult<CheckoutPageProps>;

export async function serveCheckout(visit: Visit): Promise<Result> {
  const { req, res } = visit;
  res.setHeader('Cache-Control', 'no-store');
  if (req.method === 'POST') return await post(visit);
  if (req.method !== 'GET' && req.method !== 'HEAD') return show(visit, { kind: 'fault', status: 405 });
  const asked = languageOf(single(visit.query['lang']));
  return asked ? changeLanguage(visit, asked) : await get(visit);
}

async function get(visit: Visit): Promise<Result> {
  const { res, query } = visit;
  const sessionId = single(query['session']);
  const given = single(query['k']);
  const caller = callerOf(visit, given);
  if (!isSessionId(sessionId) || !caller) return show(visit, { kind: 'unknownLink' });
  const loaded = await loadCheckout(caller, sessionId, chosenLanguage(visit));
  if (loaded.kind !== 'checkout') return show(visit, loaded);
  const [interrupted, cameBack] = [single(query['interrupted']) === '1', single(query['back']) === '1'];
  if (given === null) return show(visit, { ...loaded, form: null, interrupted, cameBack });
  res.setHeader('Set-Cookie', tokenCookie(sessionId, given, readEnvironment()));
  // The address that carries the token is told to nobody.
  res.setHeader('Referrer-Policy', 'no-referrer');
  return seeOther(`/pay/${sessionId}`);
}

/** The reader's choice of language is kept in a cookie; the address without it is the page's own. */
function changeLanguage({ res, query }: Visit, language: Language): Result {
  res.setHeader('Set-Cookie', languageCookie(language));
  return seeOther(`/pay/${encodeURIComponent(single(query['session']) ?? '')}`);
}

async function post(visit: Visit): Promise<Result> {
  const sessionId = single(visit.query['session']);
  const form = await readForm(visit.req, readEnvironment().publicUrl);
  if (typeof form === 'number') return show(visit, { kind: 'fault', status: form });
  const caller = callerOf(visit, null);
  if (!isSessionId(sessionId) || !caller) return show(visit, { kind: 'unknownLink' });
  const before = await loadCheckout(caller, sessionId, chosenLanguage(visit));
  if (before.kind !== 'checkout') return show(visit, before);
  const acted = await act(form, before.checkout, caller, visit.req);
  if (acted.kind === 'badRequest') return show(visit, { kind: 'fault', status: 400 });
  if (acted.kind === 'askAgain') return seeOther(`/pay/${sessionId}${acted.interrupted ? '?interrupted=1' : ''}`);
  // The attempt may have moved the session on; errors belong only beside a form that is still there.
  const after = await loadCheckout(caller, sessionId, chosenLanguage(visit));
  if (after.kind !== 'checkout') return show(visit, after);
  const view: View = { ...after, form: acted.form, interrupted: false };
  return hasCardForm(screenOf(view)) ? show(visit, view) : seeOther(`/pay/${sessionId}`);
}

export function callerOf({ req, query }: Visit, given: string | null): Caller | null {
  const cookies = cookiesOf(req);
  const kept = cookies.get(tokenCookieName(single(query['session']) ?? '', readEnvironment()));
  const token = given ?? kept ?? null;
  if (!isSessionToken(token)) return null;
  return { token, address: addressOf(req) };
}

function show(visit: Visit, view: View): Result {
  const preferred = preferredLanguage(visit.req.headers['accept-language']);
  return answerWith(visit.res, view, languageFor(view, chosenLanguage(visit), preferred));
}

function chosenLanguage({ req }: Visit): Language | null {
  return languageOf(cookiesOf(req).get('lang'));
}

function seeOther(destination: string): Result {
  return { redirect: { destination, statusCode: 303 } };
}
