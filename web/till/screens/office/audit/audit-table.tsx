import Link from 'next/link';
import type { ReactElement } from 'react';
import { compactTime, fullTime } from '../../../../ui/format-time.ts';
import { shopNow, useTill } from '../../../context.ts';
import { Email } from '../../../parts/email.tsx';
import type { AuditEntryShown } from '../../../queries/audit.queries.ts';
import { detailsOf, sentenceOf, subjectOf } from './sentence.ts';

const COLUMNS = ['at', 'who', 'kind', 'what'] as const;

export function AuditTable({ entries }: { readonly entries: readonly AuditEntryShown[] }): ReactElement {
  const { t } = useTill();
  return (
    <table className="sheet audit">
      <caption className="unseen">{t('till.screen.audit')}</caption>
      <thead>
        <tr>
          {COLUMNS.map(column => (
            <th key={column} scope="col" className={column}>
              {t(`till.audit.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(entry => (
          <Row key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ entry }: { readonly entry: AuditEntryShown }): ReactElement {
  const till = useTill();
  const { t } = till;
  const details = detailsOf(entry, till);
  return (
    <tr>
      <td className="number at">
        <time dateTime={entry.at} title={t('till.audit.recorded', { time: fullTime(till, entry.recordedAt) })}>
          {compactTime(till, entry.at, shopNow(till))}
        </time>
      </td>
      <td className="who">
        <Actor entry={entry} />
      </td>
      <td className="soft kind">{t(`till.audit.subject.${entry.subject}`)}</td>
      <td className="what">
        {sentenceOf(entry, t)}
        {entry.amount && <span className="number strong"> {entry.amount.formatted}</span>}
        <About entry={entry} />
        {details !== '' && <span className="soft below">{details}</span>}
      </td>
    </tr>
  );
}

function Actor({ entry: { actor } }: { readonly entry: AuditEntryShown }): ReactElement {
  const { t } = useTill();
  if (actor.name === null) return <>{t(`till.actor.${actor.kind}`)}</>;
  return (
    <>
      <Email address={actor.name} />
      {actor.kind === 'KEY' && <span className="soft below">{t('till.actor.KEY')}</span>}
    </>
  );
}

function About({ entry }: { readonly entry: AuditEntryShown }): ReactElement | null {
  const about = subjectOf(entry, useTill().t);
  if (about === null) return null;
  return (
    <>
      {' – '}
      {about.address === null ? (
        <span className="named">{about.name}</span>
      ) : (
        <Link href={about.address} shallow prefetch={false} className="named">
          {about.name}
        </Link>
      )}
    </>
  );
}
