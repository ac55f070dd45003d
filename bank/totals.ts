/**
 * 0500 and its repeat: the acceptor's totals of a batch beside the bank's own. The batch closes either way.
 */
import { type Totals } from './batches.js';
import { batchId } from './changes.js';
import type { Context, Decision } from './decision.js';
import { type Fields, type Message, zeros } from './message.js';

/** ISO 8583: purchases are debits (76, 88), refunds credits (74, 86); 97 is the net of both with its sign. */
export function totalFields({ debits, debitAmount, credits, creditAmount }: Totals): Fields {
  const sign = debitAmount >= creditAmount ? 'D' : 'C';
  return {
    74: zeros(credits, 10),
    76: zeros(debits, 10),
    86: zeros(creditAmount, 16),
    88: zeros(debitAmount, 16),
    97: sign + zeros(Math.abs(debitAmount - creditAmount), 16),
  };
}

/** `falsified`: a fault on demand makes the bank count one purchase of one minor unit too many. */
export function reconcile(message: Message, { ledger }: Context, falsified = false): Decision {
  const batch = batchId(message.acceptor, message.must(50), message.tags.get('BN') ?? '');
  const counted = ledger.batches.totals(batch);
  const own = totalFields(
    falsified ? { ...counted, debits: counted.debits + 1, debitAmount: counted.debitAmount + 1 } : counted,
  );
  const agrees = Object.entries(own).every(([field, value]) => message.get(Number(field)) === value);
  // Nothing in a batch is ever reversed here, so that a number of reversed items cannot be right.
  const unreversed = [75, 77, 87, 89].every(field => Number(message.must(field)) === 0);
  const code = agrees && unreversed && !falsified ? '00' : '95';
  const added = { ...own, 66: code === '00' ? '1' : '2' };
  const closed = ledger.batches.isClosed(batch);
  return { code, changes: closed ? [] : [{ kind: 'BATCH_CLOSED', batch, code }], added };
}
