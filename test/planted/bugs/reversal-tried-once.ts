import type { Bug } from '../bug.js';

export const reversalTriedOnce: Bug = {
  name: 'reversal tried once',
  says: 'A reversal that is not answered is given up after its first try; the bank may hold the money for good.',
  edits: [
    {
      file: 'server/transactions/tell-undone.ts',
      from: "  writeTryAgain(writes, deps, exchange, answer.kind === 'unknown' ? answer.cause : causeOf(answer.responseCode));",
      to: "  writes.update('exchange', underLease(exchange), { status: 'UNANSWERED', leased_until: null });",
    },
    {
      file: 'server/transactions/tell-undone.ts',
      from: "import { causeOf, leaseDue, logUntold, underLease, writeTryAgain } from './advices.js';",
      to: "import { leaseDue, logUntold, underLease } from './advices.js';",
    },
  ],
};
