/**
 * The faults that falsify what an answer says. The book keeps the truth.
 */
import type { Fault } from './faults.js';
import { type Fields, zeros } from './message.js';

export interface Answer {
  readonly mti: string;
  readonly fields: Fields;
}

export function falsify(answer: Answer, fault: Fault | undefined): Answer {
  const { fields } = answer;
  if (fault?.kind === 'WRONG_STAN') return changed(answer, { 11: next(fields[11], 999_999) });
  if (fault?.kind === 'CHANGED_AMOUNT') return changed(answer, { 4: zeros((Number(fields[4]) + 1) % 10 ** 12, 12) });
  if (fault?.kind === 'CHANGED_RRN') return changed(answer, { 37: another(fields[37] ?? '') });
  if (fault?.kind === 'CHANGED_TERMINAL') return changed(answer, { 41: another(fields[41] ?? '') });
  if (fault?.kind === 'UNKNOWN_CODE') return changed(answer, { 39: fault.code ?? 'ZZ' }, [38]);
  return answer;
}

function changed(answer: Answer, fields: Fields, without: readonly number[] = []): Answer {
  const kept = Object.entries(answer.fields).filter(([field]) => !without.includes(Number(field)));
  return { mti: answer.mti, fields: { ...Object.fromEntries(kept), ...fields } };
}

function next(stan: string | undefined, greatest: number): string {
  return zeros((Number(stan) % greatest) + 1, 6);
}

/** As long, and surely something else. */
function another(text: string): string {
  return (text.startsWith('9') ? '8' : '9') + text.slice(1);
}
