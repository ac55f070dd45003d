import { type ReactElement, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { NotificationType } from '../../../../graphql/generated/till/graphql.ts';
import { newIdempotencyKey } from '../../../../ui/device.ts';
import { useTill } from '../../../context.ts';
import { type Fault, answerOf, faultOf } from '../../../parts/answer.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { TextBox } from '../../../parts/text-box.tsx';
import { CreateEndpointMutation } from '../../../queries/webhooks.queries.ts';
import { EventChoice } from './event-choice.tsx';
import type { NewSecret } from './secret-shown.tsx';
import { TYPES, endpointName } from './types.ts';

const WANTED = {
  url: 'till.hooks.wrong.url',
  description: 'till.hooks.wrong.description',
  events: 'till.hooks.wrong.events',
} as const;

/** Where, and of what. The key is made with the dialog: asked again after a lost answer, it stays one endpoint. */
export function AddDialog(props: {
  readonly onMade: (made: NewSecret) => void;
  readonly onClose: (told: string | null) => void;
}): ReactElement {
  const { t } = useTill();
  const client = useClient();
  const [key, setKey] = useState(newIdempotencyKey);
  const [types, setTypes] = useState<readonly NotificationType[]>(TYPES);
  const url = useRef<HTMLInputElement>(null);
  const description = useRef<HTMLInputElement>(null);
  const send = async (): Promise<Fault | null> => {
    const input = {
      idempotencyKey: key,
      url: url.current?.value.trim() ?? '',
      description: description.current?.value.trim() ?? '',
      events: [...types],
    };
    const { data, error } = await client.mutation(CreateEndpointMutation, { input }).toPromise();
    const answer = answerOf(data?.createWebhookEndpoint, error);
    if (answer.kind === 'done') {
      const { endpoint, secret } = answer.thing;
      // It was made by an earlier try whose answer was lost, and its secret with it.
      if (secret === null) props.onClose(t('till.hooks.madeBefore'));
      else props.onMade({ name: endpointName(endpoint), secret, isNew: true });
    }
    if (answer.kind === 'refused') setKey(newIdempotencyKey());
    return faultOf(answer, t, WANTED);
  };
  return (
    <FormDialog
      title={t('till.hooks.add')}
      go={t('till.hooks.go')}
      send={send}
      onClose={() => props.onClose(null)}
      fields={['url', 'description', 'events']}
    >
      {fault => (
        <>
          <TextBox
            label={t('till.hooks.url')}
            hint={t('till.hooks.urlHint')}
            type="url"
            most={2_048}
            place={url}
            error={fault?.path === 'url' ? fault.text : null}
          />
          <TextBox
            label={t('till.hooks.description')}
            most={200}
            place={description}
            error={fault?.path === 'description' ? fault.text : null}
          />
          <EventChoice types={types} onChoose={setTypes} error={fault?.path === 'events' ? fault.text : null} />
        </>
      )}
    </FormDialog>
  );
}
