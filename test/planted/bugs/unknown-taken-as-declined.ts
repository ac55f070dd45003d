import type { Bug } from '../bug.js';

export const unknownTakenAsDeclined: Bug = {
  name: 'unknown taken as declined',
  says: 'No answer is written down as a no, and nothing is reversed.',
  edits: [
    {
      file: 'server/transactions/settle-authorisation.ts',
      from: '    try {\n      const settled = await commitAnswer(deps, current, answer);',
      to: `    try {
      const no = { kind: 'answered', responseCode: '05', authorisationCode: null, schemeTransactionId: null, securityCodeResult: null, request: null, answer: null };
      const settled = await commitAnswer(deps, current, answer.kind === 'unknown' ? (no as unknown as AuthorisationAnswer) : answer);`,
    },
  ],
};
