import { type ReactElement, useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { mayAdminister, useTill } from '../../context.ts';
import { DeliveriesOfTransactionQuery } from '../../queries/webhooks.queries.ts';
import { DeliveryItem } from '../office/notifications/delivery-item.tsx';
import { useAgainWhile } from '../office/notifications/use-again-while.ts';

interface ToldProps {
  readonly id: string;
  /** Changes when something happened to the transaction: then there is more to tell. */
  readonly changed: string;
}

/** What the shop's server was told of it, for whoever may see that; nothing at all in a shop without endpoints. */
export function ToldEndpoints(props: ToldProps): ReactElement | null {
  return mayAdminister(useTill().me) ? <Told {...props} /> : null;
}

function Told({ id, changed }: ToldProps): ReactElement | null {
  const { t } = useTill();
  const [done, setDone] = useState<string | null>(null);
  const [{ data, fetching }, ask] = useQuery({ query: DeliveriesOfTransactionQuery, variables: { id } });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  useEffect(() => ask({ requestPolicy: 'network-only' }), [changed, ask]);
  const deliveries = data?.transaction?.deliveries ?? [];
  useAgainWhile(
    deliveries.some(({ status }) => status === 'PENDING'),
    fetching,
    again,
  );
  const endpoints = data?.webhookEndpoints ?? [];
  if (endpoints.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="told-title">
      <h2 id="told-title">{t('till.hooks.ofTransaction')}</h2>
      <p className="soft" role="status">
        {done}
      </p>
      {deliveries.length === 0 && <p className="soft">{t('till.hooks.noneOfTransaction')}</p>}
      {deliveries.length > 0 && (
        <ul className="deliveries">
          {deliveries.map(delivery => (
            <DeliveryItem
              key={delivery.id}
              delivery={delivery}
              endpoint={endpoints.find(endpoint => endpoint.id === delivery.endpointId)}
              onDone={setDone}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
