/** The peers' doors, as a shop front asks there: with a card, for what was made ready before. */
import { Agent } from 'node:http';
import { sandboxCard } from '../support/shopping.js';
import type { Card } from './peers-bank.js';
import type { Prepared } from './peers-bout.js';
import { postJson } from './post.js';

export interface Door {
  readonly path: string;
  /** How the one who asks makes himself known. */
  headersWith(key: string): Readonly<Record<string, string>>;
  question(id: string, card: Card): object;
  /** Stands in the answer where it is paid, and nowhere else. */
  readonly paid: string;
}

const ADD_PAYMENT = `mutation Pay($input: PaymentInput!) {
  addPaymentToOrder(input: $input) { __typename ... on Order { state } ... on ErrorResult { errorCode message } }
}`;

export const DOORS = {
  /** A route as its documentation has it written, behind what its server does for every route of its store. */
  medusa: {
    path: '/store/pay',
    headersWith: key => ({ 'x-publishable-api-key': key }),
    question: (session, card) => ({ session, card }),
    paid: '"payment":{"id":"pay_',
  },
  /** Its own; each asks with the session that the order belongs to. */
  vendure: {
    path: '/graphql',
    headersWith: token => ({ authorization: `Bearer ${token}` }),
    question: (_, card) => ({ query: ADD_PAYMENT, variables: { input: { method: 'card', metadata: card } } }),
    paid: '"state":"PaymentAuthorized"',
  },
} satisfies Readonly<Record<string, Door>>;

/** A shop front that pays one after the other, each with another card. */
export class ShopFront {
  #payments = 0;

  constructor(
    private readonly door: Door,
    private readonly port: number,
  ) {}

  async pay(agent: Agent, { id, key }: Prepared): Promise<void> {
    this.#payments += 1;
    const number = sandboxCard('00', { serial: String(this.#payments % 100_000).padStart(5, '0') });
    const { door, port } = this;
    const question = door.question(id, { number, expiry: '12/30', securityCode: '123' });
    const answer = await postJson({ agent, port, path: door.path, headers: door.headersWith(key) }, question);
    if (!answer.includes(door.paid)) throw new Error(`Not paid: ${answer}`);
  }
}
