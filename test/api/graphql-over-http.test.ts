/** An independent judge of GraphQL over HTTP: every requirement it calls a MUST is met. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditServer, type AuditResult } from 'graphql-http';
import { startHouse, type House } from '../support/house.js';

let house: House;
let results: readonly AuditResult[];
beforeAll(async () => {
  house = await startHouse();
  results = await auditServer({ url: `${house.publicUrl}/graphql` });
}, 90_000);
afterAll(() => house?.close());

const failedOnes = (word: string): string[] =>
  results.filter(({ status, name }) => status !== 'ok' && name.startsWith(word)).map(({ name }) => name);

test('it has judged something', () => {
  expect(results.length).toBeGreaterThan(50);
});

test('what must be, is', () => {
  expect(failedOnes('MUST')).toEqual([]);
});

/**
 * Answered with 400 to `application/json` as well: a document that cannot be run is the caller's mistake, and proxies, logs and
 * limits see a status sooner than a body. The newer media type wants exactly that.
 */
const WITH_REASON = [
  'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'SHOULD use 200 status code on document validation failure when accepting application/json',
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
];

test('what should be, is, but for what we have a reason not to do', () => {
  expect(failedOnes('SHOULD')).toEqual(WITH_REASON);
});
