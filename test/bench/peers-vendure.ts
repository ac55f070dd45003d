/**
 * Vendure 3's server. In its own process, its services are called in a transaction as its resolvers open one, with the payment handler
 * that says yes to everything: no HTTP, nobody who asks is looked at, no acquirer is asked. Each order has a session too, so that it can
 * be paid through the server's own door instead, with the handler that asks the bank.
 */
import { databaseUrl, packageOfPeer, servePeer, type Peer, type Prepared } from './peers-bout.js';
import { openVendure, type Context, type Outcome, type Services } from './peers-vendure-shop.js';

const address = {
  fullName: 'Camille Martin',
  streetLine1: '1 rue de la Lampe',
  city: 'Paris',
  postalCode: '75001',
  countryCode: 'FR',
};

async function open(): Promise<Peer> {
  const services = await openVendure(packageOfPeer, databaseUrl);
  const { app, port, connection, context, orders, variants } = services;
  let begun = 0;
  return {
    async prepare() {
      begun += 1;
      const number = begun;
      // Another product each time: one whose stock everybody takes from would be one row that everybody waits for.
      const variant = variants[number % variants.length] ?? '';
      return connection.withTransaction(context, ctx => arrange(services, ctx, number, variant));
    },
    async pay(order) {
      const payment = { method: 'dummy', metadata: {} };
      const paid = await connection.withTransaction(context, ctx => orders.addPaymentToOrder(ctx, order, payment));
      if (paid.state !== 'PaymentAuthorized') throw new Error(`Not paid: ${JSON.stringify(paid)}`);
    },
    port,
    close: () => app.close(),
  };
}

/** A basket with everything that Vendure wants to know before it takes a payment, and the session that it belongs to. */
async function arrange(services: Services, ctx: Context, number: number, variant: string): Promise<Prepared> {
  const { orders, shoppers, sessions } = services;
  const who = { firstName: 'Camille', lastName: 'Martin', emailAddress: `shopper.${number}@mail.example` };
  const shopper = done(await shoppers.createOrUpdate(ctx, who));
  const { id } = done(await orders.create(ctx));
  done(await orders.addItemToOrder(ctx, id, variant, 1));
  done(await orders.setShippingAddress(ctx, id, address));
  done(await orders.setShippingMethod(ctx, id, [services.shippingMethod]));
  done(await orders.addCustomerToOrder(ctx, id, shopper));
  const order = done(await orders.transitionToState(ctx, id, 'ArrangingPayment'));
  if (order.state !== 'ArrangingPayment') throw new Error(`Order ${id} is ${order.state}.`);
  const session = await sessions.createAnonymousSession();
  await sessions.setActiveOrder(ctx, session, order);
  return { id, key: session.token };
}

/** It answers a refusal as a value. */
function done(outcome: Outcome): Outcome {
  if (outcome.errorCode) throw new Error(JSON.stringify(outcome));
  return outcome;
}

servePeer(open);
