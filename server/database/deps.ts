/**
 * What every verb is handed: the outside, joined in app.ts. An argument, never a global.
 */
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Acquirer, Clock, Log, Passwords, Random, Timers, Vault } from '../core/ports.js';
import type { RateLimit } from '../core/rate-limit.js';
import type { ShortVault } from '../core/short-vault-port.js';
import type { Authenticator } from '../core/threeds-port.js';
import type { Hooks } from '../core/hooks-port.js';
import type { Mailer } from '../core/mailer-port.js';
import type { Sql } from './connection.js';
import type { FeedTail } from './feed-tail.js';
import type { StanLeases } from './stans.js';

/** Queues that a worker empties; a nudge after a commit saves it the wait until it would have looked by itself. */
export type Queue = 'OUTBOX' | 'EXCHANGES' | 'DELIVERIES' | 'MAIL';

export interface Texts {
  /** A text of the catalogue `messages/{locale}.json`, in the nearest language there is. */
  text(locale: string, key: string): string;
  /** Whether the catalogue has it: for keys that are put together from data. */
  has(key: string): boolean;
}

export interface Deps {
  readonly sql: Sql;
  readonly orm: MikroORM;
  readonly stans: StanLeases;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly vault: Vault;
  readonly passwords: Passwords;
  /** Wrong tries to sign in, by the address they come from; of this process alone. */
  readonly signInTries: RateLimit;
  readonly acquirer: Acquirer;
  /** Null where no directory is configured: then no card can be authenticated. */
  readonly authenticator: Authenticator | null;
  /** Where the directory sends results (RReq); no slash at the end. */
  readonly threedsUrl: string;
  /** Security codes while the shopper is being authenticated. */
  readonly shortVault: ShortVault;
  readonly hooks: Hooks;
  /** The end of the log, for those who follow it. */
  readonly tail: FeedTail;
  readonly mailer: Mailer;
  readonly log: Log;
  readonly texts: Texts;
  readonly nudge: (queue: Queue) => void;
  /** The address under which browsers reach this installation; no slash at the end. */
  readonly publicUrl: string;
  /** How long the acquirer may take to answer; after that the outcome is unknown. */
  readonly acquirerTimeout_ms: number;
  /** Where the sandbox bank is told the time of a test shop; null where there is none. */
  readonly bankClock: ((acceptor: string, offset_ms: bigint) => Promise<void>) | null;
}
