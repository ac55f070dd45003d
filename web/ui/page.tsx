import Head from 'next/head';
import type { ReactElement, ReactNode } from 'react';
import { assets } from './assets.ts';
import { LANGUAGES, LANGUAGE_NAMES, type Language } from './language.ts';
import type { Translate } from './text.ts';

export interface PageProps {
  readonly language: Language;
  readonly t: Translate;
  readonly title: string;
  /** Whose page it is: the shop's name, or ours. */
  readonly owner: string;
  readonly logo?: string | null;
  /** A line above everything: the test mode's, above all. */
  readonly banner?: string | null;
  readonly accent?: { readonly css: string; readonly nonce: string };
  readonly script?: boolean;
  /** For a page that only leads on: no foot. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page: whose it is, what it says, in which language. */
export function Page(props: PageProps): ReactElement {
  const { language, t, title, owner, banner, accent, children } = props;
  const { style, script } = assets();
  return (
    <>
      <Head>
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={style.url} integrity={style.integrity} />
        {accent && (
          <style nonce={accent.nonce} key="accent">
            {accent.css}
          </style>
        )}
        {props.script && <script defer src={script.url} integrity={script.integrity} />}
      </Head>
      <header>
        {banner && <p className="banner">{banner}</p>}
        <div className="owner">
          <Logo address={props.logo ?? null} />
          <p>{owner}</p>
        </div>
      </header>
      <div className="page">
        <main id="main">{children}</main>
        {!props.bare && (
          <footer>
            <p>{t('page.poweredBy')}</p>
            <LanguageChoice language={language} t={t} />
          </footer>
        )}
      </div>
    </>
  );
}

/** Only pictures of our own origin or inside the page: nothing foreign loads here. */
function Logo({ address }: { readonly address: string | null }): ReactElement | null {
  if (!address || !/^(\/(?!\/)|data:image\/)/.test(address)) return null;
  return <img src={address} alt="" height="32" />;
}

function LanguageChoice({ language, t }: Pick<PageProps, 'language' | 't'>): ReactElement {
  return (
    <nav aria-label={t('page.language')} className="languages">
      <ul>
        {LANGUAGES.map(each => (
          <li key={each}>
            {each === language ? (
              <span lang={each} aria-current="true">
                {LANGUAGE_NAMES[each]}
              </span>
            ) : (
              <a href={`?lang=${each}`} lang={each} hrefLang={each}>
                {LANGUAGE_NAMES[each]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
