/**
 * Medusa 2's server. In its own process, its Payment Module is called with the provider that says yes to everything: no HTTP, nobody who
 * asks is looked at, no acquirer is asked. What is to be paid through its door has the provider that asks the bank.
 */
import { folder, servePeer, type Peer } from './peers-bout.js';
import { openMedusa } from './peers-medusa-server.js';

const price = { currency_code: 'eur', amount: 42 };
const PROVIDERS = { WITHIN: 'pp_system_default', DOOR: 'pp_bank_bench' };

async function open(): Promise<Peer> {
  const { payments, port, key, close } = await openMedusa(folder);
  return {
    port,
    async prepare(way) {
      const collection = await payments.createPaymentCollections(price);
      const session = { ...price, provider_id: PROVIDERS[way], data: {}, context: {} };
      return { id: (await payments.createPaymentSession(collection.id, session)).id, key };
    },
    async pay(session) {
      const payment = await payments.authorizePaymentSession(session, {});
      if (!payment?.id) throw new Error(`Not authorised: ${JSON.stringify(payment)}`);
    },
    close,
  };
}

servePeer(open);
