import type { GetServerSideProps } from 'next';
import type { ReactElement } from 'react';
import { serveSignIn } from '../../till/serve-sign-in.ts';
import { SignInPage, type SignInProps } from '../../till/sign-in-page.tsx';

export const config = { unstable_runtimeJS: false };

export const getServerSideProps: GetServerSideProps<SignInProps> = async visit => serveSignIn(visit);

export default function SignIn(props: SignInProps): ReactElement {
  return <SignInPage {...props} />;
}
