import { type ReactElement, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { Profile } from '../../../../graphql/generated/till/graphql.ts';
import { fullTime } from '../../../../ui/format-time.ts';
import { useTill } from '../../../context.ts';
import { type Fault, answerOf, faultOf } from '../../../parts/answer.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { ShownOnce } from '../../../parts/shown-once.tsx';
import { TextBox } from '../../../parts/text-box.tsx';
import { InviteMutation, type MemberShown } from '../../../queries/members.queries.ts';
import { ProfileChoice } from './profile-choice.tsx';

export interface Invited {
  readonly email: string;
  readonly link: string;
  readonly until: string | null;
}

/** Whom, and as what. Who was invited and has not come gets another link; the former one is then worth nothing. */
export function InviteDialog(props: {
  readonly again: MemberShown | null;
  readonly onInvited: (invited: Invited) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTill();
  const client = useClient();
  const { again } = props;
  const box = useRef<HTMLInputElement>(null);
  const [profile, setProfile] = useState<Profile>(again?.profile ?? 'VIEWER');
  const send = async (): Promise<Fault | null> => {
    const email = again?.email ?? box.current?.value.trim() ?? '';
    const { data, error } = await client.mutation(InviteMutation, { input: { email, profile } }).toPromise();
    const answer = answerOf(data?.inviteMember, error);
    if (answer.kind === 'done') {
      const { invitationUrl, invitationEndsAt } = answer.thing;
      props.onInvited({ email: answer.thing.email, link: invitationUrl ?? '', until: invitationEndsAt });
    }
    return faultOf(answer, t, { email: 'till.members.wrongEmail' });
  };
  return (
    <FormDialog
      title={again ? t('till.members.askAgain', { email: again.email }) : t('till.members.invite')}
      go={t(again ? 'till.members.do.inviteAgain' : 'till.members.go')}
      send={send}
      onClose={props.onClose}
      fields={['email']}
    >
      {fault => (
        <>
          <p>{t(again ? 'till.members.effect.inviteAgain' : 'till.members.effect.invite')}</p>
          {!again && (
            <TextBox
              label={t('till.members.email')}
              type="email"
              most={254}
              place={box}
              error={fault?.path === 'email' ? fault.text : null}
            />
          )}
          <ProfileChoice chosen={profile} onChoose={setProfile} />
        </>
      )}
    </FormDialog>
  );
}

export function InvitationShown(props: { readonly invited: Invited; readonly onClose: () => void }): ReactElement {
  const till = useTill();
  const { t } = till;
  const { email, link, until } = props.invited;
  return (
    <ShownOnce
      title={t('till.members.link.title', { email })}
      label={t('till.members.link.label')}
      secret={link}
      kept={t('till.members.link.kept')}
      onClose={props.onClose}
    >
      <p>{t('till.members.link.text')}</p>
      {until && <p className="soft">{t('till.members.link.until', { time: fullTime(till, until) })}</p>}
    </ShownOnce>
  );
}
