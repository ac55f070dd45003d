import { type ReactElement, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useTill } from '../../../context.ts';
import { type Fault, answerOf, faultOf } from '../../../parts/answer.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { TextBox } from '../../../parts/text-box.tsx';
import { CreateKeyMutation } from '../../../queries/keys.queries.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { PRESETS } from './scopes.ts';

export interface NewKey {
  readonly name: string;
  readonly key: string;
}

const WANTED = { name: 'till.apiKeys.wrongName', scopes: 'till.apiKeys.wrongScopes' } as const;

export function CreateKeyDialog(props: {
  readonly onMade: (key: NewKey) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTill();
  const client = useClient();
  const box = useRef<HTMLInputElement>(null);
  const [scopes, setScopes] = useState<readonly string[]>(PRESETS.shop);
  const send = async (): Promise<Fault | null> => {
    const input = { name: box.current?.value.trim() ?? '', scopes: [...scopes] };
    const { data, error } = await client.mutation(CreateKeyMutation, { input }).toPromise();
    const answer = answerOf(data?.createApiKey, error);
    if (answer.kind === 'done') props.onMade({ name: answer.thing.apiKey.name, key: answer.thing.key });
    return faultOf(answer, t, WANTED);
  };
  return (
    <FormDialog
      title={t('till.apiKeys.create')}
      go={t('till.apiKeys.go')}
      send={send}
      onClose={props.onClose}
      fields={['name', 'scopes']}
    >
      {fault => (
        <>
          <TextBox
            label={t('till.apiKeys.name')}
            hint={t('till.apiKeys.nameHint')}
            most={100}
            place={box}
            error={fault?.path === 'name' ? fault.text : null}
          />
          <ScopeChoice scopes={scopes} onChoose={setScopes} error={fault?.path === 'scopes' ? fault.text : null} />
        </>
      )}
    </FormDialog>
  );
}
