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

export interface Notified {
  readonly url: string;
  readonly id: string;
  readonly body: string;
  /** Whether the house was answered with a 200. */
  readonly taken: boolean;
}

const TIMEOUT_ms = 15_000;

export class SimReceiver {
  readonly notified: Notified[] = [];
  readonly mailed: Mail[] = [];
  readonly fates: HookFate[] = [];

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
      send: mail =>
        process.reach('MAIL', 'sends a mail', async (): Promise<MailAnswer> => {
          this.mailed.push(mail);
          return { kind: 'answered', taken: true, forGood: false, code: 250, reply: '250 taken' };
        }),
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

  #hang(process: SimProcess): Promise<HookAnswer> {
    return new Promise(resolve => {
      this.time.after(TIMEOUT_ms, process, () => resolve({ kind: 'unanswered', fault: 'TIMED_OUT' }));
    });
  }
}
