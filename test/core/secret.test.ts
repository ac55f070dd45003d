import { format, inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { Secret } from '../../server/core/secret.js';

test('a secret comes out by reveal and by nothing else', () => {
  const secret = new Secret('open sesame');
  expect(secret.reveal()).toBe('open sesame');
  const shown = [
    String(secret),
    `${secret}`,
    JSON.stringify({ secret }),
    inspect(secret, { showHidden: true, depth: null }),
    inspect({ deep: [secret] }, { showHidden: true, depth: null }),
    format('%s %o %O %j', secret, secret, secret, secret),
    Object.values(secret).join(),
    Object.getOwnPropertyNames(secret).join(),
    JSON.stringify({ ...secret }),
    inspect(new Error('outside', { cause: secret })),
  ];
  expect(shown.filter(text => text.includes('sesame'))).toEqual([]);
});
