import type { GetServerSideProps } from 'next';
import type { ReactElement } from 'react';
import { ReturnPage, type ReturnPageProps } from '../../demo/return-page.tsx';
import { readEnvironment } from '../../env.ts';
import { keepLanguage, languageOfVisit } from '../../ui/visit.ts';

export const config = { unstable_runtimeJS: false };

export const getServerSideProps: GetServerSideProps<ReturnPageProps> = async ({ req, res, query }) => {
  res.setHeader('Cache-Control', 'no-store');
  if (readEnvironment().demoFile === null) return { notFound: true };
  const { lang, ...given } = query;
  const parameters = Object.entries(given).map(([name, value]) => [name, String(value)] as const);
  if (keepLanguage(res, lang))
    return {
      redirect: {
        destination: `/demo/return?${new URLSearchParams(parameters.map(pair => [...pair]))}`,
        statusCode: 303,
      },
    };
  return { props: { language: languageOfVisit(req), parameters } };
};

export default function Returned(props: ReturnPageProps): ReactElement {
  return <ReturnPage {...props} />;
}
