/**
 * The issuer's challenges: opened by the shopper's browser, ended by a code, by Cancel, by the third failure or by time.
 */
import type { Faults } from '../faults.js';
import type { Timers } from '../timers.js';
import type { Authentication } from './authentications.js';
import type { Authenticated, ThreedsLine } from './changes.js';
import { type Event, LIFE_ms, MOST_FAILURES, endingOf } from './ending.js';
import { type Json, must } from './message.js';
import type { Records } from './records.js';
import type { Results } from './results.js';

const RIGHT_CODE = '1234';

interface IssuerParts {
  readonly records: Records;
  readonly results: Results;
  readonly faults: Faults;
  readonly timers: Timers;
  readonly log: (event: Readonly<Record<string, unknown>>) => void;
}

export class Issuer {
  readonly #watches = new Map<string, () => void>();

  constructor(private readonly parts: IssuerParts) {}

  /** The challenge of this CReq; undefined when the issuer does not know it by all its ids. */
  async open(creq: Json, sessionData: string | undefined): Promise<Authentication | undefined> {
    const authentication = this.find(must(creq, 'acsTransID'));
    const sameTransaction = authentication?.threeDSServerTransID === must(creq, 'threeDSServerTransID');
    const sameVersion = authentication?.messageVersion === must(creq, 'messageVersion');
    if (!authentication || !sameTransaction || !sameVersion) return undefined;
    await this.settle(authentication);
    const { acsTransID, opened, end } = authentication;
    // The same CReq again shows the same page again: somebody reloaded, and no try is lost or won.
    if (end || (opened && authentication.sessionData === sessionData)) return authentication;
    const line: ThreedsLine = {
      kind: 'CHALLENGE_OPENED',
      acsTransID,
      ...(sessionData !== undefined && { sessionData }),
    };
    await this.parts.records.write(authentication.acceptor, [line]);
    return authentication;
  }

  /** Only what had to be asked: nobody is challenged whose ARes said something else. */
  find(acsTransID: string): Authentication | undefined {
    const authentication = this.parts.records.authentications.get(acsTransID);
    return authentication?.transStatus === 'C' ? authentication : undefined;
  }

  async submit(authentication: Authentication, code: string): Promise<void> {
    await this.settle(authentication);
    if (authentication.end) return this.parts.results.deliver(authentication);
    if (code.trim() === RIGHT_CODE) return this.#end(authentication, 'RIGHT');
    const failed: ThreedsLine = { kind: 'CODE_FAILED', acsTransID: authentication.acsTransID };
    if (authentication.failures + 1 >= MOST_FAILURES) return this.#end(authentication, 'FAILED', [failed]);
    return this.parts.records.write(authentication.acceptor, [failed]);
  }

  async cancel(authentication: Authentication): Promise<void> {
    await this.settle(authentication);
    if (authentication.end) return this.parts.results.deliver(authentication);
    return this.#end(authentication, 'CANCELLED');
  }

  /** Ends this challenge when its time is over. Nobody waits for the till's door then. */
  async settle(authentication: Authentication): Promise<void> {
    if (authentication.end || this.#age_ms(authentication) < LIFE_ms) return;
    await this.#book(authentication, 'TIMED_OUT');
    this.#deliverLater(authentication);
  }

  /** All of them; called when time may have passed. */
  async expire(): Promise<void> {
    const watched = [...this.#watches.keys()].map(id => this.find(id));
    await Promise.all(watched.map(each => each && this.settle(each)));
  }

  watch({ acsTransID }: Pick<Authenticated, 'acsTransID'>): void {
    const authentication = this.find(acsTransID);
    if (!authentication) return;
    const left_ms = LIFE_ms - this.#age_ms(authentication);
    const again = async () => {
      await this.settle(authentication);
      if (!authentication.end) this.watch(authentication);
    };
    // A timer may ring a little early, and the clock it is set by may stand still: it rings again.
    this.#watches.set(
      acsTransID,
      this.parts.timers.after(Math.max(left_ms, 1_000), () => void again().catch(this.#failed)),
    );
  }

  /** What an earlier life of the bank left: challenges that are open, results that were not heard. */
  async resume(): Promise<void> {
    for (const authentication of this.parts.records.authentications.all.values()) {
      if (authentication.transStatus !== 'C') continue;
      if (authentication.end) this.#deliverLater(authentication);
      else this.watch(authentication);
    }
    await this.expire();
  }

  async #end(authentication: Authentication, event: Event, before: readonly ThreedsLine[] = []): Promise<void> {
    await this.#book(authentication, event, before);
    await this.parts.results.deliver(authentication);
  }

  #book(authentication: Authentication, event: Event, before: readonly ThreedsLine[] = []): Promise<void> {
    const { records, faults } = this.parts;
    const { acsTransID, acceptor, cardHash } = authentication;
    this.#watches.get(acsTransID)?.();
    this.#watches.delete(acsTransID);
    const ended = endingOf(authentication, event, records.hash, faults.forThreeds('result', cardHash));
    return records.write(acceptor, [...before, ended]);
  }

  #deliverLater(authentication: Authentication): void {
    this.parts.results.deliver(authentication).catch(this.#failed);
  }

  readonly #failed = (error: unknown): void => this.parts.log({ event: 'result not delivered', error: String(error) });

  #age_ms({ acceptor, at }: Authentication): number {
    return this.parts.records.timeOf(acceptor).getTime() - new Date(at).getTime();
  }
}
