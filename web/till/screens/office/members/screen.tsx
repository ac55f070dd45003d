import { type ReactElement, useState } from 'react';
import { useQuery } from 'urql';
import { useTill } from '../../../context.ts';
import { PageProblem } from '../../../parts/problem.tsx';
import { Skeleton } from '../../../parts/small.tsx';
import { type MemberShown, MembersQuery } from '../../../queries/members.queries.ts';
import { Bar } from '../bar.tsx';
import { DisableDialog, ProfileDialog } from './change-dialogs.tsx';
import { type Invited, InvitationShown, InviteDialog } from './invite-dialog.tsx';
import { MemberTable, type MemberWish } from './member-table.tsx';

type Asked = { readonly wish: 'invite' } | MemberWish;

export function MembersScreen(): ReactElement {
  const { t } = useTill();
  const [{ data, error }, ask] = useQuery({ query: MembersQuery, requestPolicy: 'cache-and-network' });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [invited, setInvited] = useState<Invited | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const again = (): void => ask({ requestPolicy: 'network-only' });
  const close = (told: string | null): void => {
    setAsked(null);
    if (told !== null) setDone(told);
    again();
  };
  return (
    <>
      <Bar done={done}>
        <button type="button" onClick={() => setAsked({ wish: 'invite' })}>
          {t('till.members.invite')}
        </button>
      </Bar>
      {data && <MemberTable members={data.members} onWish={setAsked} />}
      {!data && error && <PageProblem error={error} t={t} again={again} />}
      {!data && !error && (
        <div className="panel" aria-busy="true">
          <Skeleton lines={6} />
        </div>
      )}
      {asked && (
        <Dialogs
          asked={asked}
          members={data?.members ?? []}
          onInvited={link => {
            close(null);
            setInvited(link);
          }}
          onClose={close}
        />
      )}
      {invited && <InvitationShown invited={invited} onClose={() => setInvited(null)} />}
    </>
  );
}

function Dialogs(props: {
  readonly asked: Asked;
  readonly members: readonly MemberShown[];
  readonly onInvited: (invited: Invited) => void;
  readonly onClose: (told: string | null) => void;
}): ReactElement {
  const { asked, members, onInvited, onClose } = props;
  switch (asked.wish) {
    case 'invite':
      return <InviteDialog again={null} onInvited={onInvited} onClose={() => onClose(null)} />;
    case 'inviteAgain':
      return <InviteDialog again={asked.member} onInvited={onInvited} onClose={() => onClose(null)} />;
    case 'profile':
      return <ProfileDialog member={asked.member} onClose={onClose} />;
    case 'disable':
      return <DisableDialog member={asked.member} members={members} onClose={onClose} />;
  }
}
