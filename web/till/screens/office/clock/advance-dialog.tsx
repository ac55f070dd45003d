import type { ReactElement } from 'react';
import { useClient } from 'urql';
import { fullTime } from '../../../../ui/format-time.ts';
import { shopNow, useTill } from '../../../context.ts';
import { type Fault, answerOf, faultOf } from '../../../parts/answer.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { AdvanceClockMutation } from '../../../queries/clock.queries.ts';
import { type Step, endOf, inputOf } from './step.ts';

const MAY_HAPPEN = ['sessions', 'authorisations', 'remittances', 'notifications', 'reports'] as const;

/** Once more, because it cannot be taken back: from when to when, and what comes due on the way. */
export function AdvanceDialog(props: {
  readonly step: Step;
  /** With what was done, in words; with null when nothing was. */
  readonly onClose: (told: string | null) => void;
}): ReactElement {
  const till = useTill();
  const { t } = till;
  const client = useClient();
  const { step, onClose } = props;
  const send = async (): Promise<Fault | null> => {
    const { data, error } = await client.mutation(AdvanceClockMutation, { input: inputOf(step) }).toPromise();
    const answer = answerOf(data?.advanceTestClock, error);
    if (answer.kind === 'done') onClose(t('till.clock.done', { time: fullTime(till, answer.thing.now) }));
    return faultOf(answer, t, { to: 'till.clock.notBack' });
  };
  return (
    <FormDialog
      title={t('till.clock.ask.title')}
      go={t('till.clock.go')}
      danger
      send={send}
      onClose={() => onClose(null)}
    >
      {() => (
        <>
          <p>{t('till.clock.ask.to', { time: fullTime(till, endOf(step, shopNow(till))) })}</p>
          <p>{t('till.clock.ask.what')}</p>
          <ul className="may-happen">
            {MAY_HAPPEN.map(each => (
              <li key={each}>{t(`till.clock.may.${each}`)}</li>
            ))}
          </ul>
          <p className="warning">{t('till.clock.noWayBack')}</p>
        </>
      )}
    </FormDialog>
  );
}
