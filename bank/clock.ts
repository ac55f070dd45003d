/**
 * The clock of an acceptor: the bank's own time and an offset that only grows. The shop's till moves it together with
 * its own, so that days can pass in a test.
 */
import type { Change } from './changes.js';
import type { Ledger } from './ledger.js';

/** What is still held this long after it was authorised lapses. */
const HOLD_LASTS_ms = 30 * 86_400_000;

export function timeOf(acceptor: string, ledger: Ledger, now_ms: number): Date {
  return new Date(now_ms + (ledger.clocks.get(acceptor) ?? 0));
}

/** The holds that have lapsed by now and have not been written down as such. */
export function lapsed(ledger: Ledger, now_ms: number): Change[] {
  return [...ledger.authorisations.values()]
    .filter(each => each.state === 'HELD')
    .filter(each => timeOf(each.acceptor, ledger, now_ms).getTime() - new Date(each.at).getTime() >= HOLD_LASTS_ms)
    .map(({ id }) => ({ kind: 'LAPSED', id }));
}
