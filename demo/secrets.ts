/** The keys of an installation that was given none: made once, readable by their owner only. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const secretNames = ['INTERNAL_TOKEN', 'VAULT_KEYS', 'FINGERPRINT_KEY', 'TOKEN_KEY'] as const;
export type Secrets = Readonly<Record<(typeof secretNames)[number], string>>;

export function newSecrets(): Secrets {
  return {
    INTERNAL_TOKEN: randomBytes(32).toString('base64url'),
    VAULT_KEYS: `1:${newKey()}`,
    FINGERPRINT_KEY: newKey(),
    TOKEN_KEY: newKey(),
  };
}

function newKey(): string {
  return randomBytes(32).toString('base64');
}

/** Made on the first start, read on every later one. */
export function keepSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json');
  const kept = readPrivate<Secrets>(file);
  if (kept) return kept;
  if (existsSync(join(folder, 'database.json'))) {
    throw new Error(`${file} is gone, and the data were sealed with its keys: put it back, or move ${folder} away.`);
  }
  const secrets = newSecrets();
  writePrivate(file, secrets);
  return secrets;
}

export function readPrivate<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

/** Written beside and renamed: a reader sees the whole of it or nothing. */
export function writePrivate(file: string, value: unknown): void {
  writeFileSync(`${file}.unfinished`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.unfinished`, file);
}
