/**
 * Signatures of Standard Webhooks 1.0: HMAC-SHA-256 over id, timestamp and body, under each secret that is live.
 */
import { createHmac } from 'node:crypto';
import type { Random } from '../core/ports.js';
import { Secret } from '../core/secret.js';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

export function newWebhookSecret(random: Random): Secret {
  return new Secret(PREFIX + Buffer.from(random.bytes(SECRET_BYTES)).toString('base64'));
}

export interface Signed {
  readonly id: string;
  /** Real time: verifiers refuse what is five minutes off. */
  readonly at: Date;
  readonly body: string;
}

/** Whole seconds since 1970, as the header has them. */
export function timestampOf(at: Date): string {
  return String(Math.floor(at.getTime() / 1000));
}

/** `v1,…` for each secret, separated by spaces. */
export function signatureOf({ id, at, body }: Signed, secrets: readonly Secret[]): string {
  const content = `${id}.${timestampOf(at)}.${body}`;
  return secrets.map(secret => `v1,${createHmac('sha256', keyOf(secret)).update(content).digest('base64')}`).join(' ');
}

function keyOf(secret: Secret): Buffer {
  return Buffer.from(secret.reveal().slice(PREFIX.length), 'base64');
}
