/**
 * What the shopper does while the issuer wants to know who they are: at the page of the house, and at that of the issuer.
 */
import type { Cast, Order } from './cast.js';
import type { ChallengeEnd } from './sim-challenge.js';
import type { Doing } from './story.js';

const AT_THE_HOUSE = ['METHOD_DONE', 'METHOD_OVER', 'RETURN', 'OTHER_CARD'] as const;
const AT_THE_ISSUER = ['PROVES', 'FAILS', 'CANCELS', 'TIMED_OUT'] as const satisfies readonly ChallengeEnd[];
export const MOVES = [...AT_THE_HOUSE, ...AT_THE_ISSUER] as const;
export type Move = (typeof MOVES)[number];

export async function move(cast: Cast, order: Order | undefined, what: Move, doing: Doing): Promise<void> {
  const session = order && cast.sessionOf(order);
  if (!session) return;
  const verb = AT_THE_HOUSE.find(each => each === what);
  if (verb) {
    const asked = { verb, shopId: cast.shopOf(order.shop).id, key: what, about: session, amount: null };
    return cast.perform(cast.newRequest(asked), doing);
  }
  const end = AT_THE_ISSUER.find(each => each === what);
  if (end) await atTheIssuer(cast, session, end, doing);
}

/** The page of the issuer is known to whoever was sent there. What it says comes to the house by another road. */
async function atTheIssuer(
  cast: Cast,
  session: string,
  end: ChallengeEnd,
  { place, mishap, waits }: Doing,
): Promise<void> {
  const { stage } = cast;
  const issuerId = await cast.one<string>(
    `select acs_transaction_id as value from authentication where session_id = $1 and acs_url is not null
     order by created_at desc limit 1`,
    session,
  );
  if (issuerId === null) return;
  stage.resultsTo = place;
  const { process } = stage.at(place);
  if (mishap) process.expect(mishap);
  stage.challenges.end(issuerId, end);
  if (waits) await stage.conductor.pass(0);
  if (waits) process.expect(null);
}
