/**
 * Keys at work: sealing, fingerprints, digests. The keys come from outside the database and stay in this process.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey } from 'node:crypto';
import type { Random, Sealed, Vault } from '../core/ports.js';
import { Secret } from '../core/secret.js';

export interface VaultKeys {
  /** Sealing keys by id, 32 bytes each; the first seals, all open. */
  readonly sealing: ReadonlyMap<string, Secret<Uint8Array>>;
  readonly fingerprint: Secret<Uint8Array>;
  readonly token: Secret<Uint8Array>;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function createVault(keys: VaultKeys, random: Random): Vault {
  // Made once: Node takes six times as long to sign with bytes that it first has to make a key of.
  const sealing = new Map([...keys.sealing].map(([id, key]) => [id, createSecretKey(key.reveal())]));
  const fingerprintKey = createSecretKey(keys.fingerprint.reveal());
  const tokenKey = createSecretKey(keys.token.reveal());
  const [newest] = sealing;
  if (!newest) throw new Error('A vault needs a sealing key.');
  const [sealingId, sealingKey] = newest;

  return {
    seal(value, context) {
      // AES-256-GCM, a fresh nonce each time: nonce ‖ tag ‖ ciphertext.
      const nonce = random.bytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce);
      cipher.setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(value.reveal(), 'utf8'), cipher.final()]);
      return { keyId: sealingId, bytes: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
    },

    open(sealed: Sealed, context) {
      const key = sealing.get(sealed.keyId);
      if (!key) throw new Error(`There is no sealing key ${sealed.keyId}.`);
      const bytes = Buffer.from(sealed.bytes);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        // Without it a seal that was cut short would be believed with a shorter tag.
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      return new Secret(Buffer.concat([body, decipher.final()]).toString('utf8'));
    },

    fingerprint(value, shopId) {
      return createHmac('sha256', fingerprintKey).update(`${shopId}:${value.reveal()}`).digest('base64url');
    },

    digest(purpose, value) {
      return createHmac('sha256', tokenKey).update(`${purpose}:${value}`).digest('base64url');
    },

    hash(value) {
      return createHash('sha256').update(value).digest('hex');
    },
  };
}
