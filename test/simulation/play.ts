/**
 * Plays one story from its first step to rest, and answers what does not hold then.
 */
import type { Scheduler } from 'fast-check';
import { openReports } from '../../server/reports/open-report.js';
import { complaintsAfter } from './after.js';
import { codes } from './after-authentications.js';
import { Cast, type Request } from './cast.js';
import type { Ground } from './ground.js';
import { cardOf, type Asked } from './operations.js';
import type { Reached } from './reached.js';
import { comeToRest } from './rest.js';
import { move } from './shopper.js';
import { Stage, type House } from './stage.js';
import type { Doing, Later, Plan, Step, Story } from './story.js';

const MINUTE_ms = 60_000;
const CALM: Doing = { place: 'A', mishap: null, waits: true };
const DAYS: Readonly<Record<Plan, number | null>> = { IMMEDIATE: null, DEFERRED: 1, VALIDATION: 3 };

export async function play(ground: Ground, scheduler: Scheduler, story: Story, reached: Reached): Promise<string[]> {
  const stage = new Stage(ground, scheduler, new Date(story.start), reached);
  const cast = new Cast(stage);
  try {
    await prepare(cast, story);
    // Copied: the same story is told again.
    stage.bank.faults.push(...story.faults.map(fault => ({ ...fault })));
    for (const step of story.steps) {
      await take(cast, step);
      if (cast.authenticates) cast.complaints.push(...(await codes(cast)));
    }
    await end(cast, story);
    return await complaintsAfter(cast);
  } finally {
    stage.killAll();
    await stage.conductor.until(() => true);
    await ground.clear();
  }
}

/** Others go on without who sleeps, and without who is dead; whoever was not answered asks once more; a day ends. */
async function end(cast: Cast, { last }: Story): Promise<void> {
  const { stage } = cast;
  for (const { process } of stage.houses()) process.expect(null);
  stage.clocks.setRight();
  await stage.conductor.pass(MINUTE_ms);
  const house = stage.at('A');
  if (stage.hasSleepers())
    for (let look = 0; look < 3; look++) await cast.run(house, CALM, () => lookOnce(cast, house));
  stage.wakeAll();
  await stage.conductor.until(() => true);
  for (const request of cast.requests) if (isOpen(request)) await cast.perform(request, CALM);
  await stage.conductor.pass(26 * 60 * MINUTE_ms);
  const looking = stage.at('B');
  await cast.run(looking, { place: 'B', mishap: last, waits: true }, () => lookOnce(cast, looking));
  await stage.conductor.pass(MINUTE_ms);
  await cast.run(house, CALM, () => lookOnce(cast, house));
  stage.wakeAll();
  await stage.conductor.until(() => true);
  await comeToRest(cast);
}

function isOpen({ told, refused }: Request): boolean {
  return told.length + refused.length === 0;
}

/** One order in each shop, as far as the story wants it. */
async function prepare(cast: Cast, { before, plan, knowsRanges, reports }: Story): Promise<void> {
  cast.reports = reports;
  if (!knowsRanges) await cast.rows('delete from threeds_range; delete from threeds_directory');
  await cast.rows(`update shop set created_at = '${cast.stage.time.now().toISOString()}'`);
  // A worker was there when the shops were made: their first day runs.
  if (reports) await cast.run(cast.stage.at('A'), CALM, () => openReports(cast.stage.at('A').deps));
  if (before === 'NOTHING') return;
  for (const shop of [0, 1] as const) await take(cast, { kind: 'OPEN', shop, amount: 5_000 + shop, plan, doing: CALM });
  if (before === 'OPENED') return;
  const way = before === 'CHALLENGED' ? '02' : null;
  for (const order of [0, 1])
    await take(cast, { kind: 'PAY', order, code: '00', fate: null, way, moves: [], doing: CALM });
  if (before === 'PAID' || before === 'CHALLENGED') return;
  if (plan === 'VALIDATION')
    for (const order of [0, 1])
      await take(cast, { kind: 'ASK', verb: 'VALIDATE', order, share: 60, twice: false, doing: CALM });
  await cast.stage.conductor.pass(26 * 60 * MINUTE_ms * (DAYS[plan] === 1 ? 2 : 1));
  await comeToRest(cast);
}

async function take(cast: Cast, step: Step): Promise<void> {
  const { stage } = cast;
  switch (step.kind) {
    case 'OPEN':
      return open(cast, step);
    case 'PAY':
      return pay(cast, step);
    case 'SHOPPER':
      return move(cast, cast.orders[step.order % cast.orders.length], step.move, step.doing);
    case 'DIRECTORY':
      stage.directory.fates.push(step.fate);
      return;
    case 'ASK':
      return askLater(cast, step);
    case 'AGAIN': {
      const request = cast.requests[step.request % cast.requests.length];
      if (request) await cast.perform(request, step.doing);
      return;
    }
    case 'WORK':
      await stage.conductor.pass(step.minutes * MINUTE_ms);
      return cast.run(stage.at(step.doing.place), step.doing, () => lookOnce(cast, stage.at(step.doing.place)));
    case 'MAIL':
      stage.receiver.mailFates.push(step.fate);
      return;
    case 'CLOCK':
      stage.clocks.set(step.place, step.hours * 60 * MINUTE_ms);
      stage.reached.count(`clock wrong by ${step.hours} h`);
      return;
    case 'ADVANCE':
      return advance(cast, step);
    case 'PASS':
      return stage.conductor.pass(step.minutes * MINUTE_ms);
    case 'BANK':
      stage.bank.faults.push({ subject: step.subject, fate: step.fate, count: step.count });
      return;
    case 'HOOK':
      stage.receiver.fates.push(step.fate);
      return;
    case 'WAKE':
      stage.wakeAll();
      await stage.conductor.until(() => true);
  }
}

/** Each job as a worker runs it: one that fails is tried again at its next time. */
export async function lookOnce(cast: Cast, { deps }: House): Promise<number> {
  let done = 0;
  for (const job of cast.jobs()) {
    try {
      done += await job.run(deps);
    } catch (error) {
      deps.log.error('worker: a job failed', { job: job.name, error });
    }
  }
  return done;
}

async function open(cast: Cast, { shop, amount, plan, doing }: Extract<Step, { kind: 'OPEN' }>): Promise<void> {
  const key = cast.nextKey(shop);
  const capture = { plan, days: DAYS[plan] };
  const order = { orderId: `${shop} ${key}`, capture, expiresInSeconds: 24 * 3_600 };
  const opened = cast.newRequest({ verb: 'OPEN', ...asked(cast, shop, key, null, BigInt(amount)), order });
  cast.orders.push({ shop, opened, amount: BigInt(amount) });
  await cast.perform(opened, doing);
}

/** An order that is paid already needs no card: somebody pays for another one instead. */
async function pay(
  cast: Cast,
  { order: number, code, fate, way, moves, doing }: Extract<Step, { kind: 'PAY' }>,
): Promise<void> {
  const known = cast.orders[number % cast.orders.length];
  if (!known || cast.isPaid(known))
    await open(cast, { kind: 'OPEN', shop: number % 2 === 0 ? 0 : 1, amount: 700, plan: 'IMMEDIATE', doing: CALM });
  const order = known && !cast.isPaid(known) ? known : cast.orders.at(-1);
  const session = order && cast.sessionOf(order);
  if (!order || !session) return;
  const key = cast.nextKey(order.shop);
  if (fate) cast.stage.bank.faults.unshift({ subject: 'AUTHORISATION', fate, count: 1 });
  if (way !== null) cast.authenticates = true;
  const card = cardOf(cast.requests.length, code, way);
  await cast.perform(cast.newRequest({ verb: 'PAY', ...asked(cast, order.shop, key, session, null), card }), doing);
  for (const each of doing.waits ? moves : []) await move(cast, order, each, doing);
}

/** It is later in the shop by what was asked for, or by what others asked for as well; never earlier. */
async function advance(cast: Cast, { shop, hours, doing }: Extract<Step, { kind: 'ADVANCE' }>): Promise<void> {
  const { stage } = cast;
  const request = cast.newRequest({ verb: 'ADVANCE', ...asked(cast, shop, 'ADVANCE', null, BigInt(hours * 3_600)) });
  const offset = () =>
    cast.one<string>('select clock_offset_ms as value from shop where id = $1', cast.shopOf(shop).id);
  const [before_ms, began_ms] = [Number(await offset()), stage.time.passed_ms()];
  await cast.perform(request, doing);
  const moved_ms = Number(await offset()) - before_ms;
  const least_ms = request.told.length > 0 ? hours * 60 * MINUTE_ms - (stage.time.passed_ms() - began_ms) : 0;
  if (moved_ms < least_ms) cast.complaints.push(`A clock was to be moved by ${hours} h and moved by ${moved_ms} ms.`);
}

async function askLater(
  cast: Cast,
  { verb, order: number, share, twice, doing }: Extract<Step, { kind: 'ASK' }>,
): Promise<void> {
  const order = cast.orders[number % cast.orders.length];
  if (!order) return;
  const about = await subjectOf(cast, verb, order);
  if (about === null) return;
  const amount = share === null ? null : (order.amount * BigInt(share)) / 100n || 1n;
  const oneMore = () => cast.newRequest({ verb, ...asked(cast, order.shop, cast.nextKey(order.shop), about, amount) });
  const other = doing.place === 'A' ? 'B' : 'A';
  if (twice) await cast.perform(oneMore(), { place: other, mishap: null, waits: false });
  await cast.perform(oneMore(), doing);
}

function subjectOf(cast: Cast, verb: Later, order: Cast['orders'][number]): Promise<string | null> | string | null {
  if (verb === 'GIVE_UP') return cast.sessionOf(order);
  return verb === 'CLOSE' ? cast.openRemittanceOf(order.shop) : cast.transactionOf(order);
}

function asked(cast: Cast, shop: 0 | 1, key: string, about: string | null, amount: bigint | null): Omit<Asked, 'verb'> {
  return { shopId: cast.shopOf(shop).id, key, about, amount };
}
