/**
 * What is written down of an authentication before anybody is asked.
 */
import { AUTHENTICATION_TIMERS } from '../core/deadlines.js';
import { newId } from '../core/identifiers.js';
import { addTime } from '../core/time.js';
import type { Sealed } from '../core/ports.js';
import type { Deps } from '../database/deps.js';
import type { BrowserFacts } from '../database/tables.js';
import type { AuthenticationRow } from './authentication.js';
import type { Enrolment } from './ranges.js';

export interface Beginning {
  readonly id: string;
  readonly shopId: string;
  readonly sessionId: string;
  readonly transactionId: string;
  readonly enrolment: Enrolment;
  readonly browser: BrowserFacts;
  /** Whether the issuer refused without an authentication and must now challenge. */
  readonly mandated: boolean;
  readonly sealedCode: Sealed | null;
  readonly at: Date;
}

/** Its first status is METHOD where the issuer has a method page and JavaScript runs; else the directory is asked at once. */
export function newAuthentication(
  deps: Deps,
  beginning: Beginning,
): Omit<AuthenticationRow, 'status' | 'sequence' | 'updated_at'> {
  if (!deps.authenticator) throw new Error('No directory is configured.');
  const { enrolment, browser, at, sealedCode } = beginning;
  return {
    id: beginning.id,
    shop_id: beginning.shopId,
    session_id: beginning.sessionId,
    transaction_id: beginning.transactionId,
    server_transaction_id: deps.authenticator.newTransactionId(),
    directory_transaction_id: null,
    acs_transaction_id: null,
    version: enrolment.version,
    result_token_hash: deps.vault.hash(resultToken(deps, beginning.id)),
    mandated: beginning.mandated,
    method: enrolment.methodUrl === null ? 'NONE' : 'NOT_DONE',
    method_url: browser.script === null ? null : enrolment.methodUrl,
    browser,
    acs_url: null,
    trans_status: null,
    reason: null,
    eci: null,
    outcome: null,
    ended_because: null,
    sealed_cavv: null,
    cavv_key_id: null,
    sealed_code: sealedCode?.bytes ?? null,
    code_key_id: sealedCode?.keyId ?? null,
    due_at: addTime(at, AUTHENTICATION_TIMERS.abandoned_ms),
    request: null,
    answer: null,
    result: null,
    created_at: at,
  };
}

export function newAuthenticationId(deps: Deps): string {
  return newId('authentication', deps);
}

/**
 * The unguessable end of the address that a result (RReq) comes to: the browser sees all transaction ids, so that they alone
 * must not be enough to bring one. Made again from the id when needed; the database holds its hash.
 */
export function resultToken(deps: Pick<Deps, 'vault'>, authenticationId: string): string {
  return deps.vault.digest('threeds-result', authenticationId);
}
