/** Medusa's payment provider that asks the bank. What of it nobody calls here is left out. */
import { randomUUID } from 'node:crypto';
import { openBank, type Card, type Price } from '../peers-bank.js';
import { packageOfPeer } from '../peers-bout.js';

interface Utils {
  readonly AbstractPaymentProvider: new (container: object, options: object) => object;
}

const { AbstractPaymentProvider } = packageOfPeer<Utils>('@medusajs/framework/utils');

export class BankProvider extends AbstractPaymentProvider {
  static readonly identifier = 'bank';
  readonly #bank = openBank();

  /** What is answered is kept with the session, and handed to the authorisation. */
  async initiatePayment(session: { readonly amount: unknown; readonly currency_code: string }): Promise<object> {
    const price: Price = {
      amount: Math.round(Number(session.amount) * 100),
      currency: session.currency_code.toUpperCase(),
    };
    return { id: randomUUID(), data: price };
  }

  async authorizePayment(asked: { readonly data: Price; readonly context: { readonly card: Card } }): Promise<object> {
    const approval = await this.#bank.authorise(asked.context.card, asked.data);
    return approval ? { status: 'authorized', data: approval } : { status: 'error', data: {} };
  }

  /** Called where it could not be written that the bank has said yes: the bench finds it in the bank's book. */
  async cancelPayment(): Promise<object> {
    return { data: {} };
  }
}
