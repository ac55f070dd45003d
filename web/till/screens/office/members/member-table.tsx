import type { ReactElement } from 'react';
import { Status } from '../../../../ui/status.tsx';
import { shortDateTime } from '../../../../ui/format-time.ts';
import { useTill } from '../../../context.ts';
import { Email } from '../../../parts/email.tsx';
import { SheetHead } from '../../../parts/sheet-head.tsx';
import { Time } from '../../../parts/small.tsx';
import type { MemberShown } from '../../../queries/members.queries.ts';

export interface MemberWish {
  readonly wish: 'inviteAgain' | 'profile' | 'disable';
  readonly member: MemberShown;
}

type OnWish = (wish: MemberWish) => void;

const COLUMNS = ['email', 'profile', 'status', 'lastSignIn'] as const;

export function MemberTable(props: {
  readonly members: readonly MemberShown[];
  readonly onWish: OnWish;
}): ReactElement {
  const { t } = useTill();
  return (
    <table className="sheet">
      <caption className="unseen">{t('till.screen.members')}</caption>
      <SheetHead columns={COLUMNS.map(column => t(`till.members.${column}`))} />
      <tbody>
        {props.members.map(member => (
          <Row key={member.id} member={member} onWish={props.onWish} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ member, onWish }: { readonly member: MemberShown; readonly onWish: OnWish }): ReactElement {
  const { t, me } = useTill();
  const isOneself = member.id === me.id;
  return (
    <tr className={member.status === 'DISABLED' ? 'gone' : undefined}>
      <th scope="row" className="name">
        <Email address={member.email} />
        {isOneself && <span className="badge">{t('till.members.you')}</span>}
      </th>
      <td data-label={t('till.members.profile')}>
        <span className="strong">{t(`till.profile.${member.profile}`)}</span>
        <span className="soft below">{t(`till.members.may.${member.profile}`)}</span>
      </td>
      <td>
        <Status kind="memberStatus" status={member.status} t={t} />
        <Until member={member} />
      </td>
      <td data-label={t('till.members.lastSignIn')}>
        <LastSignIn member={member} />
      </td>
      <td className="ways">
        <Ways member={member} onWish={onWish} />
      </td>
    </tr>
  );
}

/** Of oneself the one before this one, as in the frame: that somebody else was here is what it is looked at for. */
function LastSignIn({ member }: { readonly member: MemberShown }): ReactElement {
  const { t, me } = useTill();
  if (member.lastSignInAt) return <Time at={member.lastSignInAt} />;
  return <span className="soft">{t(member.id === me.id ? 'till.frame.firstSignIn' : 'till.members.never')}</span>;
}

function Until({ member }: { readonly member: MemberShown }): ReactElement | null {
  const till = useTill();
  if (member.status !== 'INVITED' || !member.invitationEndsAt) return null;
  const time = shortDateTime(till, member.invitationEndsAt);
  return <span className="soft below">{till.t('till.members.until', { time })}</span>;
}

/** Each button names the member to whoever does not see in which row it stands. */
function Ways({ member, onWish }: { readonly member: MemberShown; readonly onWish: OnWish }): ReactElement | null {
  const { t } = useTill();
  const ways = waysFor(member);
  if (ways.length === 0) return null;
  return (
    <div>
      {ways.map(wish => (
        <button key={wish} type="button" className="plain small" onClick={() => onWish({ wish, member })}>
          {t(`till.members.do.${wish === 'disable' && member.status === 'INVITED' ? 'withdraw' : wish}`)}
          <span className="unseen"> – {member.email}</span>
        </button>
      ))}
    </div>
  );
}

function waysFor({ status }: MemberShown): readonly MemberWish['wish'][] {
  switch (status) {
    case 'INVITED':
      return ['inviteAgain', 'disable'];
    case 'ACTIVE':
      return ['profile', 'disable'];
    case 'DISABLED':
      return [];
  }
}
