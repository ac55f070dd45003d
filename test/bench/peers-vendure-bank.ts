/** Vendure's payment handler that asks the bank. What of it nobody calls here is left out. */
import { openBank, type Bank, type Card } from './peers-bank.js';

export const BANK_HANDLER = 'bank';

interface Order {
  readonly currencyCode: string;
}

/** The little of it that is used. */
export interface Handlers {
  readonly PaymentMethodHandler: new (handler: object) => object;
}

export function bankHandler({ PaymentMethodHandler }: Handlers): object {
  let bank: Bank | undefined;
  return new PaymentMethodHandler({
    code: BANK_HANDLER,
    description: [{ languageCode: 'en', value: 'Asks the sandbox bank.' }],
    args: {},
    init: () => void (bank = openBank()),
    destroy: () => bank?.close(),
    createPayment: async (_context: object, { currencyCode }: Order, amount: number, _args: object, card: Card) => {
      const approval = await bank?.authorise(card, { amount, currency: currencyCode });
      if (!approval) return { amount, state: 'Declined', metadata: {} };
      return { amount, state: 'Authorized', transactionId: approval.rrn, metadata: approval };
    },
    settlePayment: () => ({ success: true }),
  });
}
