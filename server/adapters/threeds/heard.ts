/**
 * Whether what came answers what was asked, before anything in it is believed.
 */
import type { DirectoryUnavailable, UnavailableCause } from '../../core/threeds-port.js';
import type { MaskedMessage } from '../../core/ports.js';
import { mask, secretsOf } from './mask.js';
import { faultsOf, own, readMessage, valueOf, type Message } from './message.js';
import type { PostOutcome } from './post.js';

export interface Heard {
  readonly kind: 'heard';
  readonly message: Message;
  /** Both without the secrets of either. */
  readonly masked: { readonly request: MaskedMessage; readonly answer: MaskedMessage };
}

export function hear(asked: Message, outcome: PostOutcome, type: 'ARes' | 'PRes'): Heard | DirectoryUnavailable {
  const nothing = { kind: 'unavailable', errorCode: null, answer: null } as const;
  if (outcome.kind === 'failed') {
    const request = outcome.cause === 'UNREACHABLE' ? null : mask(asked, secretsOf(asked));
    return { ...nothing, cause: outcome.cause, request };
  }
  const message = readMessage(outcome.text);
  if (!message) return { ...nothing, cause: 'UNREADABLE', request: mask(asked, secretsOf(asked)) };
  const secrets = secretsOf(asked, message);
  const heard: Heard = {
    kind: 'heard',
    message,
    masked: { request: mask(asked, secrets), answer: mask(message, secrets) },
  };
  if (isForeign(asked, message)) return unusable(heard, 'MISMATCH');
  if (own(message, 'messageType') === 'Erro')
    return { ...unusable(heard, 'ERROR'), errorCode: valueOf(message, 'errorCode') ?? null };
  const { missing, invalid } = faultsOf(message, ['messageType', 'messageVersion', 'threeDSServerTransID'], []);
  if (missing.length + invalid.length > 0) return unusable(heard, 'UNREADABLE');
  if (message.messageType !== type || message.messageVersion !== asked.messageVersion)
    return unusable(heard, 'MISMATCH');
  return heard;
}

export function unusable(heard: Heard, cause: UnavailableCause): DirectoryUnavailable {
  return { kind: 'unavailable', cause, errorCode: null, ...heard.masked };
}

/** Of another transaction. An `Erro` may name none: then it knew none. */
function isForeign(asked: Message, message: Message): boolean {
  const named = valueOf(message, 'threeDSServerTransID');
  return named !== undefined && named !== asked.threeDSServerTransID;
}
