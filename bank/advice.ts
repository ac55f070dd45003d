/**
 * 0220 and its repeat: one item of a batch, the capture of an authorisation or the refund of a capture.
 */
import { type Change, batchId } from './changes.js';
import type { Context, Decision } from './decision.js';
import { PURCHASE, REFUND } from './dialect.js';
import type { Authorisation } from './ledger.js';
import { type Message, parseOriginal } from './message.js';

/** `forced` is the code with which a fault on demand rejects the item. */
export function takeItem(message: Message, context: Context, forced?: string): Decision {
  const batch = batchId(message.acceptor, message.must(49), message.tags.get('BN') ?? '');
  const refund = message.must(3) === REFUND;
  const verdict = forced ?? judge(message, context, batch, refund);
  if (typeof verdict !== 'string') return { code: '00', changes: [verdict] };
  const item = refund ? 'REFUND' : 'CAPTURE';
  const rrn = message.must(37).trimEnd();
  return {
    code: verdict,
    changes: [{ kind: 'ITEM_REJECTED', item, rrn, batch, amount: message.amount, code: verdict }],
  };
}

/** What the item changes, or the code that rejects it. */
function judge(message: Message, context: Context, batch: string, refund: boolean): Change | string {
  if (context.ledger.batches.isClosed(batch)) return '12';
  if (refund) return credit(message, context, batch);
  return message.must(3) === PURCHASE ? capture(message, context, batch) : '12';
}

/** At most what is still held, once; what it does not take is released. */
function capture(message: Message, { ledger }: Context, batch: string): Change | string {
  const authorisation = ledger.underRrn(message.acceptor, message.must(37)).find(each => each.held > 0);
  if (!authorisation) return '25';
  const { amount } = message;
  if (authorisation.currency !== message.must(49) || amount === 0 || amount > authorisation.held) return '13';
  return { kind: 'CAPTURED', id: authorisation.id, batch, amount };
}

/** All refunds of a capture are at most its amount. */
function credit(message: Message, context: Context, batch: string): Change | string {
  const { amount } = message;
  const rrn = message.must(37).trimEnd();
  if (context.ledger.refund(message.acceptor, rrn)) return '94';
  const captured = capturedOf(message, context);
  if (!captured) return '25';
  const left = captured.captured - captured.refunded;
  if (captured.currency !== message.must(49) || amount === 0 || amount > left) return '13';
  return { kind: 'REFUNDED', id: captured.id, rrn, batch, amount };
}

/** Field 90 names neither terminal nor RRN; the card tells apart what two terminals sent in one second. */
function capturedOf(message: Message, { ledger, hash }: Context): Authorisation | undefined {
  const { mti, stan, sentAt } = parseOriginal(message.must(90));
  if (mti !== '0100') return undefined;
  const cardHash = hash(message.must(2));
  return ledger
    .underStan(message.acceptor, stan, sentAt)
    .find(each => each.state === 'CAPTURED' && each.cardHash === cardHash);
}
