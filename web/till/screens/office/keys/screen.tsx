import { type ReactElement, useState } from 'react';
import { useQuery } from 'urql';
import { useTill } from '../../../context.ts';
import { PageProblem } from '../../../parts/problem.tsx';
import { ShownOnce } from '../../../parts/shown-once.tsx';
import { Empty, Skeleton } from '../../../parts/small.tsx';
import { type KeyShown, KeysQuery } from '../../../queries/keys.queries.ts';
import { Bar } from '../bar.tsx';
import { CreateKeyDialog, type NewKey } from './create-dialog.tsx';
import { KeyTable } from './key-table.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

export function KeysScreen(): ReactElement {
  const { t } = useTill();
  const [{ data, error }, ask] = useQuery({ query: KeysQuery, requestPolicy: 'cache-and-network' });
  const [asked, setAsked] = useState<'create' | KeyShown | null>(null);
  const [made, setMade] = useState<NewKey | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const again = (): void => ask({ requestPolicy: 'network-only' });
  const close = (told: string | null): void => {
    setAsked(null);
    if (told !== null) setDone(told);
    again();
  };
  return (
    <>
      <Bar done={done}>
        <button type="button" onClick={() => setAsked('create')}>
          {t('till.apiKeys.create')}
        </button>
      </Bar>
      {data && data.apiKeys.length > 0 && <KeyTable keys={data.apiKeys} members={data.members} onRevoke={setAsked} />}
      {data?.apiKeys.length === 0 && <Empty title={t('till.apiKeys.none')}>{t('till.apiKeys.noneYet')}</Empty>}
      {!data && error && <PageProblem error={error} t={t} again={again} />}
      {!data && !error && (
        <div className="panel" aria-busy="true">
          <Skeleton lines={6} />
        </div>
      )}
      {asked === 'create' && (
        <CreateKeyDialog
          onMade={key => {
            close(null);
            setMade(key);
          }}
          onClose={() => close(null)}
        />
      )}
      {asked !== null && asked !== 'create' && <RevokeDialog shown={asked} onClose={close} />}
      {made && <KeyMade made={made} onClose={() => setMade(null)} />}
    </>
  );
}

function KeyMade({ made, onClose }: { readonly made: NewKey; readonly onClose: () => void }): ReactElement {
  const { t } = useTill();
  return (
    <ShownOnce
      title={t('till.apiKeys.made.title', { name: made.name })}
      label={t('till.apiKeys.made.label')}
      secret={made.key}
      kept={t('till.office.kept')}
      onClose={onClose}
    >
      <p>{t('till.apiKeys.made.text')}</p>
      <pre className="sample">Authorization: Bearer sk_…</pre>
    </ShownOnce>
  );
}
