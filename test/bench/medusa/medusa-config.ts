/**
 * A Medusa project as its documentation has one, looked for by this name: everything as it comes, with one payment provider more. There is
 * no back office, since nobody looks at it.
 */
import { randomBytes } from 'node:crypto';
import { databaseUrl, packageOfPeer } from '../peers-bout.js';
import { BankProvider } from './bank-provider.js';

const { defineConfig } = packageOfPeer<{ defineConfig(configuration: object): object }>('@medusajs/framework/utils');
const anySecret = (): string => randomBytes(24).toString('base64url');

export default defineConfig({
  projectConfig: {
    databaseUrl,
    http: { jwtSecret: anySecret(), cookieSecret: anySecret(), storeCors: '', adminCors: '', authCors: '' },
  },
  admin: { disable: true },
  modules: [
    {
      resolve: '@medusajs/medusa/payment',
      options: { providers: [{ resolve: { services: [BankProvider] }, id: 'bench' }] },
    },
  ],
});
