import type { ReactElement } from 'react';
import { Page } from '../ui/page.tsx';
import type { Language } from '../ui/language.ts';
import { type MessageKey, type Translate, isMessageKey, translator } from '../ui/text.ts';
import type { Checkout } from './checkout.queries.ts';
import type { CheckoutPageProps } from './page-props.ts';
import { PayScreen } from './pay-screen.tsx';
import { AwaitingBankScreen, ChallengeScreen, MethodScreen } from './bank-screens.tsx';
import { EndedScreen, NoSessionScreen, WaitingScreen } from './plain-screens.tsx';
import { type Screen, hasCardForm, isScripted, screenOf } from './screen.ts';
import { TicketScreen } from './ticket.tsx';

export function CheckoutPage(props: CheckoutPageProps): ReactElement {
  const { view, language, accent } = props;
  const t = translator(language);
  const screen = screenOf(view);
  const shop = view.kind === 'checkout' ? view.checkout.shop : null;
  return (
    <Page
      language={language}
      t={t}
      title={titleOf(props, t)}
      owner={shop?.name ?? t('page.owner')}
      logo={shop?.branding.logoUrl ?? null}
      banner={view.kind === 'checkout' && view.checkout.testMode ? t('page.testMode') : null}
      accent={accent}
      script={isScripted(screen)}
    >
      <ScreenBody {...props} />
    </Page>
  );
}

const ENDS: ReadonlySet<Screen> = new Set(['expired', 'alreadyPaid', 'cancelled', 'refused']);

function ScreenBody({ view, language, keys }: CheckoutPageProps): ReactElement {
  const t = translator(language);
  const screen = screenOf(view);
  if (view.kind !== 'checkout') return <NoSessionScreen screen={screen} t={t} />;
  const { checkout } = view;
  if (hasCardForm(screen)) return <PayScreen {...view} keys={keys} language={language} t={t} />;
  if (screen === 'ticket' && checkout.ticket)
    return <TicketScreen checkout={checkout} ticket={checkout.ticket} language={language} t={t} />;
  const props = { checkout, keys, language, t };
  if (screen === 'method') return <MethodScreen {...props} />;
  if (screen === 'challenge' && checkout.challenge)
    return <ChallengeScreen {...props} challenge={checkout.challenge} />;
  if (screen === 'awaitingBank') return <AwaitingBankScreen {...props} />;
  if (ENDS.has(screen))
    return <EndedScreen checkout={checkout} screen={screen} keys={keys} language={language} t={t} />;
  return <WaitingScreen checkout={checkout} screen={screen} keys={keys} language={language} t={t} />;
}

/** The title is what a screen reader says first: whether something is wrong, then what, then whose page. */
function titleOf({ view, language }: CheckoutPageProps, t: Translate): string {
  if (view.kind !== 'checkout') return `${t(`${view.kind}.title`)} – ${t('page.owner')}`;
  const { checkout, form } = view;
  const screen = screenOf(view);
  return `${form ? t('error.titlePrefix') : ''}${subjectOf(checkout, screen, language, t)} – ${checkout.shop.name}`;
}

function subjectOf(checkout: Checkout, screen: Screen, language: Language, t: Translate): string {
  if (screen === 'pay') return t('pay.documentTitle', { amount: checkout.amount[language] });
  if (screen === 'declined') return checkout.decline?.title ?? t('declined.title');
  return isMessageKey(`${screen}.title`) ? t(`${screen}.title` as MessageKey) : t('notAuthenticated.documentTitle');
}
