import type { DocumentProps } from 'next/document';
import { Head, Html, Main, NextScript } from 'next/document';
import type { ReactElement } from 'react';
import { languageOf } from '../ui/language.ts';

/** Tells screen readers which language the page is in, and the browser which first script is ours (the studio's). */
export default function Document(props: DocumentProps): ReactElement {
  const pageProps = (props.__NEXT_DATA__.props['pageProps'] ?? {}) as { language?: string; nonce?: string };
  const nonce = pageProps.nonce ? { nonce: pageProps.nonce } : {};
  return (
    <Html lang={languageOf(pageProps.language) ?? 'en'}>
      <Head {...nonce} />
      <body>
        <Main />
        <NextScript {...nonce} />
      </body>
    </Html>
  );
}
