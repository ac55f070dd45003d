import type { ReactElement } from 'react';
import type { Profile } from '../../../../graphql/generated/till/graphql.ts';
import { useTill } from '../../../context.ts';

const PROFILES = ['VIEWER', 'OPERATOR', 'ACCOUNTANT'] as const satisfies readonly Profile[];

/** The three profiles, each with what it may do: nobody should have to look that up. */
export function ProfileChoice(props: {
  readonly chosen: Profile;
  readonly onChoose: (profile: Profile) => void;
}): ReactElement {
  const { t } = useTill();
  return (
    <fieldset className="choices">
      <legend>{t('till.members.profile')}</legend>
      {PROFILES.map(profile => (
        <label key={profile} className="choice">
          <input
            type="radio"
            name="profile"
            checked={props.chosen === profile}
            onChange={() => props.onChoose(profile)}
          />
          <span>
            <span className="strong">{t(`till.profile.${profile}`)}</span>
            <span className="soft below">{t(`till.members.may.${profile}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
