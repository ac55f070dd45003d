import type { ReactElement } from 'react';
import { useClient } from 'urql';
import { useTill } from '../../../context.ts';
import { type Fault, answerOf, faultOf } from '../../../parts/answer.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { type EndpointShown, RotateSecretMutation } from '../../../queries/webhooks.queries.ts';
import type { NewSecret } from './secret-shown.tsx';
import { endpointName } from './types.ts';

export function RotateDialog(props: {
  readonly endpoint: EndpointShown;
  readonly onMade: (made: NewSecret) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTill();
  const client = useClient();
  const { endpoint } = props;
  const name = endpointName(endpoint);
  const send = async (): Promise<Fault | null> => {
    const input = { endpointId: endpoint.id };
    const { data, error } = await client.mutation(RotateSecretMutation, { input }).toPromise();
    const answer = answerOf(data?.rotateWebhookSecret, error);
    if (answer.kind === 'done') props.onMade({ name, secret: answer.thing.secret, isNew: false });
    const tooOften = answer.kind === 'refused' && answer.refusal.code === 'ACTION_NOT_POSSIBLE';
    return tooOften ? { text: t('till.hooks.rotatedTooOften'), path: null } : faultOf(answer, t, {});
  };
  return (
    <FormDialog
      title={t('till.hooks.ask.rotate', { name })}
      go={t('till.hooks.do.rotate')}
      send={send}
      onClose={props.onClose}
    >
      {() => <p>{t('till.hooks.effect.rotate')}</p>}
    </FormDialog>
  );
}
