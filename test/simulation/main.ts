/** `npm run simulate`: plays stories, and tells the shortest that does not hold. Ends with 1 where one was found, or something was never reached. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import setUp from '../support/global-setup.js';
import tearDown from '../support/global-teardown.js';
import { Ground } from './ground.js';
import { Reached } from './reached.js';
import { simulate, type Plan } from './run.js';
import { told } from './telling.js';
import { WANTED } from './wanted.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
    stories: { type: 'string', default: '500' },
    path: { type: 'string' },
    minutes: { type: 'string', default: '30' },
  },
});
const plan: Plan = {
  seed: Number(values.seed),
  stories: Number(values.stories),
  path: values.path,
  longest_ms: Number(values.minutes) * 60_000,
};
const say = (text: string): void => void process.stdout.write(`${text}\n`);

say(`seed ${plan.seed}`);
setUp();
try {
  const reached = new Reached();
  const ground = await Ground.prepare();
  const outcome = await simulate(ground, plan, reached);
  say(told(outcome, plan, reached));
  // What a story that does not hold leaves behind goes with its database.
  await ground.end().catch((error: unknown) => say(String(error)));
  const isLong = !outcome.finding && plan.stories >= 500 && outcome.played >= plan.stories;
  const missing = isLong ? reached.missing(WANTED) : [];
  if (missing.length > 0) say(`Never reached: ${missing.join(', ')}.`);
  process.exitCode = outcome.finding || missing.length > 0 ? 1 : 0;
} finally {
  tearDown();
}
