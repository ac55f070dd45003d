import type { Bug } from '../bug.js';

export const outboxDeletedEarly: Bug = {
  name: 'outbox deleted before a 2xx',
  says: 'A notification is done with as soon as somebody takes it from the table to tell it, whatever the answer.',
  edits: [
    {
      file: 'server/notifications/lease-deliveries.ts',
      from: 'update delivery set attempts = attempts + 1, leased_until = ${until}',
      to: "update delivery set attempts = attempts + 1, leased_until = null, status = 'DELIVERED', ended_at = ${now}",
    },
  ],
};
