import type { GetServerSideProps } from 'next';
import { serveBack } from '../../../checkout/from-bank.ts';

export const config = { unstable_runtimeJS: false };

export const getServerSideProps: GetServerSideProps = visit => serveBack(visit);

/** Never shown: it always leads on. */
export default function Back(): null {
  return null;
}
