/** What befalls the lines between the processes. */
import { LINES, type House, type LineName } from '../house.js';
import { LINE_FAULTS, type LineFault, type Proxy } from '../proxy.js';
import type { Random } from '../random.js';
import type { Misfortune } from './deck.js';

/** What is delayed, held or half open is so for so long at most; a line that is gone for longer is a server that is. */
const MOST_ms: Readonly<Record<LineFault, number>> = {
  DELAY: 1_500,
  CUT: 0,
  SPLIT: 0,
  MERGE: 300,
  GARBLE: 0,
  HALF_OPEN: 6_000,
  LOSE_ANSWER: 0,
};

/** What the database is told is not garbled: it would write down what nobody said, as over a line without TLS it must. */
export function canSuffer(line: LineName, fault: LineFault): boolean {
  return !(line === 'database' && fault === 'GARBLE');
}

export const nameOf = (line: LineName, fault: LineFault): string => `line ${line}: ${fault}`;

export function lineMisfortunes({ lines, doors, receiverLines }: House, random: Random): Misfortune[] {
  return LINES.flatMap(line =>
    (Object.keys(LINE_FAULTS) as LineFault[])
      .filter(fault => canSuffer(line, fault))
      .map(fault => ({
        name: nameOf(line, fault),
        bring: () => proxyOf(line).order(fault, MOST_ms[fault]),
      })),
  );
  function proxyOf(line: LineName): Proxy {
    if (line === 'clients') return random.pick(doors);
    return line === 'receivers' ? random.pick(receiverLines) : lines[line];
  }
}
