import type { Bug } from '../bug.js';

export const newStanOnResend: Bug = {
  name: 'new STAN on re-send',
  says: 'A capture that was not answered is said again under a new number, so that the bank takes it for another one.',
  edits: [
    {
      file: 'server/remittance/send-remittance.ts',
      from: '    const answer = await deps.acquirer.advise(adviceOf(deps, around));',
      to: `    const { exchange, shop } = around;
    const again = exchange.attempts > 1 ? await deps.stans.take(shop, exchange.transmitted_at) : {};
    const answer = await deps.acquirer.advise({ ...adviceOf(deps, around), ...again });`,
    },
  ],
};
