import { type ReactElement, useEffect, useState } from 'react';
import { useQuery } from 'urql';
import type { TillMessagesQuery } from '../../../graphql/generated/till/graphql.ts';
import type { MessageKey } from '../../../ui/text.ts';
import { useTill } from '../../context.ts';
import { Skeleton, Time } from '../../parts/small.tsx';
import { MessagesQuery } from '../../queries/transaction.queries.ts';

type Message = NonNullable<TillMessagesQuery['transaction']>['messages'][number];

/** What was said to the bank and what it answered, masked, for whoever has to explain it there. */
export function Messages({ id, changed }: { readonly id: string; readonly changed: string }): ReactElement {
  const { t } = useTill();
  const [isOpen, setOpen] = useState(false);
  const [{ data, fetching }, ask] = useQuery({ query: MessagesQuery, variables: { id }, pause: !isOpen });
  useEffect(() => {
    if (isOpen) ask({ requestPolicy: 'network-only' });
  }, [isOpen, changed, ask]);
  const messages = data?.transaction?.messages;
  return (
    <details className="messages" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('till.messages.title')}</summary>
      {!messages && fetching && <Skeleton lines={3} />}
      {messages?.length === 0 && <p className="soft">{t('till.messages.none')}</p>}
      {messages?.map(message => (
        <MessageShown key={`${message.kind} ${message.stan}`} message={message} />
      ))}
    </details>
  );
}

function MessageShown({ message }: { readonly message: Message }): ReactElement {
  const { t } = useTill();
  const { request, answer } = message;
  const fields = [...new Set([...Object.keys(request ?? {}), ...Object.keys(answer ?? {})])];
  return (
    <article>
      <h3>
        {t(`till.messages.${message.kind}` as MessageKey)} <span className="number soft">STAN {message.stan}</span>
      </h3>
      <p className="soft">
        <Time at={message.transmittedAt} />
        {' · '}
        {t(`till.messages.status.${message.status}` as MessageKey)}
        {message.responseCode && ` · ${t('till.fact.responseCode')} ${message.responseCode}`}
        {message.attempts > 1 && ` · ${t('till.messages.attempts', { count: message.attempts })}`}
      </p>
      <div className="scroll" tabIndex={0} role="group" aria-label={t('till.messages.fields')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('till.messages.field')}</th>
              <th scope="col">{t('till.messages.request')}</th>
              <th scope="col">{t('till.messages.answer')}</th>
            </tr>
          </thead>
          <tbody>
            {fields
              .toSorted((one, other) => Number(one) - Number(other))
              .map(field => (
                <tr key={field}>
                  <th scope="row">{field}</th>
                  <td>{textOf(request?.[field])}</td>
                  <td>{textOf(answer?.[field])}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}
