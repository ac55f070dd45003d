import type { Bug } from '../bug.js';

export const refundAgainstAuthorised: Bug = {
  name: 'refund checked against authorised',
  says: 'More may be refunded than was captured, where only a part of what was authorised was; the same mistake in the law and in the table.',
  edits: [
    {
      file: 'server/core/amounts.ts',
      from: '  const left = amounts.captured - amounts.refunded',
      to: '  const left = amounts.authorised - amounts.refunded',
    },
    {
      file: 'server/core/amounts.ts',
      from: 'if (amounts.refunded + amounts.refundPending > captured)',
      to: 'if (amounts.refunded + amounts.refundPending > authorised)',
    },
    {
      file: 'server/database/migrations/0001-foundations.ts',
      from: 'check (refunded + refund_pending <= captured)',
      to: 'check (refunded + refund_pending <= authorised)',
    },
  ],
};
