/**
 * PReq and PRes: which cards are enrolled, and what has changed since we last asked.
 */
import type { RangesAnswer } from '../../core/threeds-port.js';
import type { CardRangeChange } from '../../core/threeds-ranges.js';
import { browserAddress } from './addresses.js';
import type { FieldName } from './fields.js';
import { hear, unusable } from './heard.js';
import { compose, faultsOf, isObject, own, valueOf, type Message } from './message.js';
import type { PostOutcome } from './post.js';

/** The newest we speak: what a PRes says does not differ between versions. */
const VERSION = '2.2.0';

export function rangesMessage(transactionId: string, serial: string | null): Message {
  return compose({
    messageType: 'PReq',
    messageVersion: VERSION,
    threeDSServerTransID: transactionId,
    serialNum: serial,
  });
}

/** All of it or nothing: half a list would leave cards out without anybody noticing. */
export function rangesAnswer(asked: Message, outcome: PostOutcome, plain: boolean): RangesAnswer {
  const heard = hear(asked, outcome, 'PRes');
  if (heard.kind === 'unavailable') return heard;
  const { message } = heard;
  const serial = valueOf(message, 'serialNum');
  const first = valueOf(message, 'dsStartProtocolVersion');
  const last = valueOf(message, 'dsEndProtocolVersion');
  const list = own(message, 'cardRangeData');
  if (valueOf(message, 'dsTransID') === undefined || serial === undefined) return unusable(heard, 'UNREADABLE');
  if (first === undefined || last === undefined) return unusable(heard, 'UNREADABLE');
  const directory = { first, last };
  if (list === undefined && serial === asked.serialNum) return { kind: 'unchanged', serial, directory };
  const changes = Array.isArray(list) ? list.map(entry => changeOf(entry, plain)) : [];
  const readable = changes.filter(change => change !== null);
  if (changes.length === 0 || readable.length < changes.length) return unusable(heard, 'UNREADABLE');
  return { kind: 'changed', serial, directory, changes: readable };
}

const OF_A_RANGE: readonly FieldName[] = ['acsStartProtocolVersion', 'acsEndProtocolVersion'];

function changeOf(entry: unknown, plain: boolean): CardRangeChange | null {
  if (!isObject(entry)) return null;
  const deletes = valueOf(entry, 'actionInd') === 'D';
  const required: readonly FieldName[] = ['startRange', 'endRange', ...(deletes ? [] : OF_A_RANGE)];
  const { missing, invalid } = faultsOf(entry, required, ['actionInd', 'threeDSMethodURL']);
  const low = valueOf(entry, 'startRange') ?? '';
  const high = valueOf(entry, 'endRange') ?? '';
  if (missing.length + invalid.length > 0 || low.length !== high.length || low > high) return null;
  if (deletes) return { action: 'DELETE', low, high };
  const named = valueOf(entry, 'threeDSMethodURL');
  const methodUrl = named === undefined ? null : browserAddress(named, plain);
  if (named !== undefined && methodUrl === null) return null;
  const versions = {
    first: valueOf(entry, 'acsStartProtocolVersion') ?? '',
    last: valueOf(entry, 'acsEndProtocolVersion') ?? '',
  };
  return { action: 'SET', range: { low, high, versions, methodUrl } };
}
