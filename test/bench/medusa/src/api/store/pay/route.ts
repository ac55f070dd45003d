/**
 * The route by which a shop front pays without an order, as Medusa's documentation has it written: the server has looked at the shop
 * front's key by then. The card goes to the provider, and nowhere else.
 */
import type { Card } from '../../../../../peers-bank.js';
import type { PaymentModule } from '../../../../../peers-medusa-server.js';

interface Request {
  readonly body: { readonly session: string; readonly card: Card };
  readonly scope: { resolve(module: 'payment'): PaymentModule };
}

interface Response {
  json(answer: object): void;
}

export async function POST({ body, scope }: Request, response: Response): Promise<void> {
  const payment = await scope.resolve('payment').authorizePaymentSession(body.session, { card: body.card });
  response.json({ payment: { id: payment?.id, amount: payment?.amount } });
}
