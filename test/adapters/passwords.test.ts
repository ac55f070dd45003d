import { expect, test } from '@jest/globals';
import { createPasswords, hashPassword } from '../../server/adapters/passwords.js';
import { systemRandom } from '../../server/adapters/system.js';
import { RefusalError } from '../../server/core/refusal.js';
import { Secret } from '../../server/core/secret.js';

const passwords = createPasswords(systemRandom);
const verify = (text: string, stored: string | null) => passwords.inTurn(turn => turn.verify(new Secret(text), stored));

test('a password is stored as argon2id with 19 MiB and two passes, each time under another salt', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => hashPassword(new Secret('twelve chars'), systemRandom)));
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(other);
});

test('the right password matches, another one does not, and nothing matches nothing', async () => {
  const stored = await hashPassword(new Secret('the right one'), systemRandom);
  expect(await verify('the right one', stored)).toEqual({ matches: true, outdated: false });
  expect(await verify('the wrong one', stored)).toEqual({ matches: false, outdated: false });
  expect(await verify('the right one', null)).toEqual({ matches: false, outdated: false });
});

/** From the tests of the reference implementation (phc-winner-argon2, src/test.c). */
const OF_THE_REFERENCE = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

test('what the reference implementation has stored is verified, and is to be stored anew', async () => {
  expect(await verify('password', OF_THE_REFERENCE)).toEqual({ matches: true, outdated: true });
  expect(await verify('Password', OF_THE_REFERENCE)).toEqual({ matches: false, outdated: false });
});

test('a letter with an accent is one letter, however a keyboard makes it', async () => {
  const stored = await hashPassword(new Secret('l\u00e9gumes du jardin'), systemRandom);
  expect(await verify('le\u0301gumes du jardin', stored)).toMatchObject({ matches: true });
});

test('two take turns at once, sixteen wait, and the next is refused at once', async () => {
  const crowded = createPasswords(systemRandom);
  let atOnce = 0;
  let most = 0;
  const gate = Promise.withResolvers<void>();
  const turns = Array.from({ length: 18 }, (_, place) =>
    crowded.inTurn(async () => {
      most = Math.max(most, (atOnce += 1));
      await gate.promise;
      atOnce -= 1;
      if (place % 5 === 0) throw new Error('A turn that fails is over as well.');
    }),
  );
  const refused = await crowded.inTurn(() => Promise.resolve()).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(RefusalError);
  expect(refused).toMatchObject({ code: 'RATE_LIMITED', details: { retryable: true } });
  gate.resolve();
  const outcomes = await Promise.allSettled(turns);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4);
  expect(most).toBe(2);
  await expect(crowded.inTurn(() => Promise.resolve('again'))).resolves.toBe('again');
});
