/**
 * The load: so many at a time, each paying one order after the other. A payment is what a merchant's server and a
 * checkout do: a session is opened, a card is submitted, and the answer says PAID.
 */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sandboxCard } from '../support/shopping.js';

const CREATE_SESSION = `mutation CreateSession($input: CreatePaymentSessionInput!) {
  createPaymentSession(input: $input) { __typename ... on PaymentSession { id token checkoutUrl } ... on Refusal { code message } }
}`;
const SUBMIT_CARD = `mutation SubmitCard($input: SubmitCardInput!) {
  submitCard(input: $input) { __typename ... on CheckoutSession { status } ... on Refusal { code message } }
}`;

export interface Paid {
  /** Every payment has its own, by which it is found again. */
  readonly amount: bigint;
  /** From the first request to the last answer. */
  readonly whole_ms: number;
}

export interface LoadOptions {
  readonly port: number;
  readonly apiKey: string;
  readonly atATime: number;
  readonly most_ms: number;
  readonly mostPayments?: number;
  /** One payment begins after the other in this pace; as fast as they go if absent. */
  readonly pace_ms?: number;
  readonly stop: AbortSignal;
}

export class Load {
  #payments = 0;

  /** Payments made so far. */
  get count(): number {
    return this.#payments;
  }

  async run(options: LoadOptions): Promise<readonly Paid[]> {
    const agent = new Agent({ keepAlive: true, maxSockets: options.atATime });
    const beganAll = performance.now();
    const until = beganAll + options.most_ms;
    const paid: Paid[] = [];
    const most = options.mostPayments ?? Infinity;
    let begun = 0;
    const shopper = async (): Promise<void> => {
      while (performance.now() < until && begun < most && !options.stop.aborted) {
        const early_ms = beganAll + begun * (options.pace_ms ?? 0) - performance.now();
        begun += 1;
        if (early_ms > 0) await sleep(early_ms);
        this.#payments += 1;
        paid.push(await pay(agent, options, this.#payments));
      }
    };
    try {
      await Promise.all(Array.from({ length: options.atATime }, shopper));
    } finally {
      agent.destroy();
    }
    return paid;
  }
}

interface Said {
  readonly data?: Readonly<Record<string, { token?: string; status?: string }>>;
}

async function pay(agent: Agent, { port, apiKey }: LoadOptions, number: number): Promise<Paid> {
  const began = performance.now();
  const order = {
    idempotencyKey: `order-${number}`,
    orderId: `2026-${number}`,
    amount: { amount: number, currency: 'EUR' },
    shopper: { email: `shopper.${number}@mail.example`, country: 'FR' },
    lines: [{ label: 'Lampe de bureau', quantity: 1, amount: number }],
    returnUrl: 'https://shop.example/return',
  };
  const opened = await ask(agent, port, apiKey, { query: CREATE_SESSION, variables: { input: order } });
  const token = opened.data?.['createPaymentSession']?.token;
  if (!token) throw new Error(`No session: ${JSON.stringify(opened)}`);
  const card = {
    idempotencyKey: `card-${number}`,
    number: sandboxCard('00', { serial: String(number % 100_000).padStart(5, '0') }),
    expiry: '12/30',
    securityCode: '123',
  };
  const answer = await ask(agent, port, token, { query: SUBMIT_CARD, variables: { input: card } });
  if (answer.data?.['submitCard']?.status !== 'PAID') throw new Error(`Not paid: ${JSON.stringify(answer)}`);
  return { amount: BigInt(number), whole_ms: performance.now() - began };
}

function ask(agent: Agent, port: number, bearer: string, body: object): Promise<Said> {
  const bytes = Buffer.from(JSON.stringify(body));
  const headers = {
    authorization: `Bearer ${bearer}`,
    'content-type': 'application/json',
    'content-length': bytes.length,
  };
  return new Promise((resolve, reject) => {
    const call = request({ agent, host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers }, response => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        if (response.statusCode === 200) resolve(JSON.parse(text) as Said);
        else reject(new Error(`The server answered ${response.statusCode}: ${text}`));
      });
    });
    call.on('error', reject);
    call.end(bytes);
  });
}
