/**
 * A session as it changes, for its shopper. Unlike the shop's log this tells where things stand, not each step on the way:
 * several changes at once are one.
 */
import { Ctx, Resolver, Subscription } from 'type-graphql';
import { shopOf, type Context } from '../api/context.js';
import { Followed, type Source } from '../api/live/followed.js';
import { May, SHOPPER } from '../api/rules.js';
import type { FeedTail } from '../database/feed-tail.js';
import { seenByShopper, shopperOf } from './checkout.resolver.js';
import { CheckoutView } from './checkout.view.js';

/** Before the first position: where things stand is told at once. */
const AT_ONCE = -1n;

@Resolver()
export class CheckoutChangesResolver {
  @Subscription(() => CheckoutView, {
    description:
      "The session that the shopper's token opens: as it is now, and again whenever it or its payment changes.",
    subscribe: ({ context }) => followCheckout(context),
  })
  @May(SHOPPER)
  checkoutChanged(@Ctx() context: Context): Promise<CheckoutView> {
    return seenByShopper(context);
  }
}

function followCheckout(context: Context): Followed<null> {
  const { sessionId } = shopperOf(context);
  return new Followed(changesOf(context.deps.tail, shopOf(context), sessionId), AT_ONCE);
}

const changeAt = (position: bigint) => ({ position, payload: null });

function changesOf(tail: FeedTail, shopId: string, sessionId: string): Source<null> {
  return {
    isOfNow: true,
    head: () => tail.head,
    follow: wake => tail.follow(shopId, wake),
    page: async after => {
      const upTo = tail.head;
      const kept = after === AT_ONCE ? null : tail.kept(shopId, after);
      // Who is further behind than what is kept is told how things stand, as at the beginning.
      if (!kept) return { entries: [changeAt(upTo)], upTo, loaders: new Map() };
      const isConcerned = kept.rows.some(row => row.subject_id === sessionId || row.session_id === sessionId);
      return { entries: isConcerned ? [changeAt(upTo)] : [], upTo, loaders: new Map() };
    },
  };
}
