/** What an office does besides: people come and go, keys are made and revoked, settings change; and somebody pastes a card number. */
import type { Actor, Cast } from './actors.js';
import type { Authority } from './caller.js';
import {
  CREATE_KEY,
  CREATE_SESSION,
  DISABLE_MEMBER,
  INVITE,
  LIST_TRANSACTIONS,
  REVOKE_KEY,
  SETTINGS,
} from './documents.js';
import type { Standing } from './staff.js';
import { keyOf } from './world.js';

interface Made {
  readonly __typename: string;
  readonly code?: string;
  readonly id?: string;
  readonly apiKey?: { readonly id: string };
}
type Answer = Readonly<Record<string, Made>>;
type Duty = (authority: Authority) => Promise<void>;

export class Office implements Actor {
  constructor(
    private readonly cast: Cast,
    private readonly standing: Standing,
  ) {}

  async act(): Promise<void> {
    const authority = await this.standing.authority();
    if (!authority) return;
    const duty = this.cast.random.weighted<Duty>([
      [2, this.#people],
      [2, this.#keys],
      [2, this.#settings],
      [3, this.#search],
      [3, this.#order],
    ]);
    await duty(authority);
  }

  #people: Duty = async authority => {
    const { caller, random } = this.cast;
    const email = `${caller.newKey('member').replaceAll(':', '.')}@shop.example`;
    const invited = await this.#do(authority, 'inviteMember', INVITE, { email, profile: 'VIEWER' });
    if (invited?.id && random.chance(0.7))
      await this.#do(authority, 'disableMember', DISABLE_MEMBER, { memberId: invited.id });
  };

  #keys: Duty = async authority => {
    const { caller, random } = this.cast;
    const scopes = ['transactions:read'];
    const made = await this.#do(authority, 'createApiKey', CREATE_KEY, { name: caller.newKey('key'), scopes });
    if (made?.apiKey && random.chance(0.7))
      await this.#do(authority, 'revokeApiKey', REVOKE_KEY, { keyId: made.apiKey.id });
  };

  #settings: Duty = async authority => {
    const reportLocale = this.cast.random.pick(['fr', 'en']);
    await this.#do(authority, 'updateShopSettings', SETTINGS, { reportLocale });
  };

  /** A number where a name belongs is refused, and is nowhere afterwards. */
  #search: Duty = async authority => {
    const { caller, world } = this.cast;
    const heard = await caller.askOnce({
      operation: 'transactions',
      query: LIST_TRANSACTIONS,
      variables: { first: 5, orderBy: 'NEWEST_FIRST', filter: { text: world.cards.draw().number } },
      authority,
      about: { shopId: this.standing.shop.id, text: 'a card number' },
    });
    world.did(`card numbers searched for: ${heard ? (heard.errors ? 'refused' : 'not refused') : 'nobody answered'}`);
  };

  #order: Duty = async () => {
    const { caller, random, world } = this.cast;
    const { shop } = this.standing;
    const { number } = world.cards.draw();
    const key = caller.newKey('order');
    const misplaced = random.pick<object>([
      { orderId: number },
      { metadata: { note: `card ${number}` } },
      { lines: [{ label: number, quantity: 1, amount: 100 }] },
      { shopper: { name: number } },
    ]);
    const currency = shop.currencies[0];
    const input = { idempotencyKey: key, orderId: key, amount: { amount: 100, currency }, ...misplaced };
    const variables = { input };
    const about = { shopId: shop.id, with: 'a card number where none belongs' };
    const question = {
      operation: 'createPaymentSession',
      query: CREATE_SESSION,
      variables,
      authority: keyOf(shop),
      key,
      about,
    };
    const answer = await caller.ask<Answer>(question);
    world.did(`card numbers in orders: ${answer?.['createPaymentSession']?.code ?? 'taken'}`);
  };

  /** Asked once: what nobody answered has no key to be asked again with. */
  async #do(authority: Authority, operation: string, query: string, input: object): Promise<Made | null> {
    const { caller, world } = this.cast;
    const about = { shopId: this.standing.shop.id };
    const heard = await caller.askOnce<Answer>({ operation, query, variables: { input }, authority, about });
    const answer = heard?.data?.[operation] ?? null;
    world.did(`${operation}: ${answer?.code ?? answer?.__typename ?? 'nothing'}`);
    return answer;
  }
}
