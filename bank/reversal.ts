/**
 * 0400, 0420 and their repeats: give back what an authorisation holds, all of it or down to what field 95 says.
 */
import { authorisationId } from './changes.js';
import type { Context, Decision } from './decision.js';
import { type Message, parseOriginal } from './message.js';

export function reverse(message: Message, { ledger }: Context): Decision {
  if (parseOriginal(message.must(90)).mti !== '0100') return { code: '25', changes: [] };
  const id = originalOf(message);
  const original = ledger.authorisations.get(id);
  // It overtook its original, or its original was lost: should that come later, it will be declined.
  if (!original) return { code: '25', changes: [{ kind: 'REVERSAL_REMEMBERED', id }] };
  if (original.state === 'CAPTURED') return { code: '21', changes: [] };
  const remaining = remainingOf(message);
  const lowers = remaining < original.held || (remaining === 0 && original.state === 'CHECKED');
  // Of several the lowest counts: an older, higher one is acknowledged and changes nothing.
  return { code: '00', changes: lowers ? [{ kind: 'REVERSED', id, remaining }] : [] };
}

/** The authorisation that a reversal speaks of, by RRN, acceptor and field 90. */
export function originalOf(message: Message): string {
  const { stan, sentAt } = parseOriginal(message.must(90));
  return authorisationId(message.acceptor, message.must(37), stan, sentAt);
}

/** The first twelve digits of field 95 are the amount that remains; a reversal without it leaves nothing. */
function remainingOf(message: Message): number {
  return Number((message.get(95) ?? '').slice(0, 12));
}
