/**
 * People who sign in to the till in the stories, each with a browser of their own.
 */
import type { Profile } from '../../server/core/caller.js';
import type { DemoShop } from '../../server/demo-shop.js';
import type { Answer } from './graphql.js';
import type { House } from './house.js';

/** Keeps cookies as a browser does and sends them from pages of our own. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Whole lines, as they came last. */
  lastSet: readonly string[] = [];

  constructor(
    private readonly house: House,
    /** What it sends besides; `origin` is that of the house unless said otherwise. */
    readonly extra: Readonly<Record<string, string>> = {},
  ) {}

  get headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { origin: this.house.publicUrl, ...(cookie === '' ? {} : { cookie }), ...this.extra };
  }

  async ask<Data = Record<string, unknown>>(query: string, variables: object = {}): Promise<Answer<Data>> {
    const answer = await this.house.ask<Data>(query, variables, { headers: this.headers });
    this.lastSet = answer.setCookies;
    for (const line of answer.setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0(?:;|$)/.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** Somewhere else in the world, as far as limits by address can tell: our pages say so. */
  from(address: string): Browser {
    const internalToken = this.house.environment.internalToken.reveal();
    const moved = new Browser(this.house, { 'x-internal-token': internalToken, 'x-forwarded-for': address });
    for (const [name, value] of this.cookies) moved.cookies.set(name, value);
    return moved;
  }
}

export interface SignInTold {
  readonly __typename: 'Member' | 'Refusal';
  readonly id: string;
  readonly email: string;
  readonly profile: Profile;
  readonly lastSignInAt: string | null;
  readonly code: string;
  readonly message: string;
}

export async function tryToSignIn(browser: Browser, email: string, password: string): Promise<SignInTold> {
  const { data, errors } = await browser.ask<{ signIn: SignInTold }>(
    `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
       ... on Member { id email profile lastSignInAt } ... on Refusal { code message } } }`,
    { input: { email, password } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.signIn;
}

export function personOf(shop: DemoShop, profile: Profile) {
  const person = shop.members.find(member => member.profile === profile);
  if (!person) throw new Error(`The shop has no ${profile}.`);
  return person;
}

/** The member of this profile, signed in: `house.ask(query, variables, await signIn(house, 'VIEWER'))`. */
export async function signIn(house: House, profile: Profile, shop: DemoShop = house.shop): Promise<Browser> {
  const browser = new Browser(house);
  const { email, password } = personOf(shop, profile);
  const told = await tryToSignIn(browser, email, password);
  if (told.__typename !== 'Member') throw new Error(JSON.stringify(told));
  return browser;
}
