import type { ReactElement } from 'react';
import { type Client, useClient } from 'urql';
import { useTill } from '../../../context.ts';
import { type Answer, type Fault, answerOf, faultOf } from '../../../parts/answer.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import {
  DisableEndpointMutation,
  EnableEndpointMutation,
  type EndpointShown,
} from '../../../queries/webhooks.queries.ts';
import { endpointName } from './types.ts';

/** Tells an endpoint nothing more, or again. */
export function SwitchDialog(props: {
  readonly endpoint: EndpointShown;
  readonly on: boolean;
  /** With what was done, in words; with null when nothing was. */
  readonly onClose: (told: string | null) => void;
}): ReactElement {
  const { t } = useTill();
  const client = useClient();
  const { endpoint, on, onClose } = props;
  const name = endpointName(endpoint);
  const way = on ? 'enable' : 'disable';
  const send = async (): Promise<Fault | null> => {
    const answer = await turn(client, endpoint.id, on);
    if (answer.kind === 'done') onClose(t(`till.hooks.done.${way}`, { name }));
    return faultOf(answer, t, {});
  };
  return (
    <FormDialog
      title={t(`till.hooks.ask.${way}`, { name })}
      go={t(`till.hooks.do.${way}`)}
      danger={!on}
      send={send}
      onClose={() => onClose(null)}
    >
      {() => <p>{t(`till.hooks.effect.${way}`)}</p>}
    </FormDialog>
  );
}

async function turn(client: Client, endpointId: string, on: boolean): Promise<Answer<unknown>> {
  const input = { endpointId };
  if (on) {
    const { data, error } = await client.mutation(EnableEndpointMutation, { input }).toPromise();
    return answerOf(data?.enableWebhookEndpoint, error);
  }
  const { data, error } = await client.mutation(DisableEndpointMutation, { input }).toPromise();
  return answerOf(data?.disableWebhookEndpoint, error);
}
