import type { ReactElement } from 'react';
import { BrandBadge, brandName, groupMasked } from '../ui/brand.tsx';
import { Field } from '../ui/field.tsx';
import type { Language } from '../ui/language.ts';
import type { Translate } from '../ui/text.ts';
import type { CardField } from './card-input.ts';
import type { Checkout } from './checkout.queries.ts';
import type { FormState } from './form-errors.ts';

export interface CardFormProps {
  readonly checkout: Checkout;
  /** What was sent before, if this form is shown again with its errors. */
  readonly form: FormState | null;
  readonly idempotencyKey: string;
  readonly language: Language;
  readonly t: Translate;
}

/** What the two card forms have in common: one is sent once, and says what it will take. */
function PayForm(props: CardFormProps & { readonly id: string; readonly children: ReactElement[] }): ReactElement {
  return (
    <form method="post" id={props.id} className="card-form" noValidate {...scriptTexts(props)}>
      <input type="hidden" name="action" value="pay" />
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      {['javaScript', 'colourDepth', 'screenHeight', 'screenWidth', 'timeZoneOffset_min'].map(name => (
        <input type="hidden" name={name} key={name} defaultValue="" />
      ))}
      {props.children}
      <button type="submit" className="pay" data-busy={props.t('pay.busy')}>
        {props.t('pay.button', { amount: props.checkout.amount[props.language] })}
      </button>
    </form>
  );
}

/** What our script will say, in the language of the page: it has no words of its own. */
function scriptTexts({ checkout, t }: CardFormProps): Record<`data-${string}`, string> {
  const names = Object.fromEntries(checkout.brands.map(brand => [brand, brandName(brand)]));
  return {
    'data-brands': JSON.stringify(names),
    'data-detected': t('field.brand.detected'),
    'data-choose': t('field.brand.choose'),
    'data-none': t('field.brand.none'),
    'data-and': t('field.brand.and'),
    'data-length': t('field.number.length'),
    'data-check': t('field.number.check'),
    'data-date': t('field.expiry.check'),
    'data-past': t('field.expiry.past'),
    'data-code': t('field.securityCode.check'),
  };
}

/** The whole card. Only what is not secret is ever written back. */
export function CardForm(props: CardFormProps): ReactElement {
  const { checkout, form, t } = props;
  const errorFor = (field: CardField): string | null => {
    const error = form?.errors.find(each => each.field === field);
    return error ? t(error.message) : null;
  };
  return (
    <PayForm {...props} id="card-form">
      <Field
        id="number"
        name="number"
        label={t('field.number')}
        error={errorFor('number')}
        autoComplete="cc-number"
        inputMode="numeric"
        maxLength={40}
      />
      <BrandChoice {...props} error={errorFor('brand')} />
      <p className="live" id="brand-live" aria-live="polite" />
      <div className="pair">
        <Field
          id="expiry"
          name="expiry"
          label={t('field.expiry')}
          hint={t('field.expiry.hint')}
          error={errorFor('expiry')}
          value={form?.values.expiry ?? ''}
          autoComplete="cc-exp"
          inputMode="numeric"
          maxLength={10}
          size="date"
        />
        <SecurityCode id="securityCode" error={errorFor('securityCode')} checkout={checkout} t={t} />
      </div>
      <Field
        id="holderName"
        name="holderName"
        label={t('field.holderName')}
        error={errorFor('holderName')}
        value={form?.values.holderName ?? ''}
        autoComplete="cc-name"
        maxLength={100}
        optional
      />
    </PayForm>
  );
}

/** The card of the last attempt again: its number is not typed, not sent, and not known to this page. */
export function SameCardForm(props: CardFormProps): ReactElement | null {
  const { checkout, form, t } = props;
  const card = checkout.sameCard;
  if (!card) return null;
  const error = form?.errors.find(each => each.field === 'securityCode');
  return (
    <PayForm {...props} id="same-card-form">
      <p className="same-card">
        <input type="hidden" name="sameCard" value="true" />
        <BrandBadge brand={card.brand} /> <span className="number">{groupMasked(card.masked)}</span>{' '}
        <span>{t('sameCard.expiry', { expiry: card.expiry })}</span>
      </p>
      <SecurityCode id="same-securityCode" error={error ? t(error.message) : null} checkout={checkout} t={t} />
    </PayForm>
  );
}

function SecurityCode(props: {
  readonly id: string;
  readonly error: string | null;
  readonly checkout: Checkout;
  readonly t: Translate;
}): ReactElement {
  const { t } = props;
  const amex = props.checkout.sameCard
    ? props.checkout.sameCard.brand === 'AMEX' || props.id === 'securityCode'
    : props.checkout.brands.includes('AMEX');
  return (
    <Field
      id={props.id}
      name="securityCode"
      label={t('field.securityCode')}
      hint={t(
        amex && props.checkout.brands.includes('AMEX') ? 'field.securityCode.hintAmex' : 'field.securityCode.hint',
      )}
      error={props.error}
      autoComplete="cc-csc"
      inputMode="numeric"
      maxLength={8}
      size="code"
    />
  );
}

/**
 * A co-badged card is its holder's to route (Regulation (EU) 2015/751, article 8). Without a script every brand of the
 * shop is offered; the script shows the choice only when the number really has several.
 */
function BrandChoice(props: CardFormProps & { readonly error: string | null }): ReactElement | null {
  const { checkout, form, t, error } = props;
  if (checkout.brands.length < 2) return null;
  const chosen = form?.values.brand ?? '';
  const describedBy = error ? 'brand-error' : 'brand-hint';
  return (
    <fieldset id="brand" className={error ? 'brands wrong' : 'brands'} aria-describedby={describedBy} tabIndex={-1}>
      <legend>{t('field.brand')}</legend>
      <p className="hint" id="brand-hint">
        {t('field.brand.hint')}
      </p>
      {error && (
        <p className="error" id="brand-error">
          {error}
        </p>
      )}
      <div className="choices">
        {['', ...checkout.brands].map(brand => (
          <label key={brand}>
            <input type="radio" name="brand" value={brand} defaultChecked={brand === chosen} />
            {brand === '' ? <span>{t('field.brand.automatic')}</span> : <BrandBadge brand={brand} />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
