import Head from 'next/head';
import type { ReactElement, ReactNode } from 'react';
import { assets } from '../ui/assets.ts';
import { LANGUAGES, LANGUAGE_NAMES, type Language } from '../ui/language.ts';
import type { Translate } from '../ui/text.ts';

export interface DoorwayProps {
  readonly title: string;
  readonly language: Language;
  readonly t: Translate;
  /** This page's address, to which the choice of a language comes back. */
  readonly path: string;
  readonly children: ReactNode;
}

/** The frame of the pages before the till: made by the server whole, without any script. */
export function Doorway({ title, language, t, path, children }: DoorwayProps): ReactElement {
  const { till } = assets();
  return (
    <>
      <Head>
        <title>{`${title} – Guichet`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={till.url} integrity={till.integrity} />
      </Head>
      <div className="doorway">
        <main>
          <p className="house">
            <img src="/icon.svg" alt="" width="32" height="32" />
            Guichet
          </p>
          {children}
        </main>
        <nav aria-label={t('page.language')}>
          <ul>
            {LANGUAGES.map(each => (
              <li key={each} lang={each}>
                {each === language ? (
                  <span aria-current="true">{LANGUAGE_NAMES[each]}</span>
                ) : (
                  <a href={`${path}${path.includes('?') ? '&' : '?'}lang=${each}`} hrefLang={each}>
                    {LANGUAGE_NAMES[each]}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </>
  );
}

/** What went wrong with a form as a whole, first in it and with the focus on it. */
export function FormError({ text }: { readonly text: string }): ReactElement {
  return (
    <p className="problem" id="problem" role="alert" tabIndex={-1} autoFocus>
      {text}
    </p>
  );
}

/** A password is chosen or given; browsers and password managers are told which. */
export function PasswordBox(props: {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: string;
  readonly describedBy?: string;
}): ReactElement {
  const { name, hint } = props;
  const describedBy = [hint ? `${name}-hint` : null, props.describedBy].filter(Boolean).join(' ');
  return (
    <div className="box">
      <label htmlFor={name}>{props.label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        type="password"
        id={name}
        name={name}
        required
        maxLength={128}
        autoComplete={props.autoComplete}
        aria-describedby={describedBy === '' ? undefined : describedBy}
      />
    </div>
  );
}
