import type { Bug } from '../bug.js';

const file = 'server/transactions/authorise.ts';

export const sentBeforeWritten: Bug = {
  name: 'sent before written',
  says: 'The acquirer is asked first; what was asked is written down after its answer.',
  edits: [
    {
      file,
      from: '  await commitAttempt(deps, writes, session);\n  return {',
      to: '  return {\n    write: () => commitAttempt(deps, writes, session),',
    },
    {
      file,
      from: '  const { session } = await settle',
      to: '  await claimed.write();\n  const { session } = await settle',
    },
    {
      file,
      from: '): Promise<ClaimedAuthorisation> {',
      to: '): Promise<ClaimedAuthorisation & { write: () => Promise<void> }> {',
    },
  ],
};
