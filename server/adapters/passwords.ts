/**
 * Passwords as they are stored: argon2id in the PHC string format (OWASP ASVS 5.0, 11.4.2: 19 MiB, two passes).
 */
import { argon2, timingSafeEqual } from 'node:crypto';
import type { Passwords, Random } from '../core/ports.js';
import { refuse } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';

interface Parameters {
  readonly memory_KiB: number;
  readonly passes: number;
  readonly parallelism: number;
}

const AS_WE_STORE: Parameters = { memory_KiB: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;
/** Half of libuv's four threads: files and names are looked up by the others. */
const TURNS_AT_ONCE = 2;
const WAITING_MOST = 16;

export function createPasswords(random: Random): Passwords {
  const turns = new Turns();
  return {
    inTurn: work =>
      turns.take(() => work({ hash: password => hashPassword(password, random), verify: verifying(random) })),
  };
}

export async function hashPassword(password: Secret, random: Random): Promise<string> {
  const nonce = random.bytes(16);
  const { memory_KiB, passes, parallelism } = AS_WE_STORE;
  const tag = await tagOf(password, nonce, AS_WE_STORE, TAG_BYTES);
  return `$argon2id$v=19$m=${memory_KiB},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

function verifying(random: Random) {
  return async (password: Secret, stored: string | null) => {
    const kept = stored === null ? null : read(stored);
    const { parameters, nonce, tag } = kept ?? {
      parameters: AS_WE_STORE,
      nonce: random.bytes(16),
      tag: new Uint8Array(TAG_BYTES),
    };
    const same = timingSafeEqual(await tagOf(password, nonce, parameters, tag.length), tag);
    const matches = same && kept !== null;
    return { matches, outdated: matches && !isAsWeStore(parameters) };
  };
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

function read(stored: string) {
  const [, memory_KiB, passes, parallelism, nonce = '', tag = ''] = PHC.exec(stored) ?? [];
  if (!memory_KiB) throw new Error('A stored password is not argon2id in the PHC string format.');
  const parameters = { memory_KiB: Number(memory_KiB), passes: Number(passes), parallelism: Number(parallelism) };
  return { parameters, nonce: Buffer.from(nonce, 'base64'), tag: Buffer.from(tag, 'base64') };
}

function isAsWeStore({ memory_KiB, passes, parallelism }: Parameters): boolean {
  const ours = AS_WE_STORE;
  return memory_KiB === ours.memory_KiB && passes === ours.passes && parallelism === ours.parallelism;
}

function tagOf(password: Secret, nonce: Uint8Array, parameters: Parameters, tagLength: number): Promise<Buffer> {
  const { memory_KiB: memory, passes, parallelism } = parameters;
  // An é typed on one keyboard may be two characters and on another one (NIST SP 800-63B, 3.1.1.2: NFKC or NFKD).
  const message = password.reveal().normalize('NFKC');
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, parallelism, tagLength, memory, passes }, (error, tag) => {
      if (error) reject(error);
      else resolve(tag);
    });
  });
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}

class Turns {
  #taken = 0;
  readonly #waiting: (() => void)[] = [];

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#taken < TURNS_AT_ONCE) this.#taken += 1;
    else if (this.#waiting.length >= WAITING_MOST) throw refuse('RATE_LIMITED', 'Too many at once; try again shortly.');
    // Whoever ends a turn hands it on, so the number of turns taken stays as it is.
    else await new Promise<void>(resolve => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#taken -= 1;
    }
  }
}
