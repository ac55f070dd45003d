import type { AuthenticationRequest } from '../core/threeds-port.js';
import type { CardRow } from '../cards/stored-card.js';
import type { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';
import type { SessionRow } from '../sessions/session.js';
import type { ShopRow } from '../shops/shop.js';
import type { AuthenticationRow } from './authentication.js';
import { resultToken } from './begin.js';

/** The AReq of an authentication, out of the rows it concerns. */
export function directoryRequest(
  deps: Deps,
  rows: {
    readonly shop: ShopRow;
    readonly session: SessionRow;
    readonly card: CardRow;
    readonly authentication: AuthenticationRow;
  },
  cardNumber: Secret,
): AuthenticationRequest {
  const { shop, session, card, authentication } = rows;
  return {
    transactionId: authentication.server_transaction_id,
    version: authentication.version,
    resultUrl: `${deps.threedsUrl}/3ds/rreq/${resultToken(deps, authentication.id)}`,
    returnUrl: `${deps.publicUrl}/pay/${session.id}/return`,
    method: authentication.method,
    challenge: authentication.mandated ? 'MANDATED' : 'NO_PREFERENCE',
    shop: {
      name: shop.name,
      requestorId: shop.acceptor,
      url: deps.publicUrl,
      acquirerId: shop.acquirer_id,
      acceptor: shop.acceptor,
      merchantCategory: shop.merchant_category,
      country: shop.country,
    },
    cardNumber,
    expiry: { month: card.expiry_month, year: card.expiry_year },
    brands: card.brands,
    amount: { amount: session.amount, currency: session.currency },
    purchasedAt: authentication.created_at,
    browser: authentication.browser,
    cardholderName: card.holder_name,
    email: session.shopper?.email ?? null,
  };
}
