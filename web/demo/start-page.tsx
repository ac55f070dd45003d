import type { ReactElement } from 'react';
import { BrandBadge } from '../ui/brand.tsx';
import { LANGUAGES, LANGUAGE_NAMES, type Language } from '../ui/language.ts';
import { Page } from '../ui/page.tsx';
import { type Translate, translator } from '../ui/text.ts';
import { DEMO_CARDS, DEMO_ENROLLED_CARDS } from './cards.ts';

export interface StartPageProps {
  readonly language: Language;
  /** Null where there is no demo. */
  readonly demo: { readonly orderId: string; readonly idempotencyKey: string; readonly threeds: boolean } | null;
  readonly problem: 'invalid' | 'refused' | 'notReady' | null;
}

/** What this is; and, in the demo, an order to try it with. */
export function StartPage({ language, demo, problem }: StartPageProps): ReactElement {
  const t = translator(language);
  return (
    <Page language={language} t={t} title={`Guichet – ${t('start.title')}`} owner="Guichet">
      <div className="two">
        <div className="panel prose">
          <h1>{t('start.title')}</h1>
          <p>{t('start.what')}</p>
          <p>{t('start.how')}</p>
          <p>
            <a href="/till">{t('start.till')}</a>
          </p>
          <p>
            <a href="/studio">{t('start.studio')}</a>
          </p>
        </div>
        {demo && <OrderForm demo={demo} problem={problem} language={language} t={t} />}
      </div>
      {demo && <Cards threeds={demo.threeds} t={t} />}
    </Page>
  );
}

interface OrderFormProps extends StartPageProps {
  readonly demo: NonNullable<StartPageProps['demo']>;
  readonly t: Translate;
}

function OrderForm({ demo, problem, language, t }: OrderFormProps): ReactElement {
  return (
    <div className="panel">
      <h2>{t('demo.title')}</h2>
      {problem && (
        <p className="notice" role="alert">
          {t(`demo.problem.${problem}`)}
        </p>
      )}
      <form method="post" action="/demo/order" className="card-form">
        <input type="hidden" name="idempotencyKey" value={demo.idempotencyKey} />
        <div className="pair">
          <Box name="amount" label={t('demo.amount')} value="10.50" inputMode="decimal" />
          <Box name="orderId" label={t('demo.order')} value={demo.orderId} />
        </div>
        <div className="pair">
          <Choice name="plan" label={t('demo.plan')} value="immediate">
            {(['immediate', 'deferred', 'validation'] as const).map(plan => [plan, t(`demo.plan.${plan}`)])}
          </Choice>
          <Choice name="locale" label={t('demo.locale')} value={language}>
            {LANGUAGES.map(each => [each, LANGUAGE_NAMES[each]])}
          </Choice>
        </div>
        <button type="submit" className="pay">
          {t('demo.submit')}
        </button>
      </form>
    </div>
  );
}

interface BoxProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

function Box(props: BoxProps & { readonly inputMode?: 'decimal' }): ReactElement {
  return (
    <div className="field">
      <label htmlFor={props.name}>{props.label}</label>
      <input
        id={props.name}
        name={props.name}
        type="text"
        required
        defaultValue={props.value}
        inputMode={props.inputMode}
        autoComplete="off"
        maxLength={50}
      />
    </div>
  );
}

function Choice(props: BoxProps & { readonly children: readonly (readonly [string, string])[] }): ReactElement {
  return (
    <div className="field">
      <label htmlFor={props.name}>{props.label}</label>
      <select id={props.name} name={props.name} defaultValue={props.value}>
        {props.children.map(([value, text]) => (
          <option value={value} key={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function Cards({ threeds, t }: { readonly threeds: boolean; readonly t: Translate }): ReactElement {
  return (
    <section className="panel prose cards" aria-labelledby="cards-title">
      <h2 id="cards-title">{t('demo.cards')}</h2>
      <p>{t('demo.cards.how')}</p>
      <div className="scroll" tabIndex={0} role="group" aria-labelledby="cards-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('field.number')}</th>
              <th scope="col">{t('demo.happens')}</th>
              <th scope="col">{t('demo.brand')}</th>
              <th scope="col">{t('field.securityCode')}</th>
            </tr>
          </thead>
          <tbody>
            {[...DEMO_CARDS, ...(threeds ? DEMO_ENROLLED_CARDS : [])].map(card => (
              <tr key={card.number}>
                <td>
                  <code>{card.number}</code>
                </td>
                <td>{t(card.does)}</td>
                <td>
                  {card.brands.map(brand => (
                    <BrandBadge brand={brand} key={brand} />
                  ))}
                </td>
                <td>
                  <code>{card.securityCode}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
