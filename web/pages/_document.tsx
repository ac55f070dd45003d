import { Head, Html, Main, NextScript } from 'next/document';
import type { DocumentProps } from 'next/document';
import type { ReactElement } from 'react';
import { languageOf } from '../ui/language.ts';

/** Only to tell screen readers which language the page is in. */
export default function Document(props: DocumentProps): ReactElement {
  const pageProps = props.__NEXT_DATA__.props['pageProps'] as { language?: string } | undefined;
  return (
    <Html lang={languageOf(pageProps?.language) ?? 'en'}>
      <Head />
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
