import { type ReactElement, useState } from 'react';
import { useClient } from 'urql';
import { useTill } from '../../../context.ts';
import { type Fault, answerOf, faultOf } from '../../../parts/answer.ts';
import { FormDialog } from '../../../parts/form-dialog.tsx';
import { ChangeProfileMutation, DisableMemberMutation, type MemberShown } from '../../../queries/members.queries.ts';
import { ProfileChoice } from './profile-choice.tsx';

interface ChangeProps {
  readonly member: MemberShown;
  /** With what was done, in words; with null when nothing was. */
  readonly onClose: (told: string | null) => void;
}

export function ProfileDialog({ member, onClose }: ChangeProps): ReactElement {
  const { t, me } = useTill();
  const client = useClient();
  const [profile, setProfile] = useState(member.profile);
  const { email } = member;
  const isOneself = member.id === me.id;
  const send = async (): Promise<Fault | null> => {
    const input = { memberId: member.id, profile };
    const { data, error } = await client.mutation(ChangeProfileMutation, { input }).toPromise();
    const answer = answerOf(data?.changeMemberProfile, error);
    const now = t(`till.profile.${profile}`);
    if (answer.kind === 'done') onClose(t('till.members.done.profile', { email, profile: now }));
    return faultOf(answer, t, {});
  };
  return (
    <FormDialog
      title={t('till.members.ask.profile', { email })}
      go={t('till.members.do.profile')}
      send={send}
      onClose={() => onClose(null)}
    >
      {() => (
        <>
          <ProfileChoice chosen={profile} onChoose={setProfile} />
          <p>{t('till.members.effect.profile')}</p>
          {isOneself && profile !== 'ACCOUNTANT' && <p className="warning">{t('till.members.oneself.profile')}</p>}
        </>
      )}
    </FormDialog>
  );
}

export function DisableDialog(props: ChangeProps & { readonly members: readonly MemberShown[] }): ReactElement {
  const { t, me } = useTill();
  const client = useClient();
  const { member, members, onClose } = props;
  const { email } = member;
  const isInvited = member.status === 'INVITED';
  const send = async (): Promise<Fault | null> => {
    const { data, error } = await client
      .mutation(DisableMemberMutation, { input: { memberId: member.id } })
      .toPromise();
    const answer = answerOf(data?.disableMember, error);
    if (answer.kind === 'done') onClose(t('till.members.done.disable', { email }));
    return faultOf(answer, t, {});
  };
  return (
    <FormDialog
      title={t(isInvited ? 'till.members.ask.withdraw' : 'till.members.ask.disable', { email })}
      go={t(isInvited ? 'till.members.do.withdraw' : 'till.members.do.disable')}
      danger
      send={send}
      onClose={() => onClose(null)}
    >
      {() => (
        <>
          <p>{t(isInvited ? 'till.members.effect.withdraw' : 'till.members.effect.disable')}</p>
          {isLastAccountant(member, members) && <p className="warning">{t('till.refusal.LAST_ACCOUNTANT')}</p>}
          {member.id === me.id && <p className="warning">{t('till.members.oneself.disable')}</p>}
        </>
      )}
    </FormDialog>
  );
}

/** Said before it is asked; the API would refuse it. */
function isLastAccountant(member: MemberShown, members: readonly MemberShown[]): boolean {
  const canSignIn = members.filter(({ profile, status }) => profile === 'ACCOUNTANT' && status === 'ACTIVE');
  return canSignIn.length === 1 && canSignIn[0]?.id === member.id;
}
