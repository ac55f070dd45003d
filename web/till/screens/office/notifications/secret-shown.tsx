import type { ReactElement } from 'react';
import { useTill } from '../../../context.ts';
import { ShownOnce } from '../../../parts/shown-once.tsx';

export interface NewSecret {
  /** Of the endpoint. */
  readonly name: string;
  readonly secret: string;
  /** False when it takes the place of another. */
  readonly isNew: boolean;
}

const SAMPLE = `import { Webhook } from 'standardwebhooks';

const told = new Webhook(secret).verify(body, headers);`;

/** The secret, and how a server makes sure with it that a message is ours. */
export function SecretShown({
  made,
  onClose,
}: {
  readonly made: NewSecret;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTill();
  return (
    <ShownOnce
      title={t('till.hooks.secret.title', { name: made.name })}
      label={t('till.hooks.secret.label')}
      secret={made.secret}
      kept={t('till.office.kept')}
      onClose={onClose}
    >
      {!made.isNew && <p>{t('till.hooks.secret.overlap')}</p>}
      <p>{t('till.hooks.secret.text')}</p>
      <pre className="sample">{SAMPLE}</pre>
      <p className="soft">{t('till.hooks.secret.order')}</p>
    </ShownOnce>
  );
}
