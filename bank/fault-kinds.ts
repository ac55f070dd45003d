/**
 * What can go wrong on demand. A fault befalls a message at one of these stages:
 *
 * - CONNECTION: a new connection, before any message;
 * - REQUEST: a message that came, before the bank has looked at it;
 * - DECISION: the bank's own judgement; a message sent again gets its first answer and no new judgement;
 * - ANSWER: what the bank says, after it has booked the truth;
 * - LINE: the bytes of a true answer on their way;
 * - THREEDS: what directory and issuer do, at one of the moments named.
 */
export type Stage = 'CONNECTION' | 'REQUEST' | 'DECISION' | 'ANSWER' | 'LINE' | 'THREEDS';

/** A PReq or an AReq is answered, a page of a challenge is shown, a challenge ends. */
export type Moment = 'preq' | 'areq' | 'page' | 'result';

export interface FaultKind {
  readonly stage: Stage;
  readonly what: string;
  /** Its parameters with what they are when not given. */
  readonly parameters?: { readonly delayMs?: number; readonly forMs?: number; readonly code?: string };
  /** The only messages it can befall. */
  readonly mtis?: readonly string[];
  /** A field that the answer must have to be falsified. */
  readonly field?: number;
  /** Of THREEDS. Where both messages are, it befalls an AReq unless told otherwise. */
  readonly moments?: readonly Moment[];
}

const ADVICES = ['0220', '0221'];
const TOTALS = ['0500', '0501'];
const DIRECTORY = ['areq', 'preq'] as const;

export const FAULT_KINDS = {
  REFUSE_CONNECTIONS: {
    stage: 'CONNECTION',
    what: 'open connections are cut once, and new ones as they come',
  },
  ACCEPT_AND_STAY_SILENT: {
    stage: 'CONNECTION',
    what: 'open connections are cut once; new ones are accepted and never answered',
  },
  DROP_REQUEST: { stage: 'REQUEST', what: 'the message never arrives' },
  DEAF: {
    stage: 'REQUEST',
    what: 'this message and all others for a while never arrive',
    parameters: { forMs: 1_000 },
  },
  CODE: {
    stage: 'DECISION',
    what: 'answered with a code, without effect; a repeat is judged anew',
    parameters: { code: '96' },
  },
  REJECT_ITEM: {
    stage: 'DECISION',
    what: 'an item of a batch is rejected with a code',
    parameters: { code: '05' },
    mtis: ADVICES,
  },
  OUT_OF_BALANCE: { stage: 'DECISION', what: 'the bank counts one purchase too many', mtis: TOTALS },
  DROP_ANSWER: { stage: 'ANSWER', what: 'booked, never answered' },
  DELAY: { stage: 'ANSWER', what: 'booked, answered later', parameters: { delayMs: 1_000 } },
  ANSWER_TWICE: { stage: 'ANSWER', what: 'the same answer comes twice' },
  ANSWER_AFTER_REVERSAL: {
    stage: 'ANSWER',
    what: 'the answer is kept back until the reversal of its request has been answered',
    mtis: ['0100'],
  },
  WRONG_STAN: { stage: 'ANSWER', what: 'field 11 is the STAN after the right one' },
  CHANGED_AMOUNT: { stage: 'ANSWER', what: 'field 4 is one minor unit more', field: 4 },
  CHANGED_RRN: { stage: 'ANSWER', what: "field 37 is another message's", field: 37 },
  CHANGED_TERMINAL: { stage: 'ANSWER', what: "field 41 is another terminal's", field: 41 },
  UNKNOWN_CODE: {
    stage: 'ANSWER',
    what: 'booked as judged (an approval holds), answered with a code nobody lists',
    parameters: { code: 'ZZ' },
  },
  CUT_FRAME: {
    stage: 'LINE',
    what: 'the frame comes in two pieces with a pause between',
    parameters: { delayMs: 50 },
  },
  MERGE_FRAMES: {
    stage: 'LINE',
    what: 'the frame waits for the next one on its connection, and both come in one piece',
    parameters: { delayMs: 200 },
  },
  BYTE_BY_BYTE: { stage: 'LINE', what: 'one byte per pause', parameters: { delayMs: 1_000 } },
  GARBAGE: { stage: 'LINE', what: 'random bytes instead of the answer' },
  HUGE_LENGTH: { stage: 'LINE', what: 'the frame announces 65 535 bytes' },
  CLOSE_MID_FRAME: { stage: 'LINE', what: 'half the frame, then the connection ends' },
  THREEDS_SILENT: { stage: 'THREEDS', what: 'the directory never answers, without effect', moments: DIRECTORY },
  THREEDS_DELAY: {
    stage: 'THREEDS',
    what: 'booked, answered by the directory later',
    parameters: { delayMs: 1_000 },
    moments: DIRECTORY,
  },
  THREEDS_ERRO: { stage: 'THREEDS', what: 'the directory answers with Erro, without effect', moments: DIRECTORY },
  THREEDS_GARBAGE: { stage: 'THREEDS', what: 'booked, answered with what is no JSON', moments: DIRECTORY },
  THREEDS_HTTP_500: { stage: 'THREEDS', what: 'booked, answered with HTTP 500', moments: DIRECTORY },
  ACS_DOWN: { stage: 'THREEDS', what: "the issuer's challenge page answers 503", moments: ['page'] },
  RREQ_TWICE: { stage: 'THREEDS', what: 'the RReq comes again after it was answered', moments: ['result'] },
  RREQ_LATE: {
    stage: 'THREEDS',
    what: 'the RReq comes after the browser has returned',
    parameters: { delayMs: 5_000 },
    moments: ['result'],
  },
  RREQ_NEVER: { stage: 'THREEDS', what: 'the browser returns, the RReq never comes', moments: ['result'] },
  RREQ_CONTRADICTS: {
    stage: 'THREEDS',
    what: 'the RReq says the opposite of what happened and of the CRes',
    moments: ['result'],
  },
} as const satisfies Record<string, FaultKind>;

export type FaultName = keyof typeof FAULT_KINDS;

export function kindOf(name: FaultName): FaultKind {
  return FAULT_KINDS[name];
}
