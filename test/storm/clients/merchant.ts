/** A merchant's server, as far as it opens sessions and gives them up. */
import { CANCEL_SESSION, CREATE_SESSION } from './documents.js';
import type { Cast } from './actors.js';
import { keyOf, type StormShop } from './world.js';

export interface Order {
  readonly shop: StormShop;
  readonly sessionId: string;
  readonly token: string;
  readonly checkoutUrl: string;
}

interface Opened {
  readonly createPaymentSession: { readonly id?: string; readonly token?: string; readonly checkoutUrl?: string };
}

let orders = 0;

/** Null when the house says no, or nobody says anything. */
export async function openOrder({ caller, random, world }: Cast): Promise<Order | null> {
  const shop = random.pick(world.shops);
  orders += 1;
  const amount = { amount: random.between(100, 30_000), currency: random.pick(shop.currencies) };
  const capture = random.weighted<object | null>([
    [6, null],
    [3, { plan: 'VALIDATION', days: random.between(1, 9) }],
    [2, { plan: 'DEFERRED', days: random.between(0, 9) }],
  ]);
  const key = caller.newKey('order');
  const input = {
    idempotencyKey: key,
    orderId: `${world.random.seed}-${orders}`,
    amount,
    ...(capture ? { capture } : {}),
  };
  const question = {
    operation: 'createPaymentSession',
    query: CREATE_SESSION,
    variables: { input },
    authority: keyOf(shop),
    key,
    about: { shopId: shop.id, ...amount },
  };
  const opened = await caller.ask<Opened>(question);
  // Some libraries are anxious, and ask once more what was answered already.
  if (random.chance(0.1)) await caller.ask(question);
  const { id, token, checkoutUrl } = opened?.createPaymentSession ?? {};
  return id && token && checkoutUrl ? { shop, sessionId: id, token, checkoutUrl } : null;
}

export async function giveUpOrder({ caller }: Cast, { shop, sessionId }: Order): Promise<void> {
  const key = caller.newKey('give-up');
  await caller.ask({
    operation: 'cancelPaymentSession',
    query: CANCEL_SESSION,
    variables: { input: { idempotencyKey: key, sessionId } },
    authority: keyOf(shop),
    key,
    about: { shopId: shop.id, sessionId },
  });
}
