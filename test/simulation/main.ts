/** `npm run simulate`: plays stories, and tells the shortest that does not hold. Ends with 1 where one was found, or something was never reached. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import setUp from '../support/global-setup.js';
import tearDown from '../support/global-teardown.js';
import { Ground } from './ground.js';
import { lawComplaint } from './law/law.js';
import { Reached } from './reached.js';
import { simulate, type Plan } from './run.js';
import { record, told } from './telling.js';
import { WANTED } from './wanted.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
    stories: { type: 'string', default: '500' },
    path: { type: 'string' },
    minutes: { type: 'string', default: '30' },
    record: { type: 'boolean', default: false },
  },
});
const SEQUENCES = 1_000;
const DAYS = 200;
/** So many stories come by everything. */
const LONG = 1_500;
const plan: Plan = {
  seed: Number(values.seed),
  stories: Number(values.stories),
  path: values.path,
  longest_ms: Number(values.minutes) * 60_000,
};
const say = (text: string): void => void process.stdout.write(`${text}\n`);

say(`seed ${plan.seed}`);
const broken = lawComplaint(plan.seed, SEQUENCES, DAYS);
if (broken !== null) say(`the law does not hold\n  ${broken}\nagain: npm run simulate -- --seed ${plan.seed}`);
process.exitCode = broken !== null || (await stories()) ? 1 : 0;

/** Whether something does not hold, or was never reached. */
async function stories(): Promise<boolean> {
  setUp();
  try {
    const reached = new Reached();
    const ground = await Ground.prepare();
    const outcome = await simulate(ground, plan, reached);
    say(told(outcome, plan, reached));
    // What a story that does not hold leaves behind goes with its database.
    await ground.end().catch((error: unknown) => say(String(error)));
    const isLong = !outcome.finding && outcome.played >= LONG;
    const missing = isLong ? reached.missing(WANTED) : [];
    if (missing.length > 0) say(`Never reached: ${missing.join(', ')}.`);
    const isWrong = outcome.finding !== null || missing.length > 0;
    if (values.record && !isWrong) record(outcome, plan);
    return isWrong;
  } finally {
    tearDown();
  }
}
