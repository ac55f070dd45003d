/**
 * Answers kept back until the reversal of their request has been answered: a late approval, at its worst moment.
 */
import { authorisationId } from './changes.js';
import type { Line } from './line.js';
import type { Message } from './message.js';

const MOST_KEPT = 10_000;

export class LateAnswers {
  readonly #kept = new Map<string, { readonly bytes: Buffer; readonly line: Line }>();

  keep(request: Message, bytes: Buffer, line: Line): void {
    const id = authorisationId(request.acceptor, request.must(37), request.must(11), request.must(7));
    this.#kept.set(id, { bytes, line });
    // Whose reversal never comes must not be kept for ever.
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  /** By the connection the request came on; when that is gone, by the reversal's. */
  release(original: string, reversalLine: Line): void {
    const late = this.#kept.get(original);
    if (!late) return;
    this.#kept.delete(original);
    (late.line.open ? late.line : reversalLine).send(late.bytes);
  }

  clear(): void {
    this.#kept.clear();
  }
}
