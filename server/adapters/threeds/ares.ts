/**
 * The directory's answer to an AReq: only what fits in every point is believed.
 *
 * A yes needs its proof. A no is believed as soon as it is ours, whatever else is wrong with it: taken for unreadable it
 * would count as nobody's word, and the shop might go on without any.
 */
import { outcomeOf, type TransStatus } from '../../core/authentication.js';
import { Secret } from '../../core/secret.js';
import type { AuthenticationAnswer, AuthenticationRequest } from '../../core/threeds-port.js';
import { browserAddress } from './addresses.js';
import { hear, unusable } from './heard.js';
import { hasCriticalExtension, valueOf, type Message } from './message.js';
import type { PostOutcome } from './post.js';
import { faultsOfProof, isProven } from './proof.js';

export interface Asked {
  readonly request: AuthenticationRequest;
  readonly message: Message;
  /** Whether the directory was asked in plain HTTP. */
  readonly plain: boolean;
}

export function authenticationAnswer(
  { request, message: asked, plain }: Asked,
  outcome: PostOutcome,
): AuthenticationAnswer {
  const heard = hear(asked, outcome, 'ARes');
  if (heard.kind === 'unavailable') return heard;
  const { message } = heard;
  const directoryTransactionId = valueOf(message, 'dsTransID');
  const acsTransactionId = valueOf(message, 'acsTransID');
  const transStatus = valueOf(message, 'transStatus');
  if (directoryTransactionId === undefined || acsTransactionId === undefined) return unusable(heard, 'UNREADABLE');
  if (!isKnown(transStatus)) return unusable(heard, 'UNREADABLE');
  const proven = isProven(transStatus);
  if (proven) {
    const { missing, invalid } = faultsOfProof(message, transStatus, request.brands);
    if (missing.length + invalid.length > 0 || hasCriticalExtension(message)) return unusable(heard, 'UNREADABLE');
  }
  const acsUrl = transStatus === 'C' ? browserAddress(valueOf(message, 'acsURL') ?? '', plain) : null;
  if (transStatus === 'C' && acsUrl === null) return unusable(heard, 'UNREADABLE');
  return {
    kind: 'answered',
    transStatus,
    reason: valueOf(message, 'transStatusReason') ?? null,
    eci: proven ? (valueOf(message, 'eci') ?? null) : null,
    cavv: proven ? new Secret(valueOf(message, 'authenticationValue') ?? '') : null,
    directoryTransactionId,
    acsTransactionId,
    challenge: acsUrl === null ? null : { acsUrl },
    version: request.version,
    ...heard.masked,
  };
}

function isKnown(transStatus: string | undefined): transStatus is TransStatus | 'C' {
  return transStatus === 'C' || (transStatus !== undefined && outcomeOf(transStatus) !== undefined);
}
