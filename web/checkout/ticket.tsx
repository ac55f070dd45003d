import type { ReactElement } from 'react';
import { brandName, groupMasked } from '../ui/brand.tsx';
import type { Language } from '../ui/language.ts';
import type { Translate } from '../ui/text.ts';
import type { Checkout } from './checkout.queries.ts';
import { WayOut } from './parts.tsx';

export interface TicketScreenProps {
  readonly checkout: Checkout;
  readonly ticket: NonNullable<Checkout['ticket']>;
  readonly language: Language;
  readonly t: Translate;
}

/** The receipt: what a card terminal would print, on the screen and on paper (80 mm and A4). */
export function TicketScreen({ checkout, ticket, language, t }: TicketScreenProps): ReactElement {
  const rows: ReadonlyArray<readonly [string, string]> = [
    [t('ticket.shop'), ticket.shopName],
    [t('ticket.date'), ticket.createdAtText],
    [t('ticket.order'), checkout.orderId],
    [t('ticket.card'), `${brandName(ticket.brand)} ${groupMasked(ticket.masked)}`],
    [t('ticket.authorisation'), ticket.authorisationCode ?? '–'],
    [t('ticket.reference'), ticket.reference],
    [t('ticket.contract'), ticket.contractNumber],
    [t('ticket.capture'), captureText(ticket, language, t)],
    [t('ticket.authenticated'), t(ticket.authenticated ? 'ticket.yes' : 'ticket.no')],
  ];
  return (
    <div className="panel ticket">
      <div className="outcome yes">
        <h1>{t('ticket.title')}</h1>
        <p className="amount">{ticket.amount[language]}</p>
      </div>
      {ticket.testMode && <p className="notice">{t('ticket.testMode')}</p>}
      <dl>
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="keep">{t('ticket.keep')}</p>
      <WayOut to={checkout.returnTo} text={t('end.returnTo', { shop: checkout.shop.name })} />
      <button type="button" id="print" className="quiet" hidden>
        {t('ticket.print')}
      </button>
    </div>
  );
}

function captureText(ticket: TicketScreenProps['ticket'], language: Language, t: Translate): string {
  const text = t(`ticket.capture.${ticket.capturePlan}`);
  if (!ticket.captureDay) return text;
  // A calendar day has no zone: read and written as UTC it stays the same day.
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(ticket.captureDay),
  );
  return `${text} (${day})`;
}
