import { type FormEvent, type ReactElement, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { useTill } from '../context.ts';
import { Problem, lostText } from '../parts/problem.tsx';
import { refusalText } from '../parts/refusal.ts';
import { ShopSettingsQuery, UpdateShopSettingsMutation } from '../queries/reports.queries.ts';
import { answerOf } from '../parts/answer.ts';

/** Who gets the report of each day, one address on a line. */
export function Recipients(): ReactElement | null {
  const { t } = useTill();
  const client = useClient();
  const [{ data }] = useQuery({ query: ShopSettingsQuery, requestPolicy: 'cache-and-network' });
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const settings = data?.shopSettings;
  if (!settings) return null;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const lines = (typed ?? settings.reportRecipients.join('\n')).split(/[\n,;]/).map(line => line.trim());
    const input = { reportRecipients: lines.filter(line => line !== ''), version: settings.version };
    const { data: answer, error } = await client.mutation(UpdateShopSettingsMutation, { input }).toPromise();
    const told = answerOf(answer?.updateShopSettings, error);
    setDone(told.kind === 'done');
    if (told.kind === 'done') setTyped(null);
    setProblem(
      told.kind === 'refused' ? refusalText(told.refusal, t) : told.kind === 'lost' ? lostText(told.error, t) : null,
    );
  };
  return (
    <section className="panel recipients" aria-labelledby="recipients-title">
      <h2 id="recipients-title">{t('till.recipients.title')}</h2>
      <form className="dialog-form" onSubmit={event => void save(event)}>
        <div className="box">
          <label htmlFor="recipients">{t('till.recipients.label')}</label>
          <textarea
            id="recipients"
            rows={Math.max(3, settings.reportRecipients.length + 1)}
            value={typed ?? settings.reportRecipients.join('\n')}
            spellCheck={false}
            onChange={event => {
              setTyped(event.target.value);
              setDone(false);
            }}
          />
        </div>
        {problem && <Problem text={problem} />}
        <p className="done" role="status">
          {isDone && t('till.recipients.saved')}
        </p>
        <button type="submit" className="plain">
          {t('till.save')}
        </button>
      </form>
    </section>
  );
}
