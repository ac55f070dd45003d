import type { ReactElement } from 'react';
import { ErrorSummary } from '../ui/error-summary.tsx';
import type { Language } from '../ui/language.ts';
import type { Translate } from '../ui/text.ts';
import { CardForm, SameCardForm } from './card-form.tsx';
import type { Checkout } from './checkout.queries.ts';
import type { FormState } from './form-errors.ts';
import type { CheckoutPageProps } from './page-props.ts';
import { ActionForm, BankWords, NotAuthenticatedWords, Order, TimeLeft } from './parts.tsx';
import { screenOf } from './screen.ts';

export interface CheckoutScreenProps {
  readonly checkout: Checkout;
  readonly form: FormState | null;
  readonly interrupted: boolean;
  readonly keys: CheckoutPageProps['keys'];
  readonly language: Language;
  readonly t: Translate;
}

/** The card form: alone at first, below what happened after an attempt that did not end in a payment. */
export function PayScreen(props: CheckoutScreenProps): ReactElement {
  const { checkout, form, keys, language, t } = props;
  const screen = screenOf({ kind: 'checkout', checkout, form, interrupted: false });
  const again = checkout.sameCard !== null;
  return (
    <div className="two">
      <Order checkout={checkout} language={language} t={t} />
      <div className="panel">
        {form && <FormErrors form={form} t={t} />}
        {screen === 'pay' && <h1>{t('pay.title', { shop: checkout.shop.name })}</h1>}
        {screen === 'declined' && <Declined checkout={checkout} t={t} />}
        {screen === 'notAuthenticated' && <NotAuthenticated checkout={checkout} t={t} />}
        {checkout.lastAttemptReversed && <p className="notice">{t('pay.reversed')}</p>}
        {props.interrupted && <p className="notice">{t('pay.interrupted')}</p>}
        {again && (
          <>
            <h2>{t('sameCard.title')}</h2>
            <SameCardForm
              checkout={checkout}
              language={language}
              form={form?.sameCard ? form : null}
              idempotencyKey={keys.sameCard}
              t={t}
            />
          </>
        )}
        <OtherCard {...props} folded={again} />
        <div className="asides">
          <TimeLeft checkout={checkout} idempotencyKey={keys.extend} t={t} />
          <ActionForm action="cancel" idempotencyKey={keys.cancel} label={t('pay.cancel')} />
        </div>
      </div>
    </div>
  );
}

function OtherCard(props: CheckoutScreenProps & { readonly folded: boolean }): ReactElement {
  const { checkout, form, keys, language, t } = props;
  const sent = form?.sameCard ? null : form;
  const cardForm = <CardForm checkout={checkout} form={sent} idempotencyKey={keys.pay} language={language} t={t} />;
  if (!props.folded) return cardForm;
  return (
    <details className="other-card" open={sent !== null}>
      <summary>{t('sameCard.other')}</summary>
      {cardForm}
    </details>
  );
}

function FormErrors({ form, t }: { readonly form: FormState; readonly t: Translate }): ReactElement {
  const idOf = (field: string): string => (form.sameCard ? `same-${field}` : field);
  const entries = form.errors.map(({ field, message }) => ({ text: t(message), target: field && idOf(field) }));
  return <ErrorSummary title={t('error.summary')} entries={entries} />;
}

/** What happened, that no money was taken, what to do now: in this order, and the best next step as a sentence. */
function Declined({ checkout, t }: { readonly checkout: Checkout; readonly t: Translate }): ReactElement {
  const { decline } = checkout;
  return (
    <div className="outcome no" id="outcome">
      <BankWords checkout={checkout} t={t} />
      {!decline?.moneyTaken && <p className="strong">{t('outcome.noMoneyTaken')}</p>}
      {decline && <p>{t(`nextStep.${decline.nextStep}`)}</p>}
      <p>{t('outcome.attemptsLeft', { count: checkout.attemptsLeft })}</p>
    </div>
  );
}

function NotAuthenticated({ checkout, t }: { readonly checkout: Checkout; readonly t: Translate }): ReactElement {
  return (
    <div className="outcome no" id="outcome">
      <NotAuthenticatedWords reason={checkout.notAuthenticated?.reason ?? 'TECHNICAL'} t={t} />
      <p className="strong">{t('outcome.noMoneyTaken')}</p>
      <p>{t('outcome.attemptsLeft', { count: checkout.attemptsLeft })}</p>
    </div>
  );
}
