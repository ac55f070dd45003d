import type { GetServerSideProps } from 'next';
import type { ReactElement } from 'react';
import { CheckoutPage } from '../../checkout/checkout-page.tsx';
import type { CheckoutPageProps } from '../../checkout/page-props.ts';
import { serveCheckout } from '../../checkout/serve.ts';

/** No framework script: the payment works with JavaScript switched off, and nothing of a framework sees the card. */
export const config = { unstable_runtimeJS: false };

export const getServerSideProps: GetServerSideProps<CheckoutPageProps> = visit => serveCheckout(visit);

export default function Pay(props: CheckoutPageProps): ReactElement {
  return <CheckoutPage {...props} />;
}
