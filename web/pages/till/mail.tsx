import type { GetServerSideProps } from 'next';
import { serveMail } from '../../till/serve-mail.ts';

export const config = { unstable_runtimeJS: false };

export const getServerSideProps: GetServerSideProps<object> = async visit => serveMail(visit);

export default function Mail(): null {
  return null;
}
