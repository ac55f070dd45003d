import type { ReactElement } from 'react';
import { BrandBadge, brandName, groupMasked } from '../../../ui/brand.tsx';
import { shortDateTime } from '../../../ui/format-time.ts';
import type { TillExposureFragment } from '../../../graphql/generated/till/graphql.ts';
import { useTill } from '../../context.ts';
import { Fact } from '../../parts/small.tsx';
import type { TransactionWhole } from '../../queries/transaction.queries.ts';

/** What may be known of the card, and from where it is known. */
export function Card({ transaction: { card } }: { readonly transaction: TransactionWhole }): ReactElement {
  const till = useTill();
  const { t, language } = till;
  const others = card.brandsAvailable.filter(brand => brand !== card.brand).map(brandName);
  return (
    <section className="panel facts" aria-labelledby="card-title">
      <h2 id="card-title">{t('till.card.title')}</h2>
      <p className="card-number">
        <BrandBadge brand={card.brand} /> <span className="number">{groupMasked(card.masked)}</span>
      </p>
      <dl>
        <Fact name={t('till.card.chosenBy')}>
          {t(`till.card.chosenBy.${card.brandChosenBy}`)}
          {others.length > 0 && <span className="soft"> ({t('till.card.also', { brands: others.join(', ') })})</span>}
        </Fact>
        <Fact name={t('till.card.product')}>{card.product}</Fact>
        <Fact name={t('till.card.funding')}>{card.funding && t(`till.card.funding.${card.funding}`)}</Fact>
        <Fact name={t('till.card.issuer')}>{card.issuer}</Fact>
        <Fact name={t('till.card.country')}>
          {card.issuingCountry && new Intl.DisplayNames(language, { type: 'region' }).of(card.issuingCountry)}
        </Fact>
        <Fact name={t('till.card.expiry')}>{card.expiry}</Fact>
        <Fact name={t('till.card.enrolled')}>{t(card.enrolled ? 'till.yes' : 'till.no')}</Fact>
      </dl>
      <Exposure {...card} />
      {card.source && (
        <p className="soft source">
          {t('till.card.source', { source: card.source, time: card.asOf ? shortDateTime(till, card.asOf) : '–' })}
        </p>
      )}
    </section>
  );
}

const WINDOWS = ['day', 'week', 'month'] as const;

/** What this one card has had authorised at this shop, in windows that end now. */
function Exposure(card: { readonly [Window in (typeof WINDOWS)[number]]: TillExposureFragment }): ReactElement {
  const { t } = useTill();
  return (
    <table className="exposure">
      <caption>{t('till.exposure.title')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('till.exposure.window')}</span>
          </th>
          <th scope="col">{t('till.exposure.count')}</th>
          <th scope="col">{t('till.exposure.amount')}</th>
          <th scope="col">{t('till.exposure.refused')}</th>
        </tr>
      </thead>
      <tbody>
        {WINDOWS.map(window => (
          <tr key={window}>
            <th scope="row">{t(`till.exposure.${window}`)}</th>
            <td className="number">{card[window].count}</td>
            <td className="number">
              {card[window].amount.length === 0 && '–'}
              {card[window].amount.map(({ currency, formatted }) => (
                <span key={currency}>{formatted}</span>
              ))}
            </td>
            <td className="number">{card[window].refused}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
