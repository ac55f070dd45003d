import { describe, expect, test } from '@jest/globals';
import { systemRandom } from '../../server/adapters/system.js';
import { createVault } from '../../server/adapters/vault.js';
import { Secret } from '../../server/core/secret.js';
import { sandboxCard } from '../support/shopping.js';

const key = (first: number): Secret<Uint8Array> => new Secret(Uint8Array.from({ length: 32 }, (_, at) => first + at));
const vaultWith = (...ids: [string, number][]) =>
  createVault(
    { sealing: new Map(ids.map(([id, first]) => [id, key(first)])), fingerprint: key(100), token: key(150) },
    systemRandom,
  );
const vault = vaultWith(['k1', 1]);
const number = new Secret(sandboxCard('00'));

describe('a seal', () => {
  test('opens with its key in its place, and says which key it is', () => {
    const sealed = vault.seal(number, 'card:1');
    expect(sealed.keyId).toBe('k1');
    expect(vault.open(sealed, 'card:1').reveal()).toBe(number.reveal());
  });

  test('is another one each time, and shows nothing of what it holds', () => {
    const [one, other] = [vault.seal(number, 'card:1'), vault.seal(number, 'card:1')];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(false);
    expect(Buffer.from(one.bytes).toString('latin1')).not.toContain(number.reveal().slice(0, 6));
  });

  test("does not open as another row's, nor with one bit changed, nor cut short, nor with another key", () => {
    const sealed = vault.seal(number, 'card:1');
    expect(() => vault.open(sealed, 'card:2')).toThrow();
    for (const place of [0, 12, 28, sealed.bytes.length - 1]) {
      const bytes = Uint8Array.from(sealed.bytes);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      expect(() => vault.open({ ...sealed, bytes }, 'card:1')).toThrow();
    }
    expect(() => vault.open({ ...sealed, bytes: sealed.bytes.subarray(0, 27) }, 'card:1')).toThrow();
    expect(() => vault.open({ ...sealed, bytes: new Uint8Array() }, 'card:1')).toThrow();
    expect(() => vaultWith(['k1', 9]).open(sealed, 'card:1')).toThrow();
  });

  test('of an older key opens while that key is on the ring; the first key seals', () => {
    const old = vault.seal(number, 'card:1');
    const rotated = vaultWith(['k2', 40], ['k1', 1]);
    expect(rotated.open(old, 'card:1').reveal()).toBe(number.reveal());
    expect(rotated.seal(number, 'card:1').keyId).toBe('k2');
    expect(() => vaultWith(['k2', 40]).open(old, 'card:1')).toThrow('There is no sealing key k1.');
  });

  test('without any key is not made', () => {
    expect(() => vaultWith()).toThrow('A vault needs a sealing key.');
  });
});

describe('a fingerprint', () => {
  test('finds a card again at one shop, and says nothing at another', () => {
    expect(vault.fingerprint(number, 'shop_1')).toBe(vault.fingerprint(new Secret(number.reveal()), 'shop_1'));
    expect(vault.fingerprint(number, 'shop_1')).not.toBe(vault.fingerprint(number, 'shop_2'));
    expect(vault.fingerprint(number, 'shop_1')).toMatch(/^[\w-]{43}$/);
  });

  test('needs its key: it is no plain hash that could be tried out', () => {
    const other = createVault(
      { sealing: new Map([['k1', key(1)]]), fingerprint: key(101), token: key(150) },
      systemRandom,
    );
    expect(other.fingerprint(number, 'shop_1')).not.toBe(vault.fingerprint(number, 'shop_1'));
  });
});

test('a digest is of one purpose, and a hash is what everybody can make of it', () => {
  expect(vault.digest('session-token', 'ps_1')).not.toBe(vault.digest('idempotency', 'ps_1'));
  expect(vault.digest('session-token', 'ps_1')).not.toBe(vault.digest('session-token', 'ps_2'));
  // FIPS 180-2, appendix B.1.
  expect(vault.hash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
