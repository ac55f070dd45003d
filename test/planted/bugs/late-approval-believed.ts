import type { Bug } from '../bug.js';

export const lateApprovalBelieved: Bug = {
  name: 'late approval believed',
  says: 'A yes that comes after the house had stopped waiting is taken for one, although its reversal is on its way or was confirmed.',
  edits: [
    {
      file: 'server/transactions/late-approval.ts',
      from: "    { event: 'LATE_APPROVAL', amount: exchange.amount, actor: THE_BANK, at, facts },",
      to: `    ...(transaction.status === 'UNKNOWN'
      ? [{ event: 'AUTHORISED_FOR_CAPTURE', amount: exchange.amount, actor: THE_BANK, at, facts } as const]
      : []),`,
    },
    {
      file: 'server/transactions/late-approval.ts',
      from: "    { event: 'RELEASE_REQUESTED', amount: exchange.amount, actor: THE_TILL, at },\n",
      to: '',
    },
    {
      file: 'server/transactions/late-approval.ts',
      from: "  await writeUndo(writes, deps, shop, transaction, asked, { kind: 'REVERSAL' });\n",
      to: "  if (transaction.status !== 'UNKNOWN') await writeUndo(writes, deps, shop, transaction, asked, { kind: 'REVERSAL' });\n",
    },
    {
      file: 'server/core/transaction-table.ts',
      from: "    ...bankMayStillSpeak('UNKNOWN'),",
      to: "    ...bankMayStillSpeak('UNKNOWN'),\n    AUTHORISED_FOR_CAPTURE: { to: 'TO_CAPTURE', because: 'The acquirer said yes at last.' },",
    },
  ],
};
