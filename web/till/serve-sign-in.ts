/**
 * Signing in, as a form that needs no script: an address and a password, then on to where one wanted to go.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ParsedUrlQuery } from 'node:querystring';
import type { GetServerSidePropsResult } from 'next';
import { readEnvironment } from '../env.ts';
import { ask } from '../graphql/client.ts';
import { type Form, readForm } from '../http/form.ts';
import { single } from '../http/headers.ts';
import { keepLanguage, languageOfVisit } from '../ui/visit.ts';
import { callerOfTill } from './caller.ts';
import { ownPath } from './own-path.ts';
import { SignInMutation } from './queries/doorway.queries.ts';
import type { SignInProblem, SignInProps, SignInReason } from './sign-in-page.tsx';

export interface Visit {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly query: ParsedUrlQuery;
}

const REASONS: readonly SignInReason[] = ['signedOut', 'idle', 'ended', 'invited', 'passwordChanged'];
const STATUS: Readonly<Record<SignInProblem, number>> = { refused: 422, tooMany: 429, unreachable: 503 };

export async function serveSignIn({ req, res, query }: Visit): Promise<GetServerSidePropsResult<SignInProps>> {
  res.setHeader('Cache-Control', 'no-store');
  const next = ownPath(single(query['next']));
  const language = languageOfVisit(req);
  if (keepLanguage(res, query['lang'])) return seeOther(`/till/sign-in?next=${encodeURIComponent(next)}`);
  const reason = REASONS.find(each => each === query['because']) ?? null;
  if (req.method !== 'POST') return { props: { language, next, email: '', problem: null, reason } };
  const form = await readForm(req, readEnvironment().publicUrl);
  if (typeof form === 'number') {
    res.statusCode = form;
    return { props: { language, next, email: '', problem: 'refused', reason: null } };
  }
  const problem = await signIn(form, req, res);
  if (!problem) return seeOther(next);
  res.statusCode = STATUS[problem];
  return { props: { language, next, email: form.get('email') ?? '', problem, reason: null } };
}

async function signIn(form: Form, request: IncomingMessage, response: ServerResponse): Promise<SignInProblem | null> {
  const input = { email: form.get('email') ?? '', password: form.get('password') ?? '' };
  const answer = await ask(callerOfTill(request, response), SignInMutation, { input });
  if (answer.kind === 'unreachable') return 'unreachable';
  if (answer.kind === 'refused') return answer.code === 'RATE_LIMITED' ? 'tooMany' : 'refused';
  const told = answer.data.signIn;
  if (told.__typename === 'Member') return null;
  return told.code === 'RATE_LIMITED' ? 'tooMany' : 'refused';
}

function seeOther(destination: string): { redirect: { destination: string; statusCode: 303 } } {
  return { redirect: { destination, statusCode: 303 } };
}
