import type { ReactElement } from 'react';
import { fullTime } from '../../../ui/format-time.ts';
import { brandName } from '../../../ui/brand.tsx';
import type { MessageKey, Translate } from '../../../ui/text.ts';
import { useTill } from '../../context.ts';
import type { TransactionWhole } from '../../queries/transaction.queries.ts';
import { Messages } from './messages.tsx';

type Happening = TransactionWhole['events'][number];

/** A refund writes its own events; of those the transaction's journal tells as well, one line is enough. */
const TOLD_TWICE: ReadonlySet<string> = new Set(['REQUESTED', 'CREDIT_ACCEPTED']);

/** What happened, the last first, by whom and when: the journal itself, which nobody can change. */
export function Timeline({ transaction }: { readonly transaction: TransactionWhole }): ReactElement {
  const { t } = useTill();
  const shown = transaction.events.filter(event => !(isOfRefund(event) && TOLD_TWICE.has(event.type)));
  return (
    <section className="panel" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t('till.timeline.title')}</h2>
      <ol className="timeline">
        {shown.toReversed().map(event => (
          <Entry key={event.id} event={event} />
        ))}
      </ol>
      <Messages id={transaction.id} changed={transaction.updatedAt} />
    </section>
  );
}

function Entry({ event }: { readonly event: Happening }): ReactElement {
  const till = useTill();
  const { t } = till;
  const details = detailsOf(event, t);
  return (
    <li className={`by-${event.actor.toLowerCase()}`}>
      <p>
        <span className="what">{sentence(event, t)}</span>
        {event.amount && <span className="number strong"> {event.amount.formatted}</span>}
      </p>
      <p className="soft">
        <time dateTime={event.at}>{fullTime(till, event.at)}</time>
        {' · '}
        {event.actorName ?? t(`till.actor.${event.actor}` as MessageKey)}
        {details && ` · ${details}`}
      </p>
    </li>
  );
}

function isOfRefund({ subjectId }: Happening): boolean {
  return subjectId.startsWith('ref_');
}

/** Each kind of event has its sentence; one that this page does not know yet keeps the name it has in the journal. */
function sentence(event: Happening, t: Translate): string {
  const kind = isOfRefund(event) ? 'refundEvent' : event.subjectId.startsWith('txn_') ? 'event' : 'authenticationEvent';
  const key = `till.${kind}.${event.type}` as MessageKey;
  const text = t(key);
  return text === key ? event.type : text;
}

const FACTS = [
  'responseCode',
  'authorisationCode',
  'code',
  'cause',
  'outcome',
  'because',
  'reason',
  'stan',
  'brand',
  'heldBecause',
] as const;

/** What the journal knows besides, named where it has a name of the field's own. */
function detailsOf({ facts }: Happening, t: Translate): string {
  return FACTS.flatMap(name => {
    const value = facts[name];
    if (typeof value !== 'string' || value === '') return [];
    if (name === 'brand') return [brandName(value)];
    if (name === 'outcome') return [t(`till.threeds.${value}` as MessageKey)];
    if (name === 'cause' || name === 'because') return [causeOf(value, t)];
    return [name === 'reason' ? value : `${t(`till.fact.${name}`)} ${value}`];
  }).join(' · ');
}

function causeOf(value: string, t: Translate): string {
  const key = `till.cause.${value}` as MessageKey;
  const text = t(key);
  return text === key ? value : text;
}
