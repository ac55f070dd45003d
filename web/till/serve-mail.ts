/**
 * A daily report as it was mailed: a document of its own for the till's frame, under a policy that lets it do nothing.
 */
import type { GetServerSidePropsResult } from 'next';
import { ask } from '../graphql/client.ts';
import { single } from '../http/headers.ts';
import { MAIL_POLICY } from '../http/policy.ts';
import { callerOfTill } from './caller.ts';
import { ReportMailQuery } from './queries/reports.queries.ts';
import type { Visit } from './serve-sign-in.ts';

export async function serveMail({ req, res, query }: Visit): Promise<GetServerSidePropsResult<object>> {
  res.setHeader('Cache-Control', 'no-store');
  const answer = await ask(callerOfTill(req, res), ReportMailQuery, { after: single(query['after']) }, 10_000);
  const report = answer.kind === 'data' ? answer.data.dailyReports.edges[0]?.node : null;
  if (!report) return { notFound: true };
  res.setHeader('Content-Security-Policy', MAIL_POLICY);
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  // Written whole: the framework has nothing to add to it.
  res.end(report.html);
  return { props: {} };
}
