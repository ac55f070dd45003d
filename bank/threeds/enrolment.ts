/**
 * Which cards are in 3-D Secure: what the directory tells in its PRes. A card is, when its range is and the two digits
 * after the BIN are not 00; those with 11 have a page to be shown beforehand.
 */
import { createHash } from 'node:crypto';
import { RANGES, type Range } from '../ranges.js';
import { type Json, VERSIONS } from './message.js';

export interface Enrolment {
  /** Changes when, and only when, the ranges do. */
  readonly serialNum: string;
  readonly cardRangeData: readonly Json[];
}

export function enrolmentAt(origin: string): Enrolment {
  const cardRangeData = RANGES.flatMap(range => (range.enrolled ? enrolled(range, `${origin}/acs/method`) : []));
  const digest = createHash('sha256').update(JSON.stringify(cardRangeData)).digest('hex');
  return { serialNum: digest.slice(0, 20), cardRangeData };
}

function enrolled(range: Range, threeDSMethodURL: string): Json[] {
  return [between(range, '01', '10'), { ...between(range, '11', '11'), threeDSMethodURL }, between(range, '12', '99')];
}

function between({ bin, length }: Range, first: string, last: string): Json {
  return {
    startRange: (bin + first).padEnd(length, '0'),
    endRange: (bin + last).padEnd(length, '9'),
    actionInd: 'A',
    acsStartProtocolVersion: VERSIONS[0],
    acsEndProtocolVersion: VERSIONS.at(-1),
    // 01 it authenticates, 02 it vouches for attempts.
    acsInfoInd: ['01', '02'],
  };
}
