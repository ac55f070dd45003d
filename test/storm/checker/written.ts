/** A verdict as a person reads it: what was looked at, and each violation with where it is. */
import type { Verdict } from '../evidence.js';

export function written({ checked, violations }: Verdict): string {
  const counts = Object.entries(checked).map(([name, looked]) => `  ${name}: ${looked} looked at`);
  const faults = violations.map(
    ({ invariant, says, where }) => `  [${invariant}] ${says}\n      ${JSON.stringify(where)}`,
  );
  const end = violations.length === 0 ? 'Everything held.' : `${violations.length} violations:`;
  return ['Checked', ...counts, end, ...faults].join('\n');
}
