/**
 * The keys of security codes: a new one every fifteen minutes, destroyed after thirty. Servers that share a folder share
 * them (keep it in memory: tmpfs); without a folder they are this process's own. Never in the database, never in a backup.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { link, mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SECURITY_CODE_KEY } from '../core/deadlines.js';
import type { Clock, Random } from '../core/ports.js';
import { Secret } from '../core/secret.js';
import type { ShortVault } from '../core/short-vault-port.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

interface KeyStore {
  /** The key of this epoch: the first to ask makes it, all others get the same. */
  take(epoch: number): Promise<Buffer>;
  find(epoch: number): Promise<Buffer | null>;
  destroyBefore(epoch: number): Promise<void>;
}

export function createShortVault(folder: string | null, machine: { clock: Clock; random: Random }): ShortVault {
  const store = folder === null ? storeInMemory(machine.random) : storeInFolder(folder, machine.random);
  const { changes_ms, destroyed_ms } = SECURITY_CODE_KEY;
  const epochNow = () => Math.floor(machine.clock.now().getTime() / changes_ms);
  const oldest = () => Math.ceil((machine.clock.now().getTime() - destroyed_ms) / changes_ms);
  return {
    async seal(value, context) {
      const epoch = epochNow();
      await store.destroyBefore(oldest());
      const nonce = machine.random.bytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', await store.take(epoch), nonce);
      cipher.setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(value.reveal(), 'utf8'), cipher.final()]);
      return { keyId: String(epoch), bytes: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
    },
    async open({ keyId, bytes }, context) {
      await store.destroyBefore(oldest());
      const key = await store.find(Number(keyId));
      if (!key) return null;
      const sealed = Buffer.from(bytes);
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(context));
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const body = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
      return new Secret(Buffer.concat([body, decipher.final()]).toString('utf8'));
    },
  };
}

function storeInMemory(random: Random): KeyStore {
  const keys = new Map<number, Buffer>();
  return {
    async take(epoch) {
      const key = keys.get(epoch) ?? Buffer.from(random.bytes(KEY_BYTES));
      keys.set(epoch, key);
      return key;
    },
    find: async epoch => keys.get(epoch) ?? null,
    async destroyBefore(epoch) {
      for (const [known, key] of keys)
        if (known < epoch) {
          key.fill(0);
          keys.delete(known);
        }
    },
  };
}

function storeInFolder(folder: string, random: Random): KeyStore {
  const pathOf = (epoch: number) => join(folder, `${epoch}.key`);
  const find = (epoch: number) =>
    readFile(pathOf(epoch)).then(
      key => (key.length === KEY_BYTES ? key : null),
      () => null,
    );
  return {
    find,
    async take(epoch) {
      const known = await find(epoch);
      if (known) return known;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Written beside and given its name when it is whole: whoever reads meanwhile, or is killed here, leaves no half of a key.
      const unfinished = join(folder, `${Buffer.from(random.bytes(12)).toString('base64url')}.unfinished`);
      await writeFile(unfinished, random.bytes(KEY_BYTES), { flag: 'wx', mode: 0o600 });
      try {
        await link(unfinished, pathOf(epoch));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      } finally {
        await unlink(unfinished);
      }
      const made = await find(epoch);
      if (!made) throw new Error('A key of security codes could not be made.');
      return made;
    },
    async destroyBefore(epoch) {
      const names = await readdir(folder).catch(() => []);
      const old = names.filter(name => /^\d+\.key$/.test(name) && Number.parseInt(name, 10) < epoch);
      await Promise.all(old.map(name => unlink(join(folder, name)).catch(() => undefined)));
    },
  };
}
