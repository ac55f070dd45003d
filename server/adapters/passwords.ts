/**
 * Passwords as they are stored: argon2id in the PHC string format (OWASP ASVS 5.0, 11.4.2: 19 MiB, two passes).
 */
import { argon2 } from 'node:crypto';
import type { Random } from '../core/ports.js';
import type { Secret } from '../core/secret.js';

const MEMORY_KiB = 19_456;
const PASSES = 2;
const PARALLELISM = 1;

export function hashPassword(password: Secret, random: Random): Promise<string> {
  const nonce = random.bytes(16);
  const parameters = {
    message: password.reveal(),
    nonce,
    parallelism: PARALLELISM,
    tagLength: 32,
    memory: MEMORY_KiB,
    passes: PASSES,
  };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => {
      if (error) reject(error);
      else resolve(`$argon2id$v=19$m=${MEMORY_KiB},t=${PASSES},p=${PARALLELISM}$${unpadded(nonce)}$${unpadded(tag)}`);
    });
  });
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
