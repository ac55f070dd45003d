import type { ReactElement } from 'react';
import type { NotAuthenticatedReason } from '../graphql/generated/graphql.ts';
import type { Language } from '../ui/language.ts';
import type { Translate } from '../ui/text.ts';
import type { Checkout } from './checkout.queries.ts';

export interface OrderProps {
  readonly checkout: Checkout;
  readonly language: Language;
  readonly t: Translate;
}

/** What is being paid, to whom, for what: the same on every screen that asks for something. */
export function Order({ checkout, language, t }: OrderProps): ReactElement {
  return (
    <section className="order" aria-labelledby="order-title">
      <h2 id="order-title">{t('order.title')}</h2>
      <p className="amount">{checkout.amount[language]}</p>
      <dl>
        <div>
          <dt>{t('order.reference')}</dt>
          <dd>{checkout.orderId}</dd>
        </div>
      </dl>
      {checkout.lines.length > 0 && (
        <table>
          <caption className="unseen">{t('order.lines')}</caption>
          <thead className="unseen">
            <tr>
              <th scope="col">{t('order.article')}</th>
              <th scope="col">{t('order.price')}</th>
            </tr>
          </thead>
          <tbody>
            {checkout.lines.map((line, place) => (
              <tr key={`${place}`}>
                <td>
                  {line.quantity > 1 && <span className="quantity">{line.quantity}&nbsp;× </span>}
                  {line.label}
                </td>
                <td>{line.amount[language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Where to go from here: links and not redirects, so that no page can be made to lead elsewhere by itself. */
export function WayOut(props: {
  readonly to: string | null | undefined;
  readonly text: string;
  readonly plain?: boolean;
}): ReactElement | null {
  if (!props.to || !/^https?:\/\//.test(props.to)) return null;
  return (
    <p className="way-out">
      <a className={props.plain ? undefined : 'button'} href={props.to} rel="noreferrer">
        {props.text}
      </a>
    </p>
  );
}

/** A form with a single button, for what there is to do besides paying. */
export function ActionForm(props: {
  readonly action: 'cancel' | 'extend' | 'abandon';
  readonly idempotencyKey: string;
  readonly label: string;
}): ReactElement {
  return (
    <form method="post" className={`act ${props.action}`} id={`${props.action}-form`}>
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      <input type="hidden" name="action" value={props.action} />
      <button type="submit" className="quiet">
        {props.label}
      </button>
    </form>
  );
}

/**
 * How long the page stays open, and more time for who needs it (WCAG 2.2, 2.2.1). Without a script it always says so; the
 * script keeps it out of the way until the last five minutes and counts.
 */
export function TimeLeft(props: {
  readonly checkout: Checkout;
  readonly idempotencyKey: string;
  readonly t: Translate;
}): ReactElement {
  const { checkout, t } = props;
  const minutes = Math.max(1, Math.floor(checkout.secondsLeft / 60));
  return (
    <section className="time" id="time" data-seconds-left={checkout.secondsLeft} data-extended={t('time.extended')}>
      <p id="time-text" data-template={t('time.counting')}>
        {t('time.left', { minutes })}
      </p>
      <p className="unseen" id="time-live" aria-live="polite" />
      {checkout.extensionsLeft > 0 && (
        <ActionForm action="extend" idempotencyKey={props.idempotencyKey} label={t('time.more')} />
      )}
    </section>
  );
}

/** Why the bank said no: texts of the API. */
export function BankWords({ checkout, t }: Omit<OrderProps, 'language'>): ReactElement {
  const { decline } = checkout;
  if (!decline) return <h1>{t('declined.title')}</h1>;
  return (
    <>
      <h1>{decline.title}</h1>
      <p>{decline.explanation}</p>
    </>
  );
}

/** Why the authentication gave no right to ask for the money. */
export function NotAuthenticatedWords(props: {
  readonly reason: NotAuthenticatedReason;
  readonly t: Translate;
}): ReactElement {
  const { reason, t } = props;
  return (
    <>
      <h1>{t(`notAuthenticated.${reason}.title`)}</h1>
      <p>{t(`notAuthenticated.${reason}.explanation`)}</p>
    </>
  );
}
