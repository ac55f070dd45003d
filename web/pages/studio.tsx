import { randomBytes } from 'node:crypto';
import type { GetServerSideProps } from 'next';
import dynamic from 'next/dynamic';
import Head from 'next/head';
import type { ReactElement } from 'react';
import { studioPolicy } from '../http/policy.ts';

export interface StudioProps {
  /** For the framework's own first script; _document hands it on. */
  readonly nonce: string;
}

/** The only page with a framework's script: an editor, loaded apart, that knows no key but the one typed into it. */
const Editor = dynamic(async () => (await import('../studio/editor.tsx')).Editor, { ssr: false });

export const getServerSideProps: GetServerSideProps<StudioProps> = async ({ res }) => {
  const nonce = randomBytes(16).toString('base64');
  res.setHeader('Content-Security-Policy', studioPolicy(nonce));
  return { props: { nonce } };
};

export default function Studio(): ReactElement {
  return (
    <>
      <Head>
        <title>Guichet – GraphiQL</title>
        <meta name="robots" content="noindex, nofollow" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/studio.css" />
      </Head>
      <main id="studio">
        <h1>Guichet – GraphiQL</h1>
        <Editor />
      </main>
    </>
  );
}
