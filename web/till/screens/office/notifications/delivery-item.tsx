import Link from 'next/link';
import { type ReactElement, useId, useState } from 'react';
import { useClient } from 'urql';
import type { NotificationType } from '../../../../graphql/generated/till/graphql.ts';
import { compactTime, fullTime, shortDateTime } from '../../../../ui/format-time.ts';
import { Status } from '../../../../ui/status.tsx';
import { type StatusKind, statusWord } from '../../../../ui/status-words.ts';
import type { Translate } from '../../../../ui/text.ts';
import { shopNow, useTill } from '../../../context.ts';
import { answerOf, faultOf } from '../../../parts/answer.ts';
import { Problem } from '../../../parts/problem.tsx';
import { type DeliveryShown, type EndpointShown, RedeliverMutation } from '../../../queries/webhooks.queries.ts';
import { Attempts } from './attempts.tsx';
import { endpointName, toldIn, wireName } from './types.ts';

export interface DeliveryItemProps {
  readonly delivery: DeliveryShown;
  /** Absent while the endpoints are not known, or if there is none such. */
  readonly endpoint: EndpointShown | undefined;
  readonly onDone: (told: string) => void;
}

/** One message to one endpoint: what it tells, whether it was taken, and on demand each attempt and its very words. */
export function DeliveryItem({ delivery, endpoint, onDone }: DeliveryItemProps): ReactElement {
  const till = useTill();
  const { t } = till;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { problem, isBusy, sendAgain } = useSendAgain(delivery, onDone);
  const name = nameOf(delivery, t);
  return (
    <li>
      <div className="delivery">
        <time className="soft number" dateTime={delivery.createdAt} title={fullTime(till, delivery.createdAt)}>
          {compactTime(till, delivery.createdAt, shopNow(till))}
        </time>
        <p className="tells">
          <span title={wireName(delivery.type)}>{t(`till.hooks.type.${delivery.type}`)}</span>{' '}
          <About delivery={delivery} />
          <Stood delivery={delivery} />
          {endpoint && <span className="soft below">{endpointName(endpoint)}</span>}
        </p>
        <div>
          <Status kind="deliveryStatus" status={delivery.status} t={t} />
          <Next delivery={delivery} />
        </div>
        <div className="ways">
          <button
            type="button"
            className="plain small"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {t('till.hooks.attempts', { count: delivery.attempts.length })}
            <span className="unseen"> – {name}</span>
          </button>
          {endpoint?.status === 'ENABLED' && (
            <button type="button" className="plain small" aria-disabled={isBusy} onClick={() => void sendAgain()}>
              {t('till.hooks.again')}
              <span className="unseen"> – {name}</span>
            </button>
          )}
        </div>
      </div>
      {problem && <Problem text={problem} />}
      <div id={id} hidden={!isOpen}>
        {isOpen && <Attempts delivery={delivery} />}
      </div>
    </li>
  );
}

function nameOf({ body }: DeliveryShown, t: Translate): string {
  const { name, remittance } = toldIn(body);
  return remittance === null ? name : t('till.remittance.name', { number: remittance });
}

/** Where it stood when this was told; it may stand elsewhere by now. */
function Stood({ delivery }: { readonly delivery: DeliveryShown }): ReactElement | null {
  const { t } = useTill();
  const kind = STATUS_KIND[delivery.type];
  const { status } = toldIn(delivery.body);
  return kind && status !== '' ? <span className="soft"> · {statusWord(kind, status, t)}</span> : null;
}

const STATUS_KIND: { readonly [Type in NotificationType]?: StatusKind } = {
  TRANSACTION_UPDATED: 'status',
  REFUND_UPDATED: 'refundStatus',
  REMITTANCE_UPDATED: 'remittanceStatus',
};

function About({ delivery }: { readonly delivery: DeliveryShown }): ReactElement {
  const { t } = useTill();
  const { address } = toldIn(delivery.body);
  const name = nameOf(delivery, t);
  if (address === null) return <span className="number">{name}</span>;
  return (
    <Link href={address} shallow prefetch={false} className="number">
      {name}
    </Link>
  );
}

/** When it is tried again; by the shop's clock, which may not have come to it yet. */
function Next({ delivery }: { readonly delivery: DeliveryShown }): ReactElement | null {
  const till = useTill();
  const { nextAttemptAt, status } = delivery;
  if (status !== 'PENDING' || nextAttemptAt === null) return null;
  const isDue = Date.parse(nextAttemptAt) <= shopNow(till).getTime();
  return (
    <span className="soft below">
      {isDue ? till.t('till.hooks.due') : till.t('till.hooks.next', { time: shortDateTime(till, nextAttemptAt) })}
    </span>
  );
}

function useSendAgain(delivery: DeliveryShown, onDone: (told: string) => void) {
  const { t } = useTill();
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const sendAgain = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    const input = { deliveryId: delivery.id };
    const { data, error } = await client.mutation(RedeliverMutation, { input }).toPromise();
    const answer = answerOf(data?.redeliver, error);
    setBusy(false);
    setProblem(faultOf(answer, t, {})?.text ?? null);
    if (answer.kind === 'done') onDone(t('till.hooks.sentAgain', { name: nameOf(delivery, t) }));
  };
  return { problem, isBusy, sendAgain };
}
