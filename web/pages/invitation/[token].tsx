import type { GetServerSideProps } from 'next';
import type { ReactElement } from 'react';
import { InvitationPage, type InvitationProps } from '../../till/invitation-page.tsx';
import { serveInvitation } from '../../till/serve-invitation.ts';

export const config = { unstable_runtimeJS: false };

export const getServerSideProps: GetServerSideProps<InvitationProps> = async visit => serveInvitation(visit);

export default function Invitation(props: InvitationProps): ReactElement {
  return <InvitationPage {...props} />;
}
