import Head from 'next/head';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { assets } from '../ui/assets.ts';
import { shortDateTime } from '../ui/format-time.ts';
import { LANGUAGES, LANGUAGE_NAMES, type Language } from '../ui/language.ts';
import type { Translate } from '../ui/text.ts';
import { Connection } from './connection.tsx';
import { type Me, type TillKnows, mayAdminister } from './context.ts';
import { SHOW_KEYS } from './keys.tsx';
import { Icon } from './parts/icon.tsx';
import { OFFICE, type Screen } from './route.ts';

export function FrameHead(): ReactElement {
  const { till } = assets();
  return (
    <Head>
      <title>Guichet</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex, nofollow" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={till.url} integrity={till.integrity} />
    </Head>
  );
}

export interface FrameProps {
  readonly t: Translate;
  readonly language: Language;
  /** The screen that is shown. */
  readonly here?: Screen | null;
  /** Absent until it is known who is there. */
  readonly till?: TillKnows;
  readonly children?: ReactNode;
}

/** What stays while screens change: whose till it is, where one can go, how the line stands, who is signed in. */
export function Frame({ t, language, here, till, children }: FrameProps): ReactElement {
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t('till.frame.skip')}
      </a>
      <header className="side">
        <p className="house">
          <img src="/icon.svg" alt="" width="24" height="24" />
          <span className="shop">{till?.me.shop.name ?? 'Guichet'}</span>
        </p>
        {till?.me.shop.mode === 'TEST' && <p className="test-mode">{t('till.frame.testMode')}</p>}
        {till && <Connection till={till} />}
        <nav aria-label={t('till.frame.screens')}>
          <ul>{till && screensOf(till.me).map(screen => <NavItem key={screen} {...{ screen, here, t }} />)}</ul>
          {till && mayAdminister(till.me) && (
            <ul className="administration">
              {officeOf(till.me).map(screen => (
                <NavItem key={screen} {...{ screen, here, t }} />
              ))}
            </ul>
          )}
        </nav>
        {till && <Member till={till} />}
        <Languages language={language} t={t} />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** What a profile cannot use is not offered; the API refuses it all the same. */
function screensOf({ profile }: Me): readonly Screen[] {
  return profile === 'ACCOUNTANT'
    ? ['transactions', 'remittances', 'work', 'reports']
    : ['transactions', 'remittances'];
}

/** The clock of a shop that takes money is nobody's to move. */
function officeOf({ shop }: Me): readonly Screen[] {
  return OFFICE.filter(screen => screen !== 'clock' || shop.mode === 'TEST');
}

function NavItem(props: {
  readonly screen: Screen;
  readonly here: Screen | null | undefined;
  readonly t: Translate;
}): ReactElement {
  const { screen, here, t } = props;
  return (
    <li>
      <Link href={`/till/${screen}`} shallow prefetch={false} aria-current={screen === here ? 'page' : undefined}>
        <Icon name={screen} />
        {t(`till.screen.${screen}`)}
      </Link>
    </li>
  );
}

function Member({ till }: { readonly till: TillKnows }): ReactElement {
  const { me, t } = till;
  return (
    <section className="member" aria-label={t('till.frame.member')}>
      <p className="email">{me.email}</p>
      <p className="soft">{t(`till.profile.${me.profile}`)}</p>
      <p className="soft">
        {me.lastSignInAt
          ? t('till.frame.lastSignIn', { time: shortDateTime(till, me.lastSignInAt) })
          : t('till.frame.firstSignIn')}
      </p>
      <p className="ways">
        <Link href="/till/account" shallow prefetch={false}>
          {t('till.screen.account')}
        </Link>
        <button type="button" className="link" onClick={() => dispatchEvent(new Event(SHOW_KEYS))}>
          {t('till.frame.keys')}
        </button>
        <button type="button" className="link" onClick={() => till.signOut('signedOut')}>
          {t('till.frame.signOut')}
        </button>
      </p>
    </section>
  );
}

function Languages({ language, t }: Pick<FrameProps, 'language' | 't'>): ReactElement {
  return (
    <ul className="languages" aria-label={t('page.language')}>
      {LANGUAGES.map(each => (
        <li key={each} lang={each}>
          {each === language ? (
            <span aria-current="true">{LANGUAGE_NAMES[each]}</span>
          ) : (
            <a href={`?lang=${each}`} hrefLang={each}>
              {LANGUAGE_NAMES[each]}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
