/** What an office does besides: people come and go, settings change; and somebody pastes a card number. */
import type { Actor, Cast } from './actors.js';
import type { Authority } from './caller.js';
import {
  AUDIT_LOG,
  CHANGE_PROFILE,
  CREATE_SESSION,
  DISABLE_MEMBER,
  INVITE,
  LIST_MEMBERS,
  LIST_TRANSACTIONS,
  SEE_SETTINGS,
  SETTINGS,
  STATISTICS,
} from './documents.js';
import { Newcomer } from './newcomer.js';
import type { Standing } from './staff.js';
import { keyOf } from './world.js';

interface Made {
  readonly __typename: string;
  readonly code?: string;
  readonly id?: string;
  readonly status?: string;
  readonly invitationUrl?: string | null;
}
type Answer = Readonly<Record<string, Made>>;
/** What can be looked at besides. */
const SIGHTS = [
  ['members', LIST_MEMBERS],
  ['shopSettings', SEE_SETTINGS],
  ['auditLog', AUDIT_LOG],
  ['transactionStats', STATISTICS],
] as const;

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
      [3, this.#people],
      [2, this.#settings],
      [2, this.#look],
      [3, this.#search],
      [3, this.#order],
    ]);
    await duty(authority);
  }

  #people: Duty = async authority => {
    const { caller, random } = this.cast;
    const email = `${caller.newKey('member').replaceAll(':', '.')}@shop.example`;
    const invited = await this.#do(authority, 'inviteMember', INVITE, { email, profile: 'VIEWER' });
    if (!invited?.id) return;
    const memberId = invited.id;
    const newcomer = new Newcomer(this.cast, this.standing.shop, email);
    if (invited.invitationUrl && (await newcomer.come(invited.invitationUrl))) await newcomer.work();
    await this.#do(authority, 'changeMemberProfile', CHANGE_PROFILE, { memberId, profile: 'OPERATOR' });
    if (random.chance(0.3)) return;
    const left = await this.#do(authority, 'disableMember', DISABLE_MEMBER, { memberId });
    if (left?.status === 'DISABLED') await newcomer.comeBack();
  };

  #look: Duty = async authority => {
    const [operation, query] = this.cast.random.pick(SIGHTS);
    await this.cast.caller.ask({ operation, query, authority, about: { shopId: this.standing.shop.id } });
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
      variables: { first: 5, orderBy: 'NEWEST_FIRST', filter: { text: world.cards.drawIssued().number } },
      authority,
      about: { shopId: this.standing.shop.id, text: 'a card number' },
    });
    world.did(`card numbers searched for: ${heard ? (heard.errors ? 'refused' : 'not refused') : 'nobody answered'}`);
  };

  #order: Duty = async () => {
    const { caller, random, world } = this.cast;
    const { shop } = this.standing;
    const { number } = world.cards.drawIssued();
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
