import type { Bug } from '../bug.js';

export const leaseWithoutFencing: Bug = {
  name: 'lease without fencing',
  says: 'Whoever once took an advice, or the right to ask, for a while goes on when that while is over and another one has finished meanwhile.',
  edits: [
    {
      file: 'server/transactions/advices.ts',
      from: "  return { id: exchange.id, status: 'PENDING', attempts: exchange.attempts };",
      to: '  return { id: exchange.id } as ReturnType<typeof underLease>;',
    },
    {
      file: 'server/transactions/ask-acquirer.ts',
      from: '  if (deps.clock.monotonic_ms() > claimed.askBefore_ms) return unknown;\n',
      to: '',
    },
  ],
};
