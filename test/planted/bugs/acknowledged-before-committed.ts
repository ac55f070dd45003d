import type { Bug } from '../bug.js';

export const acknowledgedBeforeCommitted: Bug = {
  name: 'acknowledged before committed',
  says: 'A shop is told of its session while the statement that writes it is still under way.',
  edits: [
    {
      file: 'server/sessions/open-session.ts',
      from: '      await writes.commit(deps.sql);',
      to: '      writes.commit(deps.sql).catch(() => undefined);',
    },
  ],
};
