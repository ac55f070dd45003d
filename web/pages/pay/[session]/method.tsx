import type { GetServerSideProps } from 'next';
import type { ReactElement } from 'react';
import { MethodDonePage } from '../../../checkout/from-bank-pages.tsx';
import { type FromBankProps, serveMethodDone } from '../../../checkout/from-bank.ts';

export const config = { unstable_runtimeJS: false };

export const getServerSideProps: GetServerSideProps<FromBankProps> = visit => serveMethodDone(visit);

export default function Method(props: FromBankProps): ReactElement {
  return <MethodDonePage {...props} />;
}
