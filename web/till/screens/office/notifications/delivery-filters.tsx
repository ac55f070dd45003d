import type { ReactElement } from 'react';
import { statusWord } from '../../../../ui/status-words.ts';
import { useTill } from '../../../context.ts';
import type { EndpointShown } from '../../../queries/webhooks.queries.ts';
import { endpointName } from './types.ts';
import { type DeliveryView, STATUSES } from './view.ts';

export function DeliveryFilters(props: {
  readonly view: DeliveryView;
  readonly endpoints: readonly EndpointShown[];
  readonly go: (view: DeliveryView) => void;
}): ReactElement {
  const { t } = useTill();
  const { view, endpoints, go } = props;
  const change = (changes: Partial<DeliveryView>): void => go({ ...view, ...changes, after: null });
  return (
    <form
      className="filters"
      role="search"
      aria-label={t('till.hooks.filter')}
      onSubmit={event => event.preventDefault()}
    >
      <Choice
        name={t('till.hooks.endpoint')}
        all={t('till.hooks.allEndpoints')}
        options={endpoints.map(endpoint => ({ value: endpoint.id, word: endpointName(endpoint) }))}
        chosen={view.endpointId}
        onChoose={endpointId => change({ endpointId })}
      />
      <Choice
        name={t('till.hooks.status')}
        all={t('till.hooks.allStatuses')}
        options={STATUSES.map(status => ({ value: status, word: statusWord('deliveryStatus', status, t) }))}
        chosen={view.status}
        onChoose={status => change({ status: STATUSES.find(each => each === status) ?? null })}
      />
    </form>
  );
}

function Choice(props: {
  readonly name: string;
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly word: string }[];
  readonly chosen: string | null;
  readonly onChoose: (value: string | null) => void;
}): ReactElement {
  return (
    <label className="choose">
      <span className="unseen">{props.name}</span>
      <select
        value={props.chosen ?? ''}
        onChange={event => props.onChoose(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{props.all}</option>
        {props.options.map(({ value, word }) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
