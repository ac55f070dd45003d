import { randomBytes } from 'node:crypto';
import type { GetServerSideProps } from 'next';
import type { ReactElement } from 'react';
import { demoFacts } from '../demo/order.ts';
import { StartPage, type StartPageProps } from '../demo/start-page.tsx';
import { readEnvironment } from '../env.ts';
import { contentPolicy } from '../http/policy.ts';
import { keepLanguage, languageOfVisit } from '../ui/visit.ts';

export const config = { unstable_runtimeJS: false };

const PROBLEMS = ['invalid', 'refused', 'notReady'] as const;

export const getServerSideProps: GetServerSideProps<StartPageProps> = async ({ req, res, query }) => {
  res.setHeader('Cache-Control', 'no-store');
  if (keepLanguage(res, query['lang'])) return { redirect: { destination: '/', statusCode: 303 } };
  const { demoFile, publicUrl } = readEnvironment();
  // The order form is answered by a redirect to the public address, which may not be the one that was typed.
  res.setHeader('Content-Security-Policy', contentPolicy({ formTarget: new URL(publicUrl).origin }));
  const demo = demoFile && {
    orderId: `DEMO-${randomBytes(4).toString('hex').toUpperCase()}`,
    idempotencyKey: randomBytes(18).toString('base64url'),
    threeds: (await demoFacts(demoFile)).threeds,
  };
  const problem = PROBLEMS.find(each => each === query['problem']) ?? null;
  return { props: { language: languageOfVisit(req), demo: demo || null, problem } };
};

export default function Start(props: StartPageProps): ReactElement {
  return <StartPage {...props} />;
}
