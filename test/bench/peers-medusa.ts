/**
 * Medusa 2's Payment Module by itself, as `MedusaApp` loads it, with the provider that says yes to everything: no HTTP, nobody who asks
 * is looked at, no acquirer is asked.
 */
import { databaseUrl, packageOfPeer, servePeer, type Peer } from './peers-bout.js';

/** The little of it that is used. */
interface ModulesSdk {
  MedusaAppMigrateUp(options: object): Promise<void>;
  MedusaApp(options: object): Promise<{
    readonly modules: Readonly<Record<string, PaymentModule>>;
    onApplicationShutdown(): Promise<void>;
  }>;
}

interface PaymentModule {
  createPaymentCollections(collection: object): Promise<{ readonly id: string }>;
  createPaymentSession(collectionId: string, session: object): Promise<{ readonly id: string }>;
  authorizePaymentSession(id: string, context: object): Promise<{ readonly id?: string } | null>;
}

const price = { currency_code: 'eur', amount: 42 };

async function open(): Promise<Peer> {
  const { MedusaApp, MedusaAppMigrateUp } = packageOfPeer<ModulesSdk>('@medusajs/framework/modules-sdk');
  const database = { clientUrl: databaseUrl };
  const options = {
    modulesConfig: { payment: { resolve: '@medusajs/payment', options: { database } } },
    sharedResourcesConfig: { database },
    cwd: process.cwd(),
  };
  await MedusaAppMigrateUp(options);
  const app = await MedusaApp(options);
  const payments = app.modules['payment'];
  if (!payments) throw new Error('Medusa has loaded no payment module.');
  return {
    async prepare() {
      const { id } = await payments.createPaymentCollections(price);
      const session = { ...price, provider_id: 'pp_system_default', data: {}, context: {} };
      return (await payments.createPaymentSession(id, session)).id;
    },
    async pay(session) {
      const payment = await payments.authorizePaymentSession(session, {});
      if (!payment?.id) throw new Error(`Not authorised: ${JSON.stringify(payment)}`);
    },
    close: () => app.onApplicationShutdown(),
  };
}

servePeer(open);
