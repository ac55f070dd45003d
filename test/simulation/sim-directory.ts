/**
 * The directory and the issuers behind it, on a network that is none. What a card does is in its number (PROTOCOL-3DS.md, "What a test
 * card does"); what is written here is from that page, and shares no message with the house.
 */
import { createHash } from 'node:crypto';
import { authenticationOf } from '../../bank/grammar.js';
import type { Poster, PostOutcome } from '../../server/adapters/threeds/post.js';
import type { Reached } from './reached.js';
import type { SimProcess } from './sim-process.js';
import type { Question, SimProofs, Word } from './sim-proofs.js';
import type { VirtualTime } from './virtual-time.js';

export const DIRECTORY_FATES = ['UNREACHABLE', 'BROKEN_LINE', 'UNREADABLE', 'SILENT', 'SLOW'] as const;
export type DirectoryFate = (typeof DIRECTORY_FATES)[number];

/** Visa; CB and Mastercard. Both are enrolled. */
export const ENROLLED_BINS = ['411111', '513100'] as const;
/** Cards whose issuer has a method page. */
export const WITH_METHOD = '11';

type Fields = Readonly<Record<string, unknown>>;

interface Said {
  readonly outcome: PostOutcome;
  readonly delay_ms: number;
}

/** As long as the house waits for an answer. */
const PATIENCE_ms = 10_000;
const SLOW_ms = 7_000;
const FRICTIONLESS: Readonly<Record<string, Word>> = {
  '00': 'U',
  '01': 'Y',
  '03': 'A',
  '04': 'N',
  '05': 'U',
  '06': 'R',
  '12': 'I',
};
const REASONS: Readonly<Record<string, string>> = { N: '01', U: '22', R: '11' };

export class SimDirectory {
  readonly complaints: string[] = [];
  readonly fates: DirectoryFate[] = [];

  constructor(
    readonly proofs: SimProofs,
    private readonly reached: Reached,
    /** A challenge begins. */
    private readonly challenged: (question: Question) => void,
  ) {}

  hear(path: string, body: string): Said {
    const fate = this.fates.shift();
    if (fate) this.reached.count(`${fate} of DIRECTORY`);
    const message = JSON.parse(body) as Fields;
    const heard = fate === 'UNREACHABLE' || fate === 'BROKEN_LINE' || fate === 'SILENT' || fate === 'UNREADABLE';
    const answer = path === 'preq' ? this.#ranges(message, !heard) : this.#answer(message, !heard);
    if (fate === 'UNREACHABLE' || fate === 'BROKEN_LINE') return failed(fate);
    if (fate === 'SILENT' || answer === null) return failed('NO_ANSWER', PATIENCE_ms);
    const text = fate === 'UNREADABLE' ? `${answer.slice(0, -9)}` : answer;
    return { outcome: { kind: 'answer', text }, delay_ms: fate === 'SLOW' ? SLOW_ms : 0 };
  }

  #ranges(message: Fields, isTold: boolean): string {
    if (!isTold) this.proofs.wasLeftUnknowing = true;
    const range = (bin: string, from: string, to: string) => ({
      startRange: `${bin}${from.padEnd(10, '0')}`,
      endRange: `${bin}${to.padEnd(10, '9')}`,
      actionInd: 'A',
      acsStartProtocolVersion: '2.1.0',
      acsEndProtocolVersion: '2.2.0',
      acsInfoInd: ['01'],
    });
    const method = { threeDSMethodURL: 'http://issuer.example/acs/method' };
    return JSON.stringify({
      messageType: 'PRes',
      messageVersion: message['messageVersion'],
      threeDSServerTransID: message['threeDSServerTransID'],
      dsTransID: idOf(`ranges ${String(message['threeDSServerTransID'])}`),
      serialNum: '1',
      dsStartProtocolVersion: '2.1.0',
      dsEndProtocolVersion: '2.2.0',
      cardRangeData: ENROLLED_BINS.flatMap(bin => [
        range(bin, '01', '99'),
        { ...range(bin, WITH_METHOD, WITH_METHOD), ...method },
      ]),
    });
  }

  /** Null where the directory is silent. */
  #answer(message: Fields, isTold: boolean): string | null {
    const question = this.#questionOf(message);
    const { way } = question;
    const said = isTold ? letterOf(way, message) : null;
    question.word = said === null ? 'NOTHING' : said === 'C' ? null : said;
    question.proof = said === 'Y' || said === 'A' ? proofOf(question, said) : null;
    this.reached.count(`card ${way} at the directory`);
    if (message['threeDSRequestorChallengeInd'] === '04') this.reached.count('a challenge is mandated');
    if (said === 'C') this.challenged(question);
    if (way === '07') return null;
    if (way === '13') return JSON.stringify({ ...headOf(question, 'Erro'), ...ERROR });
    return JSON.stringify(aresOf(question, said ?? 'Y', way === '14' ? idOf('another') : question.serverId));
  }

  #questionOf(message: Fields): Question {
    const text = (name: string): string => {
      const value = message[name];
      if (typeof value === 'string' && value !== '') return value;
      this.complaints.push(`An AReq without ${name}.`);
      return '';
    };
    const serverId = text('threeDSServerTransID');
    if (this.proofs.questions.some(each => each.serverId === serverId))
      this.complaints.push(`${serverId} is asked for twice: an AReq is never sent again.`);
    const question: Question = {
      serverId,
      directoryId: idOf(`directory ${serverId}`),
      issuerId: idOf(`issuer ${serverId}`),
      version: text('messageVersion'),
      resultUrl: text('threeDSServerURL'),
      card: text('acctNumber'),
      acceptor: text('acquirerMerchantID'),
      amount: BigInt(text('purchaseAmount')),
      currency: text('purchaseCurrency'),
      way: authenticationOf(text('acctNumber')),
      word: null,
      proof: null,
      acknowledged: null,
      usedBy: null,
    };
    this.proofs.questions.push(question);
    return question;
  }
}

/** One process's way to the directory. What it is asked is asked once; of who died meanwhile nobody hears again. */
export function posterTo(directory: SimDirectory, time: VirtualTime, process: SimProcess): Poster {
  return {
    async post(path, body) {
      const { outcome, delay_ms } = await process.reach('DIRECTORY', `asks the directory: ${path}`, async () =>
        directory.hear(path, body),
      );
      if (delay_ms > 0) await new Promise<void>(resolve => void time.after(delay_ms, process, resolve));
      return outcome;
    },
    close: async () => undefined,
  };
}

/** Null where nothing comes that can be used. */
function letterOf(way: string, message: Fields): Word | 'C' | null {
  if (['07', '13', '14'].includes(way)) return null;
  if (way === WITH_METHOD && message['threeDSCompInd'] === 'Y') return 'Y';
  const letter = FRICTIONLESS[way] ?? 'C';
  // Only what an issuer would say without being asked gives way to a mandate.
  return message['threeDSRequestorChallengeInd'] === '04' && 'UIA'.includes(letter) ? 'C' : letter;
}

/** A CAVV of its own for each question. */
export function proofOf({ issuerId, card }: Question, letter: 'Y' | 'A'): { cavv: string; eci: string } {
  const isMastercard = card.startsWith('5');
  const eci = isMastercard ? { Y: '02', A: '01' } : { Y: '05', A: '06' };
  return { cavv: createHash('sha1').update(`cavv ${issuerId}`).digest('base64'), eci: eci[letter] };
}

const ERROR = {
  errorCode: '405',
  errorComponent: 'D',
  errorDescription: 'System failure',
  errorDetail: 'System failure',
  errorMessageType: 'AReq',
};

export function headOf(question: Question, messageType: string): Fields {
  return {
    messageType,
    messageVersion: question.version,
    threeDSServerTransID: question.serverId,
    dsTransID: question.directoryId,
    acsTransID: question.issuerId,
  };
}

function aresOf(question: Question, letter: Word | 'C', serverId: string): Fields {
  const { proof } = question;
  return {
    ...headOf(question, 'ARes'),
    threeDSServerTransID: serverId,
    dsReferenceNumber: 'SIM-DS',
    acsReferenceNumber: 'SIM-ACS',
    acsOperatorID: 'SIM',
    transStatus: letter,
    ...(REASONS[letter] && { transStatusReason: REASONS[letter] }),
    ...(proof && { authenticationValue: proof.cavv, eci: proof.eci }),
    ...(letter === 'C' && {
      acsChallengeMandated: 'Y',
      acsURL: `http://issuer.example/acs/challenge/${question.issuerId}`,
      authenticationType: '02',
    }),
  };
}

function failed(cause: 'UNREACHABLE' | 'BROKEN_LINE' | 'NO_ANSWER', delay_ms = 0): Said {
  return { outcome: { kind: 'failed', cause }, delay_ms };
}

function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
