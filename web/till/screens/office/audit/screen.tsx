import Link from 'next/link';
import { useRouter } from 'next/router';
import { type ReactElement, useMemo } from 'react';
import { useQuery } from 'urql';
import { zoneName } from '../../../../ui/format-time.ts';
import { shopNow, useTill } from '../../../context.ts';
import { Pages } from '../../../parts/pages.tsx';
import { Pick } from '../../../parts/pick.tsx';
import { PageProblem } from '../../../parts/problem.tsx';
import { Empty, Skeleton } from '../../../parts/small.tsx';
import { AuditQuery } from '../../../queries/audit.queries.ts';
import { AuditTable } from './audit-table.tsx';
import { type AuditView, SUBJECTS, addressOf, viewOf } from './view.ts';

const PAGE_SIZE = 50;

export function AuditScreen(): ReactElement {
  const till = useTill();
  const { t, language } = till;
  const router = useRouter();
  const view = useMemo(() => viewOf(router.asPath), [router.asPath]);
  const { subjects, after } = view;
  const [{ data, error }, ask] = useQuery({
    query: AuditQuery,
    variables: { subject: subjects.length === 0 ? null : [...subjects], first: PAGE_SIZE, after, locale: language },
    requestPolicy: 'cache-and-network',
  });
  const entries = data?.auditLog.edges.map(({ node }) => node);
  const again = (): void => ask({ requestPolicy: 'network-only' });
  const go = (next: AuditView): void => {
    void router.replace(addressOf(next), undefined, { shallow: true, scroll: false });
  };
  return (
    <>
      <form
        className="filters"
        role="search"
        aria-label={t('till.audit.filter')}
        onSubmit={event => event.preventDefault()}
      >
        <Pick
          name={t('till.audit.about')}
          options={SUBJECTS.map(subject => ({ value: subject, word: t(`till.audit.subject.${subject}`) }))}
          picked={subjects}
          onPick={picked => go({ subjects: picked, after: null })}
        />
        {subjects.length > 0 && (
          <Link href="/till/audit" shallow prefetch={false} className="clear">
            {t('till.list.clear')}
          </Link>
        )}
        <button type="button" className="plain" onClick={again}>
          {t('till.audit.again')}
        </button>
        <p className="soft zone">{t('till.list.zone', { zone: zoneName(till, shopNow(till)) })}</p>
      </form>
      {!entries && error && <PageProblem error={error} t={t} again={again} />}
      {!entries && !error && (
        <div className="panel" aria-busy="true">
          <Skeleton lines={12} />
        </div>
      )}
      {entries?.length === 0 && <Empty title={t('till.audit.none')} />}
      {entries && entries.length > 0 && <AuditTable entries={entries} />}
      {data && <Pages view={view} page={data.auditLog.pageInfo} addressOf={addressOf} />}
    </>
  );
}
