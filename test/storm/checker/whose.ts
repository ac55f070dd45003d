/**
 * 5, for whom it was: what somebody is told is of the shop, and to a shopper of the very session, in whose name they ask; and what was
 * told as ended, a key, a sign-in or a membership, opens nothing any more.
 */
import { Check } from './check.js';
import type { Evidence } from './read.js';
import { answeredCalls, placeOf, type Answered, type Statement } from './told.js';

interface Owner {
  readonly shopId: string;
  readonly sessionId: string | null;
}

export function whose(evidence: Evidence): Check {
  const check = new Check(5, 'whose it was');
  const owners = ownersOf(evidence);
  for (const call of answeredCalls(evidence)) {
    for (const statement of call.statements) isTheirs(check, owners, call, statement);
    const { ended } = call.asked.line.about;
    if (ended !== undefined)
      check.that(isServedNothing(call), `What was told as ended still opened something: a ${ended}.`, placeOf(call));
  }
  return check;
}

function ownersOf({ tables }: Evidence): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner>();
  for (const { id, shop_id } of tables.payment_session) owners.set(id, { shopId: shop_id, sessionId: id });
  for (const { id, shop_id, session_id } of tables.transaction)
    owners.set(id, { shopId: shop_id, sessionId: session_id });
  for (const { id, shop_id, transaction_id } of tables.refund)
    owners.set(id, { shopId: shop_id, sessionId: owners.get(transaction_id)?.sessionId ?? null });
  for (const { id, shop_id } of tables.remittance) owners.set(id, { shopId: shop_id, sessionId: null });
  return owners;
}

function isTheirs(check: Check, owners: ReadonlyMap<string, Owner>, call: Answered, { id }: Statement): void {
  const { shopId, sessionId } = call.asked.line.about;
  const owner = owners.get(id);
  // What is not there at all is told of elsewhere: its status never was.
  if (shopId === null || !owner) return;
  const where = { ...placeOf(call), id, shopId, sessionId };
  check.that(owner.shopId === shopId, `${id} is another shop's, and was told.`, where);
  if (sessionId === undefined) return;
  check.that(owner.sessionId === sessionId, `${id} is of another session, and was told to a shopper.`, where);
}

/** A refusal is no service. */
function isServedNothing({ told }: Answered): boolean {
  return Object.values(told.line.answer ?? {}).every(
    result => result === null || (result as { readonly __typename?: string }).__typename === 'Refusal',
  );
}
