import type { GetServerSideProps } from 'next';
import type { ReactElement } from 'react';
import { LeadBackPage } from '../../../checkout/from-bank-pages.tsx';
import { type FromBankProps, serveReturn } from '../../../checkout/from-bank.ts';

export const config = { unstable_runtimeJS: false };

export const getServerSideProps: GetServerSideProps<FromBankProps> = visit => serveReturn(visit);

export default function Return(props: FromBankProps): ReactElement {
  return <LeadBackPage {...props} />;
}
