/** Medusa's server over an empty database, with one shop front that may ask it. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { packageOfPeer } from './peers-bout.js';

export interface PaymentModule {
  createPaymentCollections(collection: object): Promise<{ readonly id: string }>;
  createPaymentSession(collectionId: string, session: object): Promise<{ readonly id: string }>;
  authorizePaymentSession(
    id: string,
    context: object,
  ): Promise<{ readonly id?: string; readonly amount: unknown } | null>;
}

interface Keys {
  createApiKeys(key: object): Promise<{ readonly token: string }>;
}

interface Container {
  resolve(name: 'payment'): PaymentModule;
  resolve(name: 'api_key'): Keys;
  resolve(name: 'logger'): object;
}

/** The little of it that is used. */
interface Loaders {
  initializeContainer(folder: string): Promise<Container>;
  default(options: { directory: string; expressApp: RequestListener }): Promise<{
    readonly container: Container;
    shutdown(): Promise<void>;
  }>;
}

interface Migration {
  migrate(options: object): Promise<boolean>;
}

interface ModulesSdk {
  readonly MedusaModule: { clearInstances(): void };
}

export interface Services {
  readonly payments: PaymentModule;
  readonly port: number;
  /** Publishable: what a shop front shows with each request. */
  readonly key: string;
  close(): Promise<void>;
}

export async function openMedusa(folder: string): Promise<Services> {
  const directory = join(import.meta.dirname, 'medusa');
  symlinkSync(join(folder, 'node_modules'), join(directory, 'node_modules'));
  // It looks there for its packages' versions, and shall not find ours.
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  process.chdir(directory);
  await migrate(directory);
  const { default: load } = packageOfPeer<Loaders>('@medusajs/medusa/loaders/index');
  const expressApp = packageOfPeer<() => RequestListener>('express')();
  const { container, shutdown } = await load({ directory, expressApp });
  const server = createServer(expressApp);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const key = { title: 'Shop front', type: 'publishable', created_by: 'bench' };
  return {
    payments: container.resolve('payment'),
    port: (server.address() as AddressInfo).port,
    key: (await container.resolve('api_key').createApiKeys(key)).token,
    async close() {
      server.closeAllConnections();
      server.close();
      await shutdown();
    },
  };
}

/** As `medusa db:migrate` does it, which would end this process. */
async function migrate(directory: string): Promise<void> {
  const container = await packageOfPeer<Loaders>('@medusajs/medusa/loaders/index').initializeContainer(directory);
  const isDone = await packageOfPeer<Migration>('@medusajs/medusa/commands/db/migrate').migrate({
    directory,
    container,
    logger: container.resolve('logger'),
    executeAllLinks: true,
    // Both would start a process for what nobody looks for here.
    skipSearch: true,
    skipScripts: true,
  });
  if (!isDone) throw new Error('Medusa has not shaped its database.');
  // They were loaded far enough to migrate, and no further.
  packageOfPeer<ModulesSdk>('@medusajs/framework/modules-sdk').MedusaModule.clearInstances();
}
