import type { ReactElement } from 'react';
import { Status } from '../../../../ui/status.tsx';
import { useTill } from '../../../context.ts';
import { SheetHead } from '../../../parts/sheet-head.tsx';
import { Time } from '../../../parts/small.tsx';
import type { EndpointShown } from '../../../queries/webhooks.queries.ts';
import { TYPES, endpointName, wireName } from './types.ts';

export interface EndpointWish {
  readonly wish: 'rotate' | 'disable' | 'enable';
  readonly endpoint: EndpointShown;
}

type OnWish = (wish: EndpointWish) => void;

const COLUMNS = ['endpoint', 'events', 'since', 'status'] as const;

export function Endpoints(props: {
  readonly endpoints: readonly EndpointShown[];
  readonly onWish: OnWish;
}): ReactElement {
  const { t } = useTill();
  return (
    <section aria-labelledby="endpoints-title">
      <h2 id="endpoints-title" className="over">
        {t('till.hooks.endpoints')}
      </h2>
      <table className="sheet">
        <caption className="unseen">{t('till.hooks.endpoints')}</caption>
        <SheetHead columns={COLUMNS.map(column => t(`till.hooks.${column}`))} />
        <tbody>
          {props.endpoints.map(endpoint => (
            <Row key={endpoint.id} endpoint={endpoint} onWish={props.onWish} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ endpoint, onWish }: { readonly endpoint: EndpointShown; readonly onWish: OnWish }): ReactElement {
  const { t } = useTill();
  const { url, description, status, disabledBecause, createdAt } = endpoint;
  const ways: readonly EndpointWish['wish'][] = status === 'ENABLED' ? ['rotate', 'disable'] : ['rotate', 'enable'];
  return (
    <tr className={status === 'DISABLED' ? 'gone' : undefined}>
      <th scope="row" className="name">
        {endpointName(endpoint)}
        {description !== '' && <span className="soft below">{url}</span>}
      </th>
      <td data-label={t('till.hooks.events')}>
        <Events endpoint={endpoint} />
      </td>
      <td data-label={t('till.hooks.since')}>
        <Time at={createdAt} />
      </td>
      <td>
        <Status kind="endpointStatus" status={status} t={t} />
        {disabledBecause === 'GONE' && <span className="soft below">{t('till.hooks.gone')}</span>}
      </td>
      <td className="ways">
        <div>
          {ways.map(wish => (
            <button key={wish} type="button" className="plain small" onClick={() => onWish({ wish, endpoint })}>
              {t(`till.hooks.do.${wish}`)}
              <span className="unseen"> – {endpointName(endpoint)}</span>
            </button>
          ))}
        </div>
      </td>
    </tr>
  );
}

function Events({ endpoint: { events } }: { readonly endpoint: EndpointShown }): ReactElement {
  const { t } = useTill();
  if (TYPES.every(type => events.includes(type))) return <>{t('till.hooks.everything')}</>;
  return (
    <ul className="scopes">
      {events.map(type => (
        <li key={type} title={t(`till.hooks.type.${type}`)}>
          {wireName(type)}
        </li>
      ))}
    </ul>
  );
}
