/** A shopper with a browser, from the checkout's first page to its last: as patient, as hasty and as absent as people are. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '../cards.js';
import type { Actor, Cast } from './actors.js';
import {
  ABANDON,
  CANCEL_CHECKOUT,
  COMPLETE_CHALLENGE,
  COMPLETE_METHOD,
  EXTEND_CHECKOUT,
  SEE_CHECKOUT,
  SUBMIT_CARD,
} from './documents.js';
import { CheckoutPage } from './checkout-page.js';
import { Issuer } from './issuer.js';
import { giveUpOrder, openOrder, type Order } from './merchant.js';
import type { Question } from './caller.js';
import { bearer } from './world.js';

export interface SeenCheckout {
  readonly __typename: 'CheckoutSession' | 'Refusal';
  readonly step?: string;
  readonly status?: string;
  readonly attemptsLeft?: number;
  readonly method?: { readonly url: string; readonly data: string } | null;
  readonly challenge?: { readonly acsUrl: string; readonly creq: string; readonly sessionData: string } | null;
  readonly decline?: { readonly nextStep: string } | null;
  readonly code?: string;
}

type Answer = Readonly<Record<string, SeenCheckout | null>>;

/** Steps in which the house or the bank is at work. */
const WAITING: ReadonlySet<string> = new Set(['PROCESSING', 'UNKNOWN', 'METHOD', 'CHALLENGE']);

export class Shopper implements Actor {
  readonly #issuer: Issuer;
  #page: CheckoutPage | null = null;

  constructor(private readonly cast: Cast) {
    this.#issuer = new Issuer(cast.random.of('issuer'));
  }

  async act(): Promise<void> {
    const { random, world } = this.cast;
    const order = await openOrder(this.cast);
    if (!order) return;
    world.did('orders opened');
    if (random.chance(0.04)) return giveUpOrder(this.cast, order);
    // Some have a page that follows by itself, others look again and again.
    this.#page = random.chance(0.5) ? new CheckoutPage(this.cast, order) : null;
    await this.#page?.open();
    await this.#pay(order);
    await this.#page?.close(false);
    if (random.chance(0.05)) await giveUpOrder(this.cast, order);
  }

  async #pay(order: Order): Promise<void> {
    const { random, world } = this.cast;
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      if (random.chance(0.05)) await this.#ask(order, 'extendCheckout', EXTEND_CHECKOUT, {});
      if (random.chance(0.03)) return void (await this.#ask(order, 'cancelCheckout', CANCEL_CHECKOUT, {}));
      this.#page?.forget();
      await this.#submit(order, world.cards.draw());
      const last = await this.#follow(order);
      world.did(`checkouts seen at ${last?.step ?? 'nothing'}`);
      if (last?.status !== 'OPEN' || !random.chance(0.5)) break;
      if (last.decline?.nextStep === 'SAME_CARD_AGAIN') await this.#submitSame(order);
    }
  }

  /** Once, or twice as impatient people do: one form sent twice, or two tabs with a form each. */
  async #submit(order: Order, card: Card): Promise<void> {
    const { caller, random, world } = this.cast;
    const question = this.#form(order, card, caller.newKey('card'));
    const way = random.weighted<'once' | 'double' | 'tabs' | 'again'>([
      [15, 'once'],
      [3, 'double'],
      [2, 'tabs'],
      [2, 'again'],
    ]);
    world.did(`cards submitted ${way}`);
    if (way === 'tabs') {
      const other = this.#form(order, random.chance(0.5) ? card : world.cards.draw(), caller.newKey('card'));
      await Promise.all([caller.ask(question), caller.ask(other)]);
      return;
    }
    await Promise.all([caller.ask(question), ...(way === 'double' ? [caller.ask(question)] : [])]);
    if (way === 'again') await caller.ask(question);
  }

  #form(order: Order, card: Card, key: string): Question {
    const { number, expiry, code: securityCode } = card;
    const browser = { javaScript: this.cast.random.chance(0.7) };
    const input = { idempotencyKey: key, number, expiry, securityCode, browser };
    return this.#question(order, 'submitCard', SUBMIT_CARD, input, { card: card.shown }, key);
  }

  async #submitSame(order: Order): Promise<void> {
    const key = this.cast.caller.newKey('same');
    const input = { idempotencyKey: key, sameCard: true, securityCode: '123' };
    await this.cast.caller.ask(this.#question(order, 'submitCard', SUBMIT_CARD, input, { card: 'the same' }, key));
    await this.#follow(order);
  }

  /** Looks until there is nothing more to wait for, or it takes too long; does what the pages ask for. */
  async #follow(order: Order): Promise<SeenCheckout | null> {
    const { random, world } = this.cast;
    const patience = random.between(4, 25);
    let seen: SeenCheckout | null = null;
    for (let looks = 1; looks <= patience; looks += 1) {
      seen = await this.#look(order);
      if (!seen?.step || !WAITING.has(seen.step)) return seen;
      if (seen.step === 'METHOD') await this.#method(order, seen);
      else if (seen.step === 'CHALLENGE') {
        if (random.chance(0.08)) return seen;
        await this.#challenge(order, seen);
      } else await sleep(150 * looks, undefined, { signal: world.over }).catch(() => undefined);
    }
    return seen;
  }

  /** As the page shows it; asked for where there is none, and where it shows nothing new. */
  async #look(order: Order): Promise<SeenCheckout | null> {
    return (await this.#page?.next(3_000)) ?? this.#ask(order, 'checkout', SEE_CHECKOUT);
  }

  async #method(order: Order, { method }: SeenCheckout): Promise<void> {
    const { random } = this.cast;
    const isShown = method && random.chance(0.7) ? await this.#issuer.showMethod(method) : false;
    if (random.chance(0.15)) return void (await sleep(500));
    await this.#ask(order, 'completeMethod', COMPLETE_METHOD, { done: isShown });
  }

  async #challenge(order: Order, { challenge }: SeenCheckout): Promise<void> {
    const { random, world } = this.cast;
    if (!challenge) return;
    if (random.chance(0.06)) return void (await this.#ask(order, 'abandonAuthentication', ABANDON));
    const manner = this.#issuer.manner();
    world.did(`challenges answered ${manner}`);
    const cres = await this.#issuer.answer(challenge, manner);
    // What the browser brings proves nothing: it may bring it, bring something else, or never come back.
    if (random.chance(0.1)) return;
    await this.#ask(order, 'completeChallenge', COMPLETE_CHALLENGE, { cres: random.chance(0.9) ? cres : null });
  }

  #question(
    order: Order,
    operation: string,
    query: string,
    input: object | null,
    more = {},
    key: string | null = null,
  ): Question {
    const { shop, sessionId, token } = order;
    const address = `203.0.113.${this.cast.random.between(1, 254)}`;
    return {
      operation,
      query,
      ...(input ? { variables: { input } } : {}),
      authority: () => ({ ...bearer(token)(), 'x-forwarded-for': address }),
      key,
      about: { shopId: shop.id, sessionId, ...more },
    };
  }

  async #ask(
    order: Order,
    operation: string,
    query: string,
    input: object | null = null,
  ): Promise<SeenCheckout | null> {
    const answer = await this.cast.caller.ask<Answer>(this.#question(order, operation, query, input));
    return answer?.[operation] ?? null;
  }
}
