import type { Bug } from '../bug.js';

export const declinedOnParseError: Bug = {
  name: 'declined on a parse error',
  says: 'An answer that cannot be read is taken for a no of the format-error kind (30), and nothing is reversed.',
  edits: [
    {
      file: 'server/adapters/acquirer/answers.ts',
      from: "  if (fault || !tags || responseCode?.length !== 2) return 'UNREADABLE';",
      to: "  if (fault || !tags || responseCode?.length !== 2) return { fields: message.fields, responseCode: '05', tags: tags ?? decodeTags('')! };",
    },
  ],
};
