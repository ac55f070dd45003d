/**
 * Messages to merchants' servers, as the house sees them: an address that somebody else has named, and one attempt to
 * tell it something. The adapter guards the address (OWASP ASVS 5.0, 1.3.6: server-side request forgery).
 */

export interface HookAddress {
  readonly url: string;
  /** Whether this machine itself may be told, over http too: for shops in test mode. */
  readonly allowLoopback: boolean;
}

export interface HookMessage extends HookAddress {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Why there is no answer. `ADDRESS_REFUSED`: the name is unknown or leads to a place that may not be told; nobody learns which. */
export type HookFault = 'ADDRESS_REFUSED' | 'CONNECTION_REFUSED' | 'CONNECTION_BROKEN' | 'TLS_FAILED' | 'TIMED_OUT';

export interface HookAnswered {
  readonly kind: 'answered';
  /** HTTP status code. */
  readonly status: number;
  /** The first bytes of the answer as text. */
  readonly beginning: string;
}

export interface HookUnanswered {
  readonly kind: 'unanswered';
  readonly fault: HookFault;
}

export type HookAnswer = HookAnswered | HookUnanswered;

export interface Hooks {
  /** What one attempt may take at most: resolving, connecting, sending, answering. */
  readonly timeout_ms: number;
  /** Why an address can never be told, as a sentence; null if it can, or if its name does not resolve today. */
  complaintAbout(address: HookAddress): Promise<string | null>;
  /** One attempt, one request. Never rejects for what happens on the line; follows no redirect, uses no proxy. */
  post(message: HookMessage): Promise<HookAnswer>;
}
