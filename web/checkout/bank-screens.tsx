/**
 * The screens while the card's bank authenticates the shopper (EMV 3-D Secure): its hidden frame, its challenge, its word.
 */
import type { ReactElement } from 'react';
import { challengeSecondsLeft } from './challenge-time.ts';
import type { Checkout } from './checkout.queries.ts';
import type { CheckoutPageProps } from './page-props.ts';
import { ActionForm, Order, type OrderProps } from './parts.tsx';
import { refreshAfter_s } from './screen.ts';

interface BankProps extends OrderProps {
  readonly keys: CheckoutPageProps['keys'];
}

/**
 * The issuer's hidden frame (3DS method). The script posts into it and goes on when it is done or ten seconds are over;
 * this step is reached with a script only, but the button goes on without one too.
 */
export function MethodScreen({ checkout, keys, language, t }: BankProps): ReactElement {
  const { method } = checkout;
  return (
    <div className="two">
      <Order checkout={checkout} language={language} t={t} />
      <div className="panel outcome wait">
        <h1>{t('method.title')}</h1>
        <p>{t('method.explanation')}</p>
        {method && (
          <form method="post" id="method-data" action={method.url} target="bank" hidden>
            <input type="hidden" name="threeDSMethodData" value={method.data} />
          </form>
        )}
        <iframe name="bank" id="method-frame" title={t('challenge.frame')} hidden />
        <form method="post" id="method-form">
          <input type="hidden" name="idempotencyKey" value={keys.bank} />
          <input type="hidden" name="action" value="method" />
          <input type="hidden" name="done" defaultValue="false" />
          <button type="submit" className="quiet">
            {t('method.continue')}
          </button>
        </form>
        <ActionForm action="cancel" idempotencyKey={keys.cancel} label={t('pay.cancel')} />
      </div>
    </div>
  );
}

/**
 * Without a script the form opens the bank's page in place of ours; the script opens it in the frame and keeps the form
 * for whoever prefers the whole page.
 */
export function ChallengeScreen(
  props: BankProps & { readonly challenge: NonNullable<Checkout['challenge']> },
): ReactElement {
  const { checkout, challenge, keys, language, t } = props;
  const amount = checkout.amount[language];
  return (
    <div className="two">
      <Order checkout={checkout} language={language} t={t} />
      <div className="panel outcome wait">
        <h1>{t('challenge.title')}</h1>
        <p>{t('challenge.explanation', { amount, shop: checkout.shop.name })}</p>
        <ChallengeTime checkout={checkout} t={t} />
        <iframe name="bank" id="bank-frame" className="bank" title={t('challenge.frame')} hidden />
        <form method="post" action={challenge.acsUrl} id="challenge-form" data-full={t('challenge.fullPage')}>
          <input type="hidden" name="creq" value={challenge.creq} />
          <input type="hidden" name="threeDSSessionData" value={challenge.sessionData} />
          <button type="submit" className="pay">
            {t('challenge.continue')}
          </button>
        </form>
        <div className="asides">
          <ActionForm action="abandon" idempotencyKey={keys.bank} label={t('challenge.otherCard')} />
          <ActionForm action="cancel" idempotencyKey={keys.cancel} label={t('pay.cancel')} />
        </div>
      </div>
    </div>
  );
}

function ChallengeTime({ checkout, t }: Omit<OrderProps, 'language'>): ReactElement | null {
  const left_s = challengeSecondsLeft(checkout);
  if (left_s === null) return null;
  const minutes = Math.max(1, Math.floor(left_s / 60));
  return (
    <section className="time" id="time" data-seconds-left={left_s} data-always="true">
      <p id="time-text" data-template={t('challenge.counting')}>
        {t('challenge.time', { minutes })}
      </p>
      <p className="unseen" id="time-live" aria-live="polite" />
    </section>
  );
}

/** Back from the bank, whose word comes by another road: a look like any other wait, and a way back to the bank. */
export function AwaitingBankScreen({ checkout, keys, language, t }: BankProps): ReactElement {
  return (
    <div className="two">
      <Order checkout={checkout} language={language} t={t} />
      <div className="panel outcome wait">
        <h1>{t('awaitingBank.title')}</h1>
        <p>{t('awaitingBank.explanation')}</p>
        <p className="strong">{t('processing.advice')}</p>
        {refreshAfter_s('awaitingBank') !== null && (
          <p className="hint">
            {t('page.refreshes')} <a href={`/pay/${checkout.id}?back=1`}>{t('page.refreshNow')}</a>
          </p>
        )}
        {checkout.challenge && (
          <p>
            {t('awaitingBank.again')} <a href={`/pay/${checkout.id}`}>{t('challenge.continue')}</a>
          </p>
        )}
        <div className="asides">
          <ActionForm action="abandon" idempotencyKey={keys.bank} label={t('challenge.otherCard')} />
          <ActionForm action="cancel" idempotencyKey={keys.cancel} label={t('pay.cancel')} />
        </div>
      </div>
    </div>
  );
}
