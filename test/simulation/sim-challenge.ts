/**
 * The issuer's challenges: the shopper proves who they are or does not, and the result (RReq) is brought to the house, up to three
 * times until it is answered.
 */
import { headOf, proofOf } from './sim-directory.js';
import type { Question, Word } from './sim-proofs.js';
import { NATURE, type VirtualTime } from './virtual-time.js';

/** What the shopper does at the issuer's page; the last two are time's doing. */
export const CHALLENGE_ENDS = ['PROVES', 'FAILS', 'CANCELS', 'TIMED_OUT', 'NEVER_CAME'] as const;
export type ChallengeEnd = (typeof CHALLENGE_ENDS)[number];

/** A challenge lives so long. */
const LIFE_ms = 10 * 60_000;
const PATIENCE_ms = 10_000;
const PAUSE_ms = 2_000;
const LATE_ms = 5_000;
const MOST_TRIES = 3;
/** Issuers that never send a result, one that says no whatever the shopper did, one that forgets the proof. */
const NEVER = new Set(['08', '17']);
const CONTRADICTS = '09';
const FORGETS_PROOF = '18';
const TWICE = '10';
const LATE = '15';

const CANCEL: Readonly<Partial<Record<ChallengeEnd, string>>> = { CANCELS: '01', TIMED_OUT: '04', NEVER_CAME: '05' };

/** Brings a result to some process of the house; null where nobody answers. */
export type Bring = (url: string, body: string, tries: number) => Promise<string | null>;

export class SimChallenges {
  readonly complaints: string[] = [];
  readonly #open = new Map<string, { readonly question: Question; hasCome: boolean }>();

  constructor(
    private readonly time: VirtualTime,
    private readonly count: (what: string) => void,
    private readonly bring: Bring,
  ) {}

  begin(question: Question): void {
    const challenge = { question, hasCome: false };
    this.#open.set(question.issuerId, challenge);
    this.time.after(LIFE_ms, NATURE, () => this.end(question.issuerId, 'NEVER_CAME'));
  }

  /** The first end counts. Where the page never returns, nothing the shopper does there ends it. */
  end(issuerId: string, how: ChallengeEnd): void {
    const challenge = this.#open.get(issuerId);
    if (!challenge) return;
    this.#open.delete(issuerId);
    this.count(`challenge ${how}`);
    if (NEVER.has(challenge.question.way)) return;
    void this.#tell(challenge.question, how);
  }

  async #tell(question: Question, how: ChallengeEnd): Promise<void> {
    const { way } = question;
    if (way === LATE) await this.#pause(LATE_ms);
    question.word = how === 'PROVES' && way !== CONTRADICTS ? 'Y' : 'N';
    question.proof = question.word === 'Y' && way !== FORGETS_PROOF ? proofOf(question, 'Y') : null;
    await this.#deliver(question, question.word, how);
    if (way === TWICE) await this.#deliver(question, question.word, how);
  }

  async #deliver(question: Question, word: Word, how: ChallengeEnd): Promise<void> {
    const body = JSON.stringify({
      ...headOf(question, 'RReq'),
      messageCategory: '01',
      transStatus: word,
      ...(word === 'N' && { transStatusReason: '01' }),
      ...(CANCEL[how] !== undefined && { challengeCancel: CANCEL[how] }),
      ...(question.proof && { authenticationValue: question.proof.cavv, eci: question.proof.eci }),
      interactionCounter: '01',
      authenticationType: '02',
    });
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const answer = await Promise.race([
        this.bring(question.resultUrl, body, tries),
        this.#pause(PATIENCE_ms).then(() => null),
      ]);
      if (answer !== null) return this.#heard(question, word, answer);
      this.count('RREQ unanswered');
      await this.#pause(PAUSE_ms);
    }
  }

  #heard(question: Question, word: Word, text: string): void {
    const answer = JSON.parse(text) as Record<string, unknown>;
    this.count(`RREQ ${word} answered with ${String(answer['messageType'])}`);
    if (answer['messageType'] !== 'RRes') return;
    if (word === 'Y' && question.proof === null) this.complaints.push('A yes without its proof was taken.');
    question.acknowledged = word;
  }

  #pause(duration_ms: number): Promise<void> {
    return new Promise(resolve => void this.time.after(duration_ms, NATURE, resolve));
  }
}
