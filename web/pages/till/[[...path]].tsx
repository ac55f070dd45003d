import type { GetServerSideProps } from 'next';
import type { ReactElement } from 'react';
import { type TillPageProps, serveTill } from '../../till/serve-till.ts';
import { Till } from '../../till/till.tsx';

export const getServerSideProps: GetServerSideProps<TillPageProps> = async visit => serveTill(visit);

export default function TillPage({ language, texts }: TillPageProps): ReactElement {
  return <Till language={language} texts={texts} />;
}
