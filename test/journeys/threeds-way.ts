/**
 * One way through 3-D Secure: what the shopper does on it, and where it ends.
 */
import type { SeenAuthentication } from '../support/threeds.js';

/** What the shopper does, in order, once the card is submitted. */
export type Act =
  | 'METHOD_DONE'
  | 'METHOD_NOT_DONE'
  | 'OPENS_PAGE'
  | 'FINDS_PAGE_DOWN'
  | 'RIGHT_CODE'
  | 'WRONG_CODES'
  | 'CANCELS_AT_BANK'
  | 'RETURNS'
  | 'OTHER_CARD'
  | 'GIVES_UP'
  | { readonly minutes: number };

export interface Ending {
  readonly step: 'TICKET' | 'NOT_AUTHENTICATED' | 'ENDED';
  readonly reason?: string;
  readonly session: 'PAID' | 'OPEN' | 'CANCELLED';
  readonly authentication: SeenAuthentication;
}

export interface Way {
  readonly threeds: string;
  /** What befalls this card at the bank. */
  readonly fault?: { readonly kind: string; readonly delayMs?: number };
  /** Without one, the hidden frame of the 3DS method cannot be shown. */
  readonly script?: false;
  /** The page after the card; where nothing is to be done, the last one. */
  readonly first?: 'CHALLENGE' | 'METHOD';
  readonly acts: readonly Act[];
  /** What the issuer's last page gives the browser to bring back (CRes), where it leads back. */
  readonly cres?: 'Y' | 'N';
  /** How the till answered each RReq. */
  readonly results?: readonly string[];
  readonly end: Ending;
}

const ASKED = { version: '2.2.0', eci: null, transStatus: null, reason: null } as const;
export const BY_MERCHANT = { ...ASKED, challenged: false, liability: 'MERCHANT' } as const;

export function paid(authentication: Pick<SeenAuthentication, 'outcome'> & Partial<SeenAuthentication>): Ending {
  return { step: 'TICKET', session: 'PAID', authentication: { ...BY_MERCHANT, ...authentication } };
}

export function refused(
  reason: string,
  authentication: Pick<SeenAuthentication, 'outcome'> & Partial<SeenAuthentication>,
): Ending {
  const end = { step: 'NOT_AUTHENTICATED', session: 'OPEN', reason } as const;
  return { ...end, authentication: { ...BY_MERCHANT, ...authentication } };
}

export const PROVEN = { outcome: 'AUTHENTICATED', transStatus: 'Y', eci: '05', liability: 'ISSUER' } as const;
export const CHALLENGED = { first: 'CHALLENGE' } as const;
export const HEARD = ['RRes 01'];
export const proven = paid({ ...PROVEN, challenged: true });
export const PASSED = {
  ...CHALLENGED,
  acts: ['RIGHT_CODE', 'RETURNS'],
  cres: 'Y',
  results: HEARD,
  end: proven,
} as const;
export const abandoned = (because: string, said: Partial<SeenAuthentication> = {}): Ending =>
  refused(because, { outcome: 'ABANDONED', challenged: true, ...said });
