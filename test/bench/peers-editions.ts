/** The shop systems that ours is set beside, in the editions that were looked at. */
import type { Edition } from './fetched.js';

export const MEDUSA: Edition = {
  name: 'Medusa',
  version: '2.21.2',
  packages: { '@medusajs/framework': '2.21.2', '@medusajs/medusa': '2.21.2', express: '4.22.3' },
};

export const VENDURE: Edition = {
  name: 'Vendure',
  version: '3.7.3',
  packages: { '@vendure/core': '3.7.3', pg: '8.23.0' },
};
