/** A member's browser: signs in where it must, keeps the cookies, and now and then begins anew. */
import type { Cast } from './actors.js';
import type { Authority, Heard, Question } from './caller.js';
import { SIGN_IN, SIGN_OUT } from './documents.js';
import type { Person, StormShop } from './world.js';

interface SignedIn {
  readonly signIn: { readonly __typename: string };
}

export class Browser {
  readonly #cookies = new Map<string, string>();
  #isIn = false;

  constructor(
    private readonly cast: Cast,
    private readonly shop: StormShop,
    private readonly person: Person,
  ) {}

  /** Null while it does not get in. */
  authority = async (): Promise<Authority | null> => {
    const { random, world, caller } = this.cast;
    if (caller.isStranger) this.#isIn = false;
    caller.isStranger = false;
    if (this.#isIn && random.chance(0.03)) await this.#signOut();
    if (!this.#isIn) {
      // People mistype.
      if (random.chance(0.1)) await this.#signIn(`${this.person.password}?`);
      this.#isIn = await this.#signIn(this.person.password);
      world.did(`sign-ins ${this.#isIn ? 'done' : 'failed'}`);
    }
    return this.#isIn ? this.headers : null;
  };

  async #signIn(password: string): Promise<boolean> {
    const heard = await this.askOnce<SignedIn>({
      operation: 'signIn',
      query: SIGN_IN,
      variables: { input: { email: this.person.email, password } },
      about: { shopId: this.shop.id, profile: this.person.profile },
    });
    return heard?.data?.signIn.__typename === 'Member';
  }

  async #signOut(): Promise<void> {
    await this.askOnce({ operation: 'signOut', query: SIGN_OUT, about: { shopId: this.shop.id } });
    this.#isIn = false;
  }

  /** Asks once, and keeps the cookies that come with the answer. */
  async askOnce<Data>(question: Omit<Question, 'authority'>): Promise<Heard<Data> | null> {
    const heard = await this.cast.caller.askOnce<Data>({ ...question, authority: this.headers });
    for (const line of heard?.setCookies ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return heard;
  }

  headers: Authority = () => {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { origin: this.cast.world.publicUrl, ...(cookie === '' ? {} : { cookie }) };
  };
}
