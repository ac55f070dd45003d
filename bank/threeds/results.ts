/**
 * The issuer's last word, to the till's own door: RReq, up to three times until it is answered (PROTOCOL-3DS.md,
 * "Challenge"). What waits for an answer when the bank stops is sent again when it starts.
 */
import type { Timers } from '../timers.js';
import type { Authentication } from './authentications.js';
import { LARGEST_MESSAGE_bytes, type Json, field, parseObject } from './message.js';
import { cavvOf } from './proof.js';
import type { Records } from './records.js';

const MOST_TRIES = 3;

export interface Patience {
  /** How long one RReq waits for its RRes. */
  readonly timeout_ms: number;
  /** Between a try that failed and the next. */
  readonly pause_ms: number;
}

interface ResultsParts {
  readonly records: Records;
  readonly timers: Timers;
  readonly patience: Patience;
  readonly log: (event: Readonly<Record<string, unknown>>) => void;
}

export class Results {
  readonly #closing = new AbortController();
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(private readonly parts: ResultsParts) {}

  /** Resolves when the first RReq has been answered or given up; a late one is not waited for. */
  async deliver(authentication: Authentication): Promise<void> {
    const { acsTransID, end } = authentication;
    if (!end || end.plan === 'NEVER' || this.#closing.signal.aborted) return undefined;
    const known = this.#underWay.get(acsTransID);
    if (known || isDelivered(authentication)) return known;
    const start = () => {
      const first = this.#attempt(authentication, 1);
      this.#keep(
        acsTransID,
        first.then(() => (end.plan === 'TWICE' ? this.#attempt(authentication, 2) : undefined)),
      );
      return first;
    };
    if (end.plan !== 'LATE' || authentication.tries.length > 0) return start();
    this.#underWay.set(acsTransID, Promise.resolve());
    this.parts.timers.after(end.late_ms ?? 0, () => void start());
    return undefined;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#underWay.values());
  }

  #keep(acsTransID: string, work: Promise<void>): void {
    const failed = (error: unknown) => this.parts.log({ event: 'result not delivered', error: String(error) });
    const settled = work.catch(failed).finally(() => this.#underWay.delete(acsTransID));
    this.#underWay.set(acsTransID, settled);
  }

  async #attempt(authentication: Authentication, delivery: 1 | 2): Promise<void> {
    const { acceptor, acsTransID } = authentication;
    while (!isSettled(authentication, delivery)) {
      const { answer, answered } = await this.#ask(authentication);
      // Nobody waits for the answer any more; the next life of the bank asks again.
      if (this.#closing.signal.aborted) return;
      await this.parts.records.write(acceptor, [{ kind: 'RREQ_TRIED', acsTransID, delivery, answer, answered }]);
      if (!answered && !isSettled(authentication, delivery)) await this.#pause();
    }
  }

  async #ask(authentication: Authentication): Promise<{ answer: string; answered: boolean }> {
    const timeout = AbortSignal.timeout(this.parts.patience.timeout_ms);
    try {
      const response = await fetch(authentication.threeDSServerURL, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(rreqOf(authentication, this.parts.records.hash)),
        redirect: 'manual',
        signal: AbortSignal.any([timeout, this.#closing.signal]),
      });
      const text = await readAtMost(response, LARGEST_MESSAGE_bytes);
      return response.status === 200 ? judge(text, authentication) : no(`HTTP ${response.status}`);
    } catch {
      return no(timeout.aborted ? 'TIMEOUT' : 'UNREACHABLE');
    }
  }

  #pause(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, this.parts.patience.pause_ms);
    this.#closing.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
    return promise;
  }
}

function isSettled({ tries }: Authentication, delivery: 1 | 2): boolean {
  const ofIt = tries.filter(each => each.delivery === delivery);
  return ofIt.length >= MOST_TRIES || ofIt.some(each => each.answered);
}

function isDelivered(authentication: Authentication): boolean {
  return isSettled(authentication, 1) && (authentication.end?.plan !== 'TWICE' || isSettled(authentication, 2));
}

export function rreqOf(authentication: Authentication, hash: (text: string) => string): Json {
  const { acsTransID, dsTransID, threeDSServerTransID, messageVersion, end, failures } = authentication;
  const submitted = failures + (end?.challengeCancel === undefined && failures < MOST_TRIES ? 1 : 0);
  return {
    messageType: 'RReq',
    messageVersion,
    messageCategory: '01',
    threeDSServerTransID,
    dsTransID,
    acsTransID,
    transStatus: end?.transStatus,
    ...(end?.transStatusReason !== undefined && { transStatusReason: end.transStatusReason }),
    ...(end?.cavvHash !== undefined && { authenticationValue: cavvOf(hash, acsTransID) }),
    ...(end?.eci !== undefined && { eci: end.eci }),
    interactionCounter: String(submitted).padStart(2, '0'),
    ...(end?.challengeCancel !== undefined && { challengeCancel: end.challengeCancel }),
    authenticationType: '02',
  };
}

function no(answer: string): { answer: string; answered: boolean } {
  return { answer, answered: false };
}

function judge(text: string, authentication: Authentication): { answer: string; answered: boolean } {
  const message = parseObject(text);
  const type = message && field(message, 'messageType');
  if (message && type === 'Erro') return { answer: `Erro ${code(field(message, 'errorCode'))}`, answered: true };
  const ids = ['threeDSServerTransID', 'dsTransID', 'acsTransID'] as const;
  const same = message && ids.every(name => field(message, name) === authentication[name]);
  if (!message || type !== 'RRes' || !same) return no('GARBAGE');
  return { answer: `RRes ${code(field(message, 'resultsStatus'))}`, answered: true };
}

/** What a stranger wrote must not grow in our book. */
function code(value: unknown): string {
  return typeof value === 'string' && /^\d{2,3}$/.test(value) ? value : '?';
}

async function readAtMost(response: Response, most_bytes: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > most_bytes) throw new Error('too long an answer');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}
