/**
 * Every way through 3-D Secure that a card of the sandbox's grammar can lead its shopper, and where it ends. The table is
 * written by hand from domain.md's table of outcomes; a behaviour that the bank learns is not finished until it stands here.
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
const BY_MERCHANT = { ...ASKED, challenged: false, liability: 'MERCHANT' } as const;

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
const proven = paid({ ...PROVEN, challenged: true });
export const PASSED = {
  ...CHALLENGED,
  acts: ['RIGHT_CODE', 'RETURNS'],
  cres: 'Y',
  results: HEARD,
  end: proven,
} as const;
export const abandoned = (because: string, said: Partial<SeenAuthentication> = {}): Ending =>
  refused(because, { outcome: 'ABANDONED', challenged: true, ...said });

export const WAYS: Readonly<Record<string, Way>> = {
  'a card that is not enrolled is paid for without a question': {
    threeds: '00',
    acts: [],
    end: paid({ outcome: 'NOT_ENROLLED', version: null }),
  },
  'an issuer that recognises the shopper asks nothing and bears a fraud': {
    threeds: '01',
    acts: [],
    end: paid(PROVEN),
  },
  'a challenge that is passed gives the proof': {
    ...PASSED,
    threeds: '02',
  },
  'a challenge that is passed pays although the browser never comes back': {
    ...CHALLENGED,
    threeds: '02',
    acts: ['RIGHT_CODE'],
    cres: 'Y',
    results: HEARD,
    end: proven,
  },
  'three wrong codes end it': {
    ...CHALLENGED,
    threeds: '02',
    acts: ['WRONG_CODES', 'RETURNS'],
    cres: 'N',
    results: HEARD,
    end: refused('FAILED', { outcome: 'FAILED', transStatus: 'N', reason: '19', challenged: true }),
  },
  'who cancels at the bank has abandoned it': {
    ...CHALLENGED,
    threeds: '02',
    acts: ['CANCELS_AT_BANK', 'RETURNS'],
    cres: 'N',
    results: HEARD,
    end: abandoned('CANCELLED', { transStatus: 'N', reason: '01' }),
  },
  'who would rather use another card has abandoned it': {
    ...CHALLENGED,
    threeds: '02',
    acts: ['OPENS_PAGE', 'OTHER_CARD'],
    end: abandoned('CANCELLED'),
  },
  'who gives the order up has abandoned it, and the session is over': {
    ...CHALLENGED,
    threeds: '02',
    acts: ['OPENS_PAGE', 'GIVES_UP'],
    end: {
      step: 'ENDED',
      session: 'CANCELLED',
      reason: 'CANCELLED',
      authentication: { ...BY_MERCHANT, outcome: 'ABANDONED', challenged: true },
    },
  },
  'a page that is opened and left is timed out by the issuer': {
    ...CHALLENGED,
    threeds: '02',
    acts: ['OPENS_PAGE', { minutes: 11 }],
    results: HEARD,
    end: abandoned('TIMED_OUT', { transStatus: 'N', reason: '14' }),
  },
  'a page that nobody opens is timed out by the issuer': {
    ...CHALLENGED,
    threeds: '02',
    acts: [{ minutes: 11 }],
    results: HEARD,
    end: abandoned('TIMED_OUT', { transStatus: 'N', reason: '14' }),
  },
  'an issuer that vouches for the attempt bears a fraud': {
    threeds: '03',
    acts: [],
    end: paid({ outcome: 'ATTEMPTED', transStatus: 'A', eci: '06', liability: 'ISSUER' }),
  },
  'a no of the issuer is a no': {
    threeds: '04',
    acts: [],
    end: refused('FAILED', { outcome: 'FAILED', transStatus: 'N', reason: '01' }),
  },
  'an issuer that cannot say leaves it to the shop': {
    threeds: '05',
    acts: [],
    end: paid({ outcome: 'UNAVAILABLE', transStatus: 'U', reason: '22' }),
  },
  'a rejection is a no': {
    threeds: '06',
    acts: [],
    end: refused('FAILED', { outcome: 'REJECTED', transStatus: 'R', reason: '11' }),
  },
  'a silent directory leaves it to the shop': { threeds: '07', acts: [], end: paid({ outcome: 'UNAVAILABLE' }) },
  'an issuer that keeps the shopper and says nothing is abandoned by our own timer': {
    ...CHALLENGED,
    threeds: '08',
    acts: ['RIGHT_CODE', { minutes: 13 }],
    results: [],
    end: abandoned('TIMED_OUT'),
  },
  'an RReq that says no is believed, whatever the browser brings': {
    ...CHALLENGED,
    threeds: '09',
    acts: ['RIGHT_CODE', 'RETURNS'],
    cres: 'Y',
    results: HEARD,
    end: refused('FAILED', { outcome: 'FAILED', transStatus: 'N', reason: '01', challenged: true }),
  },
  'an RReq that comes twice pays once': {
    ...PASSED,
    threeds: '10',
    results: ['RRes 01', 'RRes 01'],
  },
  'a method that is done spares the challenge': {
    first: 'METHOD',
    threeds: '11',
    acts: ['METHOD_DONE'],
    end: paid(PROVEN),
  },
  'a method that does not come back costs a challenge': {
    first: 'METHOD',
    threeds: '11',
    acts: ['METHOD_NOT_DONE', 'RIGHT_CODE', 'RETURNS'],
    cres: 'Y',
    results: HEARD,
    end: proven,
  },
  'without a script there is no method, and a challenge': {
    ...PASSED,
    script: false,
    threeds: '11',
  },
  'a method given up for another card asks nobody anything': {
    first: 'METHOD',
    threeds: '11',
    acts: ['OTHER_CARD'],
    end: refused('CANCELLED', { outcome: 'ABANDONED' }),
  },
  'a method that nobody ends is abandoned': {
    first: 'METHOD',
    threeds: '11',
    acts: [{ minutes: 13 }],
    end: refused('TIMED_OUT', { outcome: 'ABANDONED' }),
  },
  'an issuer that was only informed lets the payment go on, at the merchant’s risk': {
    threeds: '12',
    acts: [],
    end: paid({ outcome: 'INFORMATIONAL', transStatus: 'I' }),
  },
  'a directory that reports an error leaves it to the shop': {
    threeds: '13',
    acts: [],
    end: paid({ outcome: 'UNAVAILABLE' }),
  },
  'a yes for another transaction is nobody’s word': {
    threeds: '14',
    acts: [],
    end: paid({ outcome: 'UNAVAILABLE' }),
  },
  'a word that is late is waited for': {
    ...PASSED,
    threeds: '15',
  },
  'an RReq that says yes is believed, whatever the browser brings': {
    ...PASSED,
    threeds: '16',
    cres: 'N',
  },
  'a browser that brings a yes which no RReq confirms brings nothing': {
    ...CHALLENGED,
    threeds: '17',
    acts: ['RIGHT_CODE', 'RETURNS', { minutes: 1 }],
    cres: 'Y',
    results: [],
    end: abandoned('TIMED_OUT'),
  },
  'a yes without a CAVV is none': {
    ...CHALLENGED,
    threeds: '18',
    acts: ['RIGHT_CODE', 'RETURNS', { minutes: 1 }],
    cres: 'Y',
    results: ['Erro 201'],
    end: abandoned('TIMED_OUT'),
  },
};
