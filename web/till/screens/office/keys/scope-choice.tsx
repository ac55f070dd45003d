import type { ReactElement } from 'react';
import { useTill } from '../../../context.ts';
import { AREAS, PRESETS, type Preset, SCOPES, isPreset } from './scopes.ts';

const PRESET_NAMES = Object.keys(PRESETS) as Preset[];

/** Two things that keys are commonly for, and under them each right by itself. */
export function ScopeChoice(props: {
  readonly scopes: readonly string[];
  readonly onChoose: (scopes: readonly string[]) => void;
  readonly error: string | null;
}): ReactElement {
  const { t } = useTill();
  const { scopes, onChoose, error } = props;
  return (
    <>
      <fieldset className="choices">
        <legend>{t('till.apiKeys.for')}</legend>
        {PRESET_NAMES.map(preset => (
          <label key={preset} className="choice">
            <input
              type="radio"
              name="preset"
              checked={isPreset(preset, scopes)}
              onChange={() => onChoose(PRESETS[preset])}
            />
            <span>
              <span className="strong">{t(`till.apiKeys.preset.${preset}`)}</span>
              <span className="soft below">{t(`till.apiKeys.preset.${preset}.text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Rights scopes={scopes} onChoose={onChoose} />
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
    </>
  );
}

function Rights(props: {
  readonly scopes: readonly string[];
  readonly onChoose: (scopes: readonly string[]) => void;
}): ReactElement {
  const { t, me } = useTill();
  const { scopes, onChoose } = props;
  const turn = (scope: string, on: boolean): void =>
    onChoose(SCOPES.filter(each => (each === scope ? on : scopes.includes(each))));
  // The clock of a shop that takes money cannot be moved: a right to do so would be an empty one.
  const areas = AREAS.filter(([area]) => area !== 'clock' || me.shop.mode === 'TEST');
  return (
    <fieldset className="rights">
      <legend>{t('till.apiKeys.may')}</legend>
      {areas.map(([area, rights]) => (
        <div key={area} role="group" aria-label={t(`till.scope.${area}`)}>
          <span aria-hidden="true">{t(`till.scope.${area}`)}</span>
          {rights.map(right => (
            <label key={right} className="check">
              <input
                type="checkbox"
                checked={scopes.includes(`${area}:${right}`)}
                onChange={event => turn(`${area}:${right}`, event.target.checked)}
              />
              {t(`till.scope.${right}`)}
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
