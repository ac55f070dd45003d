import type { Bug } from '../bug.js';

export const noLockOnRefund: Bug = {
  name: 'no row lock on refund',
  says: 'What a lock of the row would be is here the version in its guarded update and in the journal: without both, of two refunds at once each takes what only one may.',
  edits: [
    {
      file: 'server/transactions/transaction.ts',
      from: "  writes.update('transaction', { id: transaction.id, sequence: transaction.sequence }, columns);",
      to: `  const isRefund = happenings.some(({ event }) => event === 'REFUND_REQUESTED');
  const version = isRefund ? {} : { sequence: transaction.sequence };
  writes.update('transaction', { id: transaction.id, ...version }, columns);`,
    },
    {
      file: 'server/database/migrations/0001-foundations.ts',
      from: 'recorded_at timestamptz not null,\n     unique (subject_id, sequence)',
      to: 'recorded_at timestamptz not null',
    },
  ],
};
