/**
 * The port `Authenticator` over EMV 3-D Secure: our half is the 3DS server (bank/PROTOCOL-3DS.md).
 */
import type { Log, Random, Timers } from '../../core/ports.js';
import type {
  AuthenticationAnswer,
  AuthenticationRequest,
  Authenticator,
  DirectoryUnavailable,
  RangesAnswer,
} from '../../core/threeds-port.js';
import { authenticationMessage, type ServerIdentity } from './areq.js';
import { authenticationAnswer } from './ares.js';
import { challengeRequest, methodData, readChallengeResponse, readMethodNotification } from './browser-messages.js';
import type { Message } from './message.js';
import { createPoster, type Poster, type TlsOptions } from './post.js';
import { rangesAnswer, rangesMessage } from './ranges.js';
import { answerResult, readResult } from './result.js';

export interface AuthenticatorOptions {
  /** `preq` and `areq` are put behind it: `http://127.0.0.1:5002/ds`. */
  readonly directoryUrl: string;
  readonly tls?: TlsOptions;
  readonly identity?: ServerIdentity;
  readonly connect_timeout_ms?: number;
  /** How long an answer is waited for, from asking to its last byte. */
  readonly timeout_ms?: number;
  /** How long an unused line is kept: less than Node's own servers keep theirs. */
  readonly idle_ms?: number;
  /** Questions under way at once; those beyond it are not sent. */
  readonly most_under_way?: number;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
  readonly poster?: Poster;
}

const SANDBOX_IDENTITY: ServerIdentity = { referenceNumber: 'GUICHET-3DS-SERVER', operatorId: 'GUICHET' };

export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const { timers, random, log, timeout_ms = 10_000, identity = SANDBOX_IDENTITY } = options;
  const directoryUrl = new URL(options.directoryUrl);
  const plain = directoryUrl.protocol === 'http:';
  const poster =
    options.poster ??
    createPoster({
      directoryUrl,
      tls: options.tls ?? {},
      timeout_ms,
      connect_timeout_ms: options.connect_timeout_ms ?? Math.min(5000, timeout_ms),
      idle_ms: options.idle_ms ?? 4000,
      most_under_way: options.most_under_way ?? 1000,
      timers,
    });
  const newTransactionId = () => uuid(random);
  const tell = (message: Message, answer: AuthenticationAnswer | RangesAnswer): void => {
    if (answer.kind === 'unavailable') log.warn('threeds.directory_unavailable', factsOf(message, answer));
  };

  return {
    newTransactionId,
    async ranges(known): Promise<RangesAnswer> {
      const message = rangesMessage(newTransactionId(), known?.serial ?? null);
      const answer = rangesAnswer(message, await poster.post('preq', JSON.stringify(message)), plain);
      tell(message, answer);
      return answer;
    },
    async authenticate(request: AuthenticationRequest): Promise<AuthenticationAnswer> {
      const message = authenticationMessage(request, identity);
      const outcome = await poster.post('areq', JSON.stringify(message));
      const answer = authenticationAnswer({ request, message, plain }, outcome);
      tell(message, answer);
      return answer;
    },
    readResult,
    answerResult: (reading, written = 'WRITTEN') => answerResult(reading, written),
    challengeRequest,
    readChallengeResponse,
    methodData,
    readMethodNotification,
    close: () => poster.close(),
  };
}

function factsOf({ messageType, threeDSServerTransID }: Message, { cause, errorCode }: DirectoryUnavailable) {
  return { message: messageType, transactionId: threeDSServerTransID, cause, errorCode };
}

/** RFC 9562, version 4. */
function uuid(random: Random): string {
  const hex = Buffer.from(random.bytes(16)).toString('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
