import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, createUnionType, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { shopOf, type Context } from './api/context.js';
import { orRefusal, Refusal } from './api/refusal.view.js';
import { AS_ITS_OWNER, May, MOVE_CLOCK } from './api/rules.js';
import { actorOf } from './core/caller.js';
import { nowAt } from './shops/shop.js';
import { advanceTestClock } from './test-clock.js';

@ObjectType('TestClock', { description: 'The clock of a shop in test mode.' })
@May(AS_ITS_OWNER)
export class TestClockView {
  @Field(() => GraphQLDateTime, { description: 'What it shows.' })
  now!: Date;

  @Field(() => Int, { description: 'Whole seconds it is ahead of real time.' })
  aheadSeconds!: number;
}

@InputType('AdvanceTestClockInput', { description: 'How far to move the clock: one of the two.' })
export class AdvanceTestClockInput {
  @Field(() => Int, { nullable: true, description: 'By so many seconds, 0 or more.' })
  bySeconds?: number | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'To this instant, not before what it shows.' })
  to?: Date | null;
}

const AdvanceTestClockResult = createUnionType({
  name: 'AdvanceTestClockResult',
  description: 'The clock as it is now, or why not.',
  types: () => [TestClockView, Refusal] as const,
});

@Resolver()
export class TestClockResolver {
  @Mutation(() => AdvanceTestClockResult, {
    description: "Moves a test shop's clock forward; what becomes due on the way happens in due order.",
  })
  @May(MOVE_CLOCK)
  async advanceTestClock(
    @Ctx() context: Context,
    @Arg('input', () => AdvanceTestClockInput) { bySeconds, to }: AdvanceTestClockInput,
  ): Promise<TestClockView | Refusal> {
    const { deps, caller } = context;
    const by = { ...(to ? { to } : {}), bySeconds: bySeconds ?? 0 };
    return orRefusal(async () => {
      const shop = await advanceTestClock(deps, shopOf(context), actorOf(caller), by);
      const aheadSeconds = Number(shop.clock_offset_ms / 1000n);
      return Object.assign(new TestClockView(), { now: nowAt(shop, deps.clock), aheadSeconds });
    });
  }
}
