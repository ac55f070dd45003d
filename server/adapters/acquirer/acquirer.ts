/**
 * The port `Acquirer` over ISO 8583 on TCP.
 */
import { LATE_ANSWER_ms } from '../../core/deadlines.js';
import type {
  Acquirer,
  Advice,
  AdviceAnswer,
  AuthorisationAnswer,
  AuthorisationRequest,
  Clock,
  LateAnswer,
  Log,
  Random,
  Timers,
} from '../../core/ports.js';
import { adviceAnswer, authorisationAnswer, expectedOf } from './answers.js';
import { connectTo, type TlsOptions } from './connect.js';
import { adviceMessage, authorisationMessage } from './dialect.js';
import type { Decoded } from './iso8583.js';
import { LateAnswers } from './late.js';
import { Link, type Connect } from './link.js';
import { Listening } from './listening.js';
import { createLocalTime } from './local-time.js';
import { Pool } from './pool.js';
import { askWith } from './question.js';

export interface AcquirerOptions {
  readonly host: string;
  readonly port: number;
  readonly tls?: TlsOptions;
  /** How long an answer is waited for. */
  readonly timeout_ms?: number;
  readonly connect_timeout_ms?: number;
  readonly idle_ms?: number;
  readonly first_retry_ms?: number;
  readonly longest_retry_ms?: number;
  readonly lines?: number;
  /** Questions under way on one line; those beyond it are not sent. */
  readonly most_pending?: number;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
  readonly connect?: Connect;
}

/** Unanswered authorisations that are remembered. */
const MOST_REMEMBERED = 10_000;

export function createAcquirer(options: AcquirerOptions): Acquirer {
  const { clock, timers, random, log, timeout_ms = 15_000, lines = 2, most_pending = 1000 } = options;
  const connect_timeout_ms = options.connect_timeout_ms ?? Math.min(5000, timeout_ms);
  const listening = new Listening(new LateAnswers(clock, MOST_REMEMBERED, LATE_ANSWER_ms), log);
  const settings = {
    connect: options.connect ?? connectTo(options.host, options.port, options.tls),
    timeout_ms,
    connect_timeout_ms,
    network_timeout_ms: connect_timeout_ms,
    idle_ms: options.idle_ms ?? 30_000,
    first_retry_ms: options.first_retry_ms ?? 250,
    longest_retry_ms: options.longest_retry_ms ?? 30_000,
    most_pending,
    nextStan: networkStans(random),
    stray: (decoded: Decoded) => listening.stray(decoded),
    clock,
    timers,
    random,
    log,
  };
  const links = Array.from({ length: lines }, () => new Link(settings));
  return new Iso8583Acquirer(new Pool(links, lines * most_pending, clock, connect_timeout_ms), listening);
}

class Iso8583Acquirer implements Acquirer {
  readonly #localise = createLocalTime();

  constructor(
    private readonly pool: Pool,
    private readonly listening: Listening,
  ) {}

  async authorise(request: AuthorisationRequest): Promise<AuthorisationAnswer> {
    const message = authorisationMessage(request, this.#localise);
    return new Promise(resolve => {
      const question = askWith(message, outcome => {
        const answer = authorisationAnswer(message, outcome);
        if (answer.kind === 'unknown' && outcome.kind !== 'unsent')
          this.listening.late.remember(question.key, request, expectedOf(message));
        resolve(answer);
      });
      this.pool.ask(question);
    });
  }

  async advise(advice: Advice): Promise<AdviceAnswer> {
    const message = adviceMessage(advice, this.#localise);
    return new Promise(resolve => {
      this.pool.ask(askWith(message, outcome => resolve(adviceAnswer(message, outcome))));
    });
  }

  onLateAnswer(listener: (late: LateAnswer) => void): void {
    this.listening.listener = listener;
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

/** Six digits that begin anywhere, so that a restart does not repeat what was just said. */
function networkStans(random: Random): () => string {
  const [high = 0, low = 0] = random.bytes(2);
  let last = high * 256 + low;
  return () => {
    last = (last % 999_999) + 1;
    return String(last).padStart(6, '0');
  };
}
