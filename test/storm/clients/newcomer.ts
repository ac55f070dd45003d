/** Somebody who is invited, comes, and leaves again: the link, two passwords, the end of all sign-ins; and what opens nothing afterwards. */
import type { Cast } from './actors.js';
import { ACCEPT_INVITATION, CHANGE_PASSWORD, INVITATION, ME, SIGN_IN, SIGN_OUT_EVERYWHERE } from './documents.js';
import { Browser } from './sign-in.js';
import { NOBODY, type Person, type StormShop } from './world.js';

interface Result {
  readonly __typename: string;
  readonly code?: string;
}
type Answer = Readonly<Record<string, Result | null>>;

export class Newcomer {
  #person: Person;

  constructor(
    private readonly cast: Cast,
    private readonly shop: StormShop,
    email: string,
  ) {
    this.#person = { profile: 'VIEWER', email, password: this.#newPassword() };
  }

  /** Whether the link has led to a password. */
  async come(link: string): Promise<boolean> {
    const { caller } = this.cast;
    const token = link.split('/').at(-1) ?? '';
    const shown = { operation: 'invitation', query: INVITATION, variables: { token } };
    await caller.ask({ ...shown, authority: NOBODY, about: this.#about });
    const { password } = this.#person;
    const heard = await caller.askOnce<Answer>({
      operation: 'acceptInvitation',
      query: ACCEPT_INVITATION,
      variables: { input: { token, password } },
      authority: NOBODY,
      about: this.#about,
    });
    return this.#did('acceptInvitation', heard?.data ?? null);
  }

  /** A day at the till: another password, and before the way home the end of every sign-in. */
  async work(): Promise<void> {
    const browser = new Browser(this.cast, this.shop, this.#person);
    const me = { operation: 'me', query: ME, about: this.#about };
    if (!(await browser.authority())) return;
    await browser.askOnce(me);
    const { password: current } = this.#person;
    const changed = this.#newPassword();
    const heard = await browser.askOnce<Answer>({
      operation: 'changePassword',
      query: CHANGE_PASSWORD,
      variables: { input: { current, new: changed } },
      about: this.#about,
    });
    if (!this.#did('changePassword', heard?.data ?? null)) return;
    this.#person = { ...this.#person, password: changed };
    const before = browser.headers();
    const ended = await browser.askOnce<Answer>({
      operation: 'signOutEverywhere',
      query: SIGN_OUT_EVERYWHERE,
      about: this.#about,
    });
    if (!this.#did('signOutEverywhere', ended?.data ?? null)) return;
    await this.cast.caller.askOnce({ ...me, authority: () => before, about: { ...this.#about, ended: 'sign-in' } });
  }

  /** Once the shop has shown the door. */
  async comeBack(): Promise<void> {
    const { email, password } = this.#person;
    await this.cast.caller.askOnce({
      operation: 'signIn',
      query: SIGN_IN,
      variables: { input: { email, password } },
      authority: new Browser(this.cast, this.shop, this.#person).headers,
      about: { ...this.#about, ended: 'member' },
    });
  }

  get #about(): { readonly shopId: string } {
    return { shopId: this.shop.id };
  }

  #newPassword(): string {
    const { random } = this.cast;
    return `storm-${random.between(1e9, 9e9)}-${random.between(1e9, 9e9)}`;
  }

  #did(operation: string, answer: Answer | null): boolean {
    const { code, __typename = 'nothing' } = answer?.[operation] ?? {};
    this.cast.world.did(`${operation}: ${code ?? __typename}`);
    return __typename !== 'nothing' && code === undefined;
  }
}
