/**
 * What travels through the shopper's browser: to the issuer's method page and challenge, and back. What comes back was in
 * a stranger's hands.
 */
import type { Challenge, ChallengeResponse } from '../../core/threeds-port.js';
import { THREEDS_VERSIONS } from '../../core/threeds-ranges.js';
import { decodeJson, encodeJson } from './base64url.js';
import { compose, valueOf } from './message.js';

export function challengeRequest(challenge: Challenge): string {
  return encodeJson(
    compose({
      threeDSServerTransID: challenge.transactionId,
      acsTransID: challenge.acsTransactionId,
      challengeWindowSize: challenge.windowSize,
      messageType: 'CReq',
      messageVersion: challenge.version,
    }),
  );
}

/** The last CRes of a challenge; an earlier one has no business in a browser. */
export function readChallengeResponse(cres: string): ChallengeResponse | null {
  const message = decodeJson(cres);
  if (!message) return null;
  const transactionId = valueOf(message, 'threeDSServerTransID');
  const acsTransactionId = valueOf(message, 'acsTransID');
  const transStatus = valueOf(message, 'transStatus');
  const version = valueOf(message, 'messageVersion');
  if (transactionId === undefined || acsTransactionId === undefined) return null;
  if (transStatus !== 'Y' && transStatus !== 'N') return null;
  if (valueOf(message, 'messageType') !== 'CRes' || valueOf(message, 'challengeCompletionInd') !== 'Y') return null;
  if (!THREEDS_VERSIONS.some(each => each === version)) return null;
  return { transactionId, acsTransactionId, transStatus };
}

export function methodData(method: { readonly transactionId: string; readonly notificationUrl: string }): string {
  return encodeJson(
    compose({
      threeDSServerTransID: method.transactionId,
      threeDSMethodNotificationURL: method.notificationUrl,
    }),
  );
}

export function readMethodNotification(threeDSMethodData: string): string | null {
  const message = decodeJson(threeDSMethodData);
  return (message && valueOf(message, 'threeDSServerTransID')) ?? null;
}
