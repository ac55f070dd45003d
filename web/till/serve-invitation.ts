/**
 * Choosing one's first password: what the link of an invitation opens, once.
 */
import type { GetServerSidePropsResult } from 'next';
import { readEnvironment } from '../env.ts';
import { ask } from '../graphql/client.ts';
import { type Form, readForm } from '../http/form.ts';
import { single } from '../http/headers.ts';
import { keepLanguage, languageOfVisit } from '../ui/visit.ts';
import { callerOfTill } from './caller.ts';
import type { Invited, InvitationProblem, InvitationProps } from './invitation-page.tsx';
import { AcceptInvitationMutation, InvitationQuery } from './queries/doorway.queries.ts';
import type { Visit } from './serve-sign-in.ts';

export async function serveInvitation(visit: Visit): Promise<GetServerSidePropsResult<InvitationProps>> {
  const { req, res, query } = visit;
  res.setHeader('Cache-Control', 'no-store');
  const token = single(query['token']) ?? '';
  const path = `/invitation/${encodeURIComponent(token)}`;
  if (keepLanguage(res, query['lang'])) return { redirect: { destination: path, statusCode: 303 } };
  const props = { language: languageOfVisit(req), path };
  const problem = req.method === 'POST' ? await choosePassword(visit, token) : null;
  if (problem === 'done') return { redirect: { destination: '/till/sign-in?because=invited', statusCode: 303 } };
  const invited = await findInvited(visit, token);
  if (problem) res.statusCode = 422;
  if (!invited) res.statusCode = 404;
  if (invited === 'unreachable') {
    res.statusCode = 503;
    return { props: { ...props, invited: null, problem: 'unreachable' } };
  }
  return { props: { ...props, invited, problem } };
}

async function findInvited({ req, res }: Visit, token: string): Promise<Invited | null | 'unreachable'> {
  const answer = await ask(callerOfTill(req, res), InvitationQuery, { token }, 10_000);
  return answer.kind === 'data' ? (answer.data.invitation ?? null) : 'unreachable';
}

async function choosePassword({ req, res }: Visit, token: string): Promise<InvitationProblem | 'done'> {
  const form = await readForm(req, readEnvironment().publicUrl);
  if (typeof form === 'number') return 'notAccepted';
  if (form.get('password') !== form.get('again')) return 'different';
  const answer = await ask(callerOfTill(req, res), AcceptInvitationMutation, { input: inputOf(form, token) });
  if (answer.kind !== 'data') return 'unreachable';
  return answer.data.acceptInvitation.__typename === 'Member' ? 'done' : 'notAccepted';
}

function inputOf(form: Form, token: string): { token: string; password: string } {
  return { token, password: form.get('password') ?? '' };
}
