import type { Bug } from '../bug.js';

export const toldBeforeCommitted: Bug = {
  name: 'notification before commit',
  says: "Merchants' servers are told within the database transaction that writes the notification, before it commits.",
  edits: [
    {
      file: 'server/notifications/sequence-events.ts',
      from: '    return { numbered: numbered.length, toDeliver: await fanOut(unit, deps, numbered) };',
      to: `    const toDeliver = await fanOut(unit, deps, numbered);
    await tellEndpoints({ ...(deps as Deps), sql: unit });
    return { numbered: numbered.length, toDeliver };`,
    },
    {
      file: 'server/notifications/sequence-events.ts',
      from: 'import { fanOut,',
      to: "import { tellEndpoints } from './tell-endpoints.js';\nimport { fanOut,",
    },
  ],
};
