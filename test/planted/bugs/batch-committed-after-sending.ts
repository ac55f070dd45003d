import type { Bug } from '../bug.js';

const file = 'server/remittance/begin-sending.ts';

export const batchCommittedAfterSending: Bug = {
  name: 'batch committed only after sending',
  says: 'The messages of a remittance are sent within the database transaction that writes them down, and committed afterwards.',
  edits: [
    {
      file,
      from: '      await writes.commit(unit);\n    }\n',
      to: `      await writes.commit(unit);
    }
    const within = { ...deps, sql: unit };
    for (const around of await surroundingsOf(within, await leaseDue(within, ['CAPTURE', 'REFUND'])))
      await deps.acquirer.advise(adviceOf(deps, around));
`,
    },
    {
      file,
      from: 'import { recordRemittance,',
      to: "import { leaseDue } from '../transactions/advices.js';\nimport { adviceOf, surroundingsOf } from './round.js';\nimport { recordRemittance,",
    },
  ],
};
