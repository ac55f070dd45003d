/** Vendure's server over an empty database, with a shop in which something can be bought: the least that it takes. */
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { packageOfPeer } from './peers-bout.js';
import { BANK_HANDLER, bankHandler, type Handlers } from './peers-vendure-bank.js';

export interface Context {
  readonly apiType: string;
}

/** What it answers: an order, a shopper, or why not. */
export interface Outcome {
  readonly id: string;
  readonly state?: string;
  readonly errorCode?: string;
}

interface Connection {
  withTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T>;
}

interface Orders {
  create(ctx: Context): Promise<Outcome>;
  addItemToOrder(ctx: Context, order: string, variant: string, quantity: number): Promise<Outcome>;
  setShippingAddress(ctx: Context, order: string, address: object): Promise<Outcome>;
  setShippingMethod(ctx: Context, order: string, methods: readonly string[]): Promise<Outcome>;
  addCustomerToOrder(ctx: Context, order: string, shopper: Outcome): Promise<Outcome>;
  transitionToState(ctx: Context, order: string, state: string): Promise<Outcome>;
  addPaymentToOrder(ctx: Context, order: string, payment: object): Promise<Outcome>;
}

interface Shoppers {
  createOrUpdate(ctx: Context, shopper: object): Promise<Outcome>;
}

interface Session {
  readonly token: string;
}

interface Sessions {
  createAnonymousSession(): Promise<Session>;
  setActiveOrder(ctx: Context, session: Session, order: Outcome): Promise<Session>;
}

interface Lists {
  findAll(ctx: Context): Promise<{ readonly items: readonly { readonly id: string; readonly code: string }[] }>;
}

interface Contexts {
  create(of: { apiType: 'admin' | 'shop' }): Promise<Context>;
}

interface Importer {
  parseAndImport(csv: string, ctx: Context): { forEach(next: (progress: object) => void): Promise<void> };
}

interface App {
  get<Service>(token: Token<Service>): Service;
  getHttpServer(): Server;
  close(): Promise<void>;
}

/** A class, by which the application finds its one object. */
interface Token<Service> {
  readonly prototype: Service;
}

/** The little of it that is used. */
interface Core extends Handlers {
  bootstrap(configuration: object): Promise<App>;
  readonly dummyPaymentHandler: object;
  readonly NoopLogger: new () => object;
  readonly TransactionalConnection: Token<Connection>;
  readonly RequestContextService: Token<Contexts>;
  readonly Importer: Token<Importer>;
  readonly OrderService: Token<Orders>;
  readonly CustomerService: Token<Shoppers>;
  readonly SessionService: Token<Sessions>;
  readonly ProductVariantService: Token<Lists>;
  readonly ShippingMethodService: Token<Lists>;
}

interface Populating {
  populateInitialData(app: App, data: object): Promise<void>;
}

export interface Services {
  readonly app: App;
  readonly port: number;
  readonly connection: Connection;
  /** Of a shopper who has not signed in. */
  readonly context: Context;
  readonly orders: Orders;
  readonly shoppers: Shoppers;
  readonly sessions: Sessions;
  readonly variants: readonly string[];
  readonly shippingMethod: string;
}

const PRODUCTS = 32;

const initialData = {
  defaultLanguage: 'en',
  defaultZone: 'Europe',
  countries: [{ name: 'France', code: 'FR', zone: 'Europe' }],
  taxRates: [{ name: 'Standard Tax', percentage: 20 }],
  shippingMethods: [{ name: 'Standard Shipping', price: 500 }],
  // What they are called becomes their code, in small letters.
  paymentMethods: [
    {
      name: 'Dummy',
      handler: { code: 'dummy-payment-handler', arguments: [{ name: 'automaticSettle', value: 'false' }] },
    },
    { name: 'Card', handler: { code: BANK_HANDLER, arguments: [] } },
  ],
  collections: [],
};

export async function openVendure(library: typeof packageOfPeer, url: string): Promise<Services> {
  const core = library<Core>('@vendure/core');
  const app = await core.bootstrap({
    apiOptions: { hostname: '127.0.0.1', port: 0, shopApiPath: 'graphql' },
    authOptions: { tokenMethod: 'bearer', superadminCredentials: { identifier: 'bench', password: anyPassword() } },
    dbConnectionOptions: { type: 'postgres', url, synchronize: true, logging: false },
    paymentOptions: { paymentMethodHandlers: [core.dummyPaymentHandler, bankHandler(core)] },
    logger: new core.NoopLogger(),
  });
  await library<Populating>('@vendure/core/cli').populateInitialData(app, initialData);
  const contexts = app.get(core.RequestContextService);
  const asStaff = await contexts.create({ apiType: 'admin' });
  await app
    .get(core.Importer)
    .parseAndImport(productsAsCsv(), asStaff)
    .forEach(() => undefined);
  const context = await contexts.create({ apiType: 'shop' });
  const listed = async (token: Token<Lists>) => (await app.get(token).findAll(context)).items;
  const [shippingMethod] = await listed(core.ShippingMethodService);
  const variants = await listed(core.ProductVariantService);
  if (!shippingMethod || variants.length === 0) throw new Error('Vendure has no shop to buy in.');
  return {
    app,
    port: (app.getHttpServer().address() as AddressInfo).port,
    connection: app.get(core.TransactionalConnection),
    context,
    orders: app.get(core.OrderService),
    shoppers: app.get(core.CustomerService),
    sessions: app.get(core.SessionService),
    variants: variants.map(({ id }) => id),
    shippingMethod: shippingMethod.id,
  };
}

/** It does not start with the one that everybody knows; nobody signs in. */
function anyPassword(): string {
  return randomBytes(24).toString('base64url');
}

function productsAsCsv(): string {
  const head =
    'name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets';
  const lines = Array.from(
    { length: PRODUCTS },
    (_, index) => `Lampe ${index},lampe-${index},Lampe de bureau,,,,,L${index},42.00,standard,1000000,true,,`,
  );
  return [head, ...lines, ''].join('\n');
}
