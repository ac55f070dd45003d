import type { ReactElement } from 'react';
import { useClient } from 'urql';
import { useTill } from '../../../context.ts';
import { type Fault, answerOf, faultOf } from '../../../parts/answer.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { type KeyShown, RevokeKeyMutation } from '../../../queries/keys.queries.ts';

export function RevokeDialog(props: {
  readonly shown: KeyShown;
  /** With what was done, in words; with null when nothing was. */
  readonly onClose: (told: string | null) => void;
}): ReactElement {
  const { t } = useTill();
  const client = useClient();
  const { id, name } = props.shown;
  const send = async (): Promise<Fault | null> => {
    const { data, error } = await client.mutation(RevokeKeyMutation, { input: { keyId: id } }).toPromise();
    const answer = answerOf(data?.revokeApiKey, error);
    if (answer.kind === 'done') props.onClose(t('till.apiKeys.revoked', { name }));
    return faultOf(answer, t, {});
  };
  return (
    <FormDialog
      title={t('till.apiKeys.askRevoke', { name })}
      go={t('till.apiKeys.revoke')}
      danger
      send={send}
      onClose={() => props.onClose(null)}
    >
      {() => <p>{t('till.apiKeys.effect')}</p>}
    </FormDialog>
  );
}
