import type { Bug } from '../bug.js';

export const naiveCutOff: Bug = {
  name: 'cut-off by naive local midnight',
  says: 'A day ends 24 hours of the clock after the day before, whatever the clock on the wall did in between: an hour wrong after each change of it.',
  edits: [
    {
      file: 'server/core/business-day.ts',
      from: '  return instantOf(day, shop.cutOff, shop.zone);',
      to: `  const before = instantOf(addDays(day, -1), shop.cutOff, shop.zone);
  return new Date(before.getTime() + 24 * 3_600_000);`,
    },
  ],
};
