/**
 * The merchants' servers that are told, and the mail server: each keeps what it got.
 */
import type { HookAnswer, HookMessage, Hooks } from '../../server/core/hooks-port.js';
import type { Mail, MailAnswer, Mailer } from '../../server/core/mailer-port.js';
import type { Reached } from './reached.js';
import type { SimProcess } from './sim-process.js';
import type { VirtualTime } from './virtual-time.js';

export const HOOK_FATES = ['SAYS_500', 'ANSWER_LOST', 'REFUSED', 'HANGS'] as const;
export type HookFate = (typeof HOOK_FATES)[number];

export const MAIL_FATES = ['MAIL_REFUSED', 'MAIL_LATER', 'MAIL_FOR_GOOD', 'MAIL_ANSWER_LOST', 'MAIL_HANGS'] as const;
export type MailFate = (typeof MAIL_FATES)[number];

/** What the mail server was handed, and what it said. */
export interface Handed {
  readonly recipient: string;
  readonly text: string;
  readonly said: 'TAKEN' | 'LATER' | 'FOR_GOOD' | 'NOTHING';
}

export interface Notified {
  readonly url: string;
  readonly id: string;
  readonly body: string;
  /** Whether the house was answered with a 200. */
  readonly taken: boolean;
}

const TIMEOUT_ms = 15_000;
/** To a letter that it was handed. */
const SAYS: Readonly<Partial<Record<MailFate | 'MAIL_TAKEN', Handed['said']>>> = {
  MAIL_TAKEN: 'TAKEN',
  MAIL_LATER: 'LATER',
  MAIL_FOR_GOOD: 'FOR_GOOD',
};

export class SimReceiver {
  readonly notified: Notified[] = [];
  readonly mailed: Handed[] = [];
  readonly fates: HookFate[] = [];
  readonly mailFates: MailFate[] = [];

  constructor(
    private readonly time: VirtualTime,
    private readonly reached: Reached,
  ) {}

  hooksOf(process: SimProcess): Hooks {
    return {
      timeout_ms: TIMEOUT_ms,
      complaintAbout: async () => null,
      post: async message => {
        const answer = await process.reach('HOOK', 'tells an endpoint', async () => this.#take(message));
        return answer ?? this.#hang(process);
      },
    };
  }

  mailerOf(process: SimProcess, compose: Mailer['compose']): Mailer {
    return {
      isConnected: true,
      timeout_ms: TIMEOUT_ms,
      compose,
      send: async mail => {
        const answer = await process.reach('MAIL', 'sends a mail', async () => this.#takeMail(mail));
        return answer ?? this.#hang(process);
      },
    };
  }

  /** Null where nothing is ever answered. */
  #take({ url, headers, body }: HookMessage): HookAnswer | null {
    const fate = this.fates.shift();
    if (fate) this.reached.count(`${fate} of HOOK`);
    if (fate === 'REFUSED') return { kind: 'unanswered', fault: 'CONNECTION_REFUSED' };
    this.notified.push({ url, id: headers['webhook-id'] ?? '', body, taken: fate === undefined });
    if (fate === 'SAYS_500') return { kind: 'answered', status: 500, beginning: 'later' };
    if (fate === 'ANSWER_LOST') return { kind: 'unanswered', fault: 'CONNECTION_BROKEN' };
    return fate === 'HANGS' ? null : { kind: 'answered', status: 200, beginning: '' };
  }

  /** Null where nothing is ever answered. */
  #takeMail({ recipient, message }: Mail): MailAnswer | null {
    const fate = this.mailFates.shift();
    if (fate) this.reached.count(fate);
    if (fate === 'MAIL_REFUSED') return { kind: 'unanswered', fault: 'CONNECTION_REFUSED' };
    const said = SAYS[fate ?? 'MAIL_TAKEN'] ?? 'NOTHING';
    this.mailed.push({ recipient, text: new TextDecoder().decode(message), said });
    if (fate === 'MAIL_HANGS') return null;
    if (said === 'NOTHING') return { kind: 'unanswered', fault: 'CONNECTION_BROKEN' };
    const code = { TAKEN: 250, LATER: 451, FOR_GOOD: 550 }[said];
    return { kind: 'answered', taken: said === 'TAKEN', forGood: said === 'FOR_GOOD', code, reply: `${code}` };
  }

  #hang(process: SimProcess): Promise<{ kind: 'unanswered'; fault: 'TIMED_OUT' }> {
    return new Promise(resolve => {
      this.time.after(TIMEOUT_ms, process, () => resolve({ kind: 'unanswered', fault: 'TIMED_OUT' }));
    });
  }
}
