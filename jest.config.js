import { availableParallelism } from 'node:os';

/** ESM-only packages are compiled to CommonJS for Jest; without this list it cannot read them. */
const esmPackages = ['@mikro-orm', 'mikro-orm', 'kysely', 'type-graphql', 'graphql-query-complexity'];

export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '^.+\\.(t|j|mj)sx?$': ['@swc/jest', { module: { type: 'commonjs' } }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.next/', '<rootDir>/web/.next/'],
  testSequencer: '<rootDir>/test/support/longest-first.js',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  // Stories wait for a bank, a browser and a database more than they compute: two at a time, also on two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // No claim on speed: only what hangs for good is ended, on a slow and busy machine too.
  testTimeout: 90_000,
};
