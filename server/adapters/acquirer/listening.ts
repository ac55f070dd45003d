/**
 * Answers nobody waits for (any more): told to the listener where they are late, dropped and counted where they are not ours.
 */
import type { LateAnswer, Log } from '../../core/ports.js';
import type { Decoded } from './iso8583.js';
import type { LateAnswers } from './late.js';

export class Listening {
  listener: ((late: LateAnswer) => void) | null = null;
  #strays = 0;

  constructor(
    readonly late: LateAnswers,
    private readonly log: Log,
  ) {}

  stray(decoded: Decoded): void {
    const late = this.late.recognise(decoded);
    if (!late) return this.#drop(decoded);
    this.log.info('acquirer.late_answer', { stan: late.stan, rrn: late.rrn, responseCode: late.responseCode });
    try {
      this.listener?.(late);
    } catch (error) {
      // The line must not fall because of what its listener does.
      this.log.error('acquirer.late_answer_not_taken', { stan: late.stan, rrn: late.rrn, error });
    }
  }

  /** Counted, and told at 1, 10, 100 …: a host gone mad must not fill the disk. */
  #drop({ message }: Decoded): void {
    this.#strays += 1;
    if (!/^10*$/.test(String(this.#strays))) return;
    this.log.warn('acquirer.stray_answer', { mti: message.mti, stan: message.fields.get(11), count: this.#strays });
  }
}
