import type { Bug } from '../bug.js';

const file = 'server/api/idempotency.ts';

export const keyScopedGlobally: Bug = {
  name: 'idempotency key scoped globally',
  says: "One shop's key stands in the way of the other's: what is kept under a key is found whoever asks.",
  edits: [
    { file, from: "    .where('shop_id', '=', claim.shopId)\n", to: '' },
    {
      file,
      from: '  try {\n    return await whileOthersAreQuicker(perform);',
      to: `  const known = await findKept(deps, claim);
  if (known) return answerAgain(known, claim, replay);
  try {
    return await whileOthersAreQuicker(perform);`,
    },
  ],
};
