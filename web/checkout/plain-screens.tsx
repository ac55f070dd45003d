/**
 * The screens without a card form: what is happening, what is not known yet, how it ended.
 */
import type { ReactElement } from 'react';
import type { Language } from '../ui/language.ts';
import type { MessageKey, Translate } from '../ui/text.ts';
import type { Checkout } from './checkout.queries.ts';
import type { CheckoutPageProps } from './page-props.ts';
import { BankWords, NotAuthenticatedWords, Order, WayOut } from './parts.tsx';
import { type Screen, refreshAfter_s } from './screen.ts';

interface PlainProps {
  readonly language: Language;
  readonly checkout: Checkout;
  readonly screen: Screen;
  readonly keys: CheckoutPageProps['keys'];
  readonly t: Translate;
}

/** Something is under way: it asks again by itself, and there is a link for whoever does not want to wait. */
export function WaitingScreen({ checkout, screen, language, t }: PlainProps): ReactElement {
  const name = screen === 'unknown' || screen === 'review' ? screen : 'processing';
  return (
    <div className="two">
      <Order checkout={checkout} language={language} t={t} />
      <div className="panel outcome wait">
        <h1>{t(`${name}.title`)}</h1>
        <p>{t(`${name}.explanation`)}</p>
        {name !== 'review' && <p className="strong">{t(`${name}.advice`)}</p>}
        {checkout.unknown && <p>{t('unknown.reference', { reference: checkout.unknown.reference })}</p>}
        {refreshAfter_s(screen) !== null && (
          <p className="hint">
            {t('page.refreshes')} <a href={`/pay/${checkout.id}`}>{t('page.refreshNow')}</a>
          </p>
        )}
        {name === 'review' && <WayOut to={checkout.returnTo} text={t('end.returnTo', { shop: checkout.shop.name })} />}
      </div>
    </div>
  );
}

/** How it ended, one page per end. */
export function EndedScreen({ checkout, screen, t }: PlainProps): ReactElement {
  const name = screen === 'expired' || screen === 'alreadyPaid' || screen === 'cancelled' ? screen : 'refused';
  const cancelled = name === 'cancelled';
  const notAuthenticated = name === 'refused' ? checkout.notAuthenticated : null;
  return (
    <div className={`panel outcome ${name === 'alreadyPaid' ? 'yes' : 'no'}`}>
      {checkout.decline && <BankWords checkout={checkout} t={t} />}
      {notAuthenticated && <NotAuthenticatedWords reason={notAuthenticated.reason} t={t} />}
      {!checkout.decline && !notAuthenticated && <h1>{t(`${name}.title`)}</h1>}
      <p>{t(`${name}.explanation`, { shop: checkout.shop.name, order: checkout.orderId })}</p>
      {name !== 'alreadyPaid' && <p className="strong">{t('outcome.noMoneyTaken')}</p>}
      <WayOut
        to={cancelled ? (checkout.cancelTo ?? checkout.returnTo) : (checkout.returnTo ?? checkout.cancelTo)}
        text={t('end.returnTo', { shop: checkout.shop.name })}
      />
    </div>
  );
}

/** Without a session: nothing is told of what there may be. */
export function NoSessionScreen({ screen, t }: { readonly screen: Screen; readonly t: Translate }): ReactElement {
  const name = screen === 'unknownLink' || screen === 'tooMany' || screen === 'fault' ? screen : 'unreachable';
  const advice: MessageKey = `${name}.advice`;
  return (
    <div className="panel outcome no">
      <h1>{t(`${name}.title`)}</h1>
      <p>{t(`${name}.explanation`)}</p>
      <p>{t(advice)}</p>
    </div>
  );
}
