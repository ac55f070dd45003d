import type { Bug } from '../bug.js';

export const uniqueKeyDropped: Bug = {
  name: 'unique key dropped',
  says: 'The table of idempotency keys takes the same key twice, so that a request that is repeated is performed again.',
  edits: [
    {
      file: 'server/database/migrations/0001-foundations.ts',
      from: 'primary key (shop_id, scope, key)',
      to: 'check (key is not null)',
    },
  ],
};
