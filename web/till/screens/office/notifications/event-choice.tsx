import type { ReactElement } from 'react';
import type { NotificationType } from '../../../../graphql/generated/till/graphql.ts';
import { useTill } from '../../../context.ts';
import { TYPES, wireName } from './types.ts';

export function EventChoice(props: {
  readonly types: readonly NotificationType[];
  readonly onChoose: (types: readonly NotificationType[]) => void;
  readonly error: string | null;
}): ReactElement {
  const { t } = useTill();
  const { types, onChoose, error } = props;
  return (
    <fieldset className="choices events">
      <legend>{t('till.hooks.events')}</legend>
      {TYPES.map(type => (
        <label key={type} className="check">
          <input
            type="checkbox"
            checked={types.includes(type)}
            onChange={event =>
              onChoose(TYPES.filter(each => (each === type ? event.target.checked : types.includes(each))))
            }
          />
          <span>
            {t(`till.hooks.type.${type}`)} <code>{wireName(type)}</code>
          </span>
        </label>
      ))}
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
