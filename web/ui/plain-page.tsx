import Head from 'next/head';
import type { ReactElement } from 'react';
import { assets } from './assets.ts';
import { LANGUAGES } from './language.ts';
import { type MessageKey, translator } from './text.ts';

/** For what goes wrong outside any session: made at build time, in both languages, telling nothing of the inside. */
export function PlainPage(props: { readonly title: MessageKey; readonly explanation: MessageKey }): ReactElement {
  const { style } = assets();
  const texts = LANGUAGES.map(language => ({ language, t: translator(language) }));
  return (
    <>
      <Head>
        <title>{`${texts.map(({ t }) => t(props.title)).join(' – ')} – Guichet`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={style.url} integrity={style.integrity} />
      </Head>
      <header>
        <div className="owner">
          <p>Guichet</p>
        </div>
      </header>
      <div className="page">
        <main>
          <div className="panel outcome no">
            {texts.map(({ language, t }, place) => (
              <section lang={language} key={language}>
                {place === 0 ? <h1>{t(props.title)}</h1> : <h2>{t(props.title)}</h2>}
                <p>{t(props.explanation)}</p>
              </section>
            ))}
          </div>
        </main>
      </div>
    </>
  );
}
