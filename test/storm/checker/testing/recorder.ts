/** A client, a reader and a merchant's server that write down what they saw, as those of a storm do. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Following } from '../../../live/following.js';
import { stockClient, urlOf } from '../../../live/sockets.js';
import type { Answer } from '../../../support/graphql.js';
import type { House } from '../../../support/house.js';
import { until } from '../../../support/shopping.js';
import { Receiver, verified, type Behaviour } from '../../../support/receiver.js';
import { FILES, type Asked, type ClientLine, type HookSecret, type ReceiverLine, type Told } from '../../evidence.js';
import type { FeedScope } from '../../evidence-live.js';

const now = () => new Date().toISOString();

export type Result = Readonly<Record<string, unknown>>;

export class Recorder {
  #calls = 0;
  readonly #path: string;

  constructor(
    private readonly house: House,
    folder: string,
    readonly name: string,
  ) {
    mkdirSync(join(folder, FILES.clients), { recursive: true });
    this.#path = join(folder, FILES.clients, `${name}.jsonl`);
  }

  write(line: ClientLine): void {
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`);
  }

  /** Asks for one root field, and answers what stands under it. `selection` is that of its result. */
  async mutate(
    operation: string,
    input: Readonly<Record<string, unknown>>,
    selection: string,
    { bearer = this.house.shop.apiKey, about = {} }: { bearer?: string; about?: Partial<Asked['about']> } = {},
  ): Promise<Result> {
    const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${operation}(input: $input) { __typename ${selection} ... on Refusal { code retryable } } }`;
    const key = typeof input['idempotencyKey'] === 'string' ? input['idempotencyKey'] : null;
    return this.#ask(operation, key, about, () => this.house.ask(query, { input }, bearer));
  }

  async query(operation: string, document: string, bearer?: string): Promise<Result> {
    return this.#ask(operation, null, {}, () => this.house.ask(document, {}, bearer ?? this.house.shop.apiKey));
  }

  async #ask(
    operation: string,
    key: string | null,
    about: Partial<Asked['about']>,
    ask: () => Promise<Answer<Record<string, unknown>>>,
  ): Promise<Result> {
    const call = { client: this.name, call: ++this.#calls, operation, key };
    this.write({ at: now(), ...call, event: 'asked', about: { shopId: this.house.shop.shopId, ...about } });
    const { status, data, errors } = await ask();
    const answer = withoutSecrets(data) as Told['answer'];
    const told = errors?.map(({ message, extensions }) => ({ message, code: extensions.code })) ?? null;
    this.write({ at: now(), ...call, event: 'told', status, answer, errors: told });
    if (errors) throw new Error(JSON.stringify(errors));
    return data[operation] as Result;
  }

  /** Follows the log by subscription, over two connections: the second goes on where the first ended, and gets to the end. */
  async follow(reader: string, during: readonly (() => Promise<void>)[]): Promise<void> {
    const scope: FeedScope = { shopId: this.house.shop.shopId };
    const server = this.house.publicUrl;
    let after = '0';
    for (const work of during) {
      const following = new Following(urlOf(this.house), this.house.shop.apiKey, { after });
      this.write({ at: now(), client: this.name, event: 'feed-opened', reader, scope, server, after });
      await work();
      await following.until(({ cursor }) => cursor !== null);
      const caughtUp = work === during.at(-1);
      if (caughtUp) await this.#untilNothingFollows(following);
      after = following.cursor ?? after;
      await this.#note(reader, scope, following);
      following.end();
      this.write({ at: now(), client: this.name, event: 'feed-closed', reader, server, caughtUp });
    }
  }

  /** A checkout's page that stands open while something is done, and until it has shown that its order is paid. */
  async watch(
    { id, token }: { readonly id: string; readonly token: string },
    work: () => Promise<unknown>,
  ): Promise<void> {
    const page = `${id} 1`;
    const server = this.house.publicUrl;
    const about = { shopId: this.house.shop.shopId, sessionId: id, server };
    this.write({ at: now(), client: this.name, event: 'page-opened', page, ...about });
    const shown: string[] = [];
    const client = stockClient(urlOf(this.house), token);
    const take = ({ data }: { data?: Result | null }) => {
      if (!data) return;
      shown.push(String((data['checkoutChanged'] as Result)['status']));
      this.write({ at: now(), client: this.name, event: 'page-shown', page, answer: data });
    };
    const query = 'subscription { checkoutChanged { id status step } }';
    const sink = { next: take, error: () => undefined, complete: () => undefined };
    client.subscribe<Result>({ query }, sink);
    const untilShown = (status: string) =>
      until(
        async () => shown.at(-1),
        last => last === status,
      );
    await untilShown('OPEN');
    await work();
    await untilShown('PAID');
    await client.dispose();
    this.write({ at: now(), client: this.name, event: 'page-closed', page, caughtUp: true });
  }

  async #untilNothingFollows(following: Following): Promise<void> {
    await until(
      async () => {
        const left = await this.house.ask<{ events: { nodes: unknown[] } }>(
          'query ($after: String) { events(after: $after, first: 1) { nodes { id } } }',
          { after: following.cursor },
        );
        return left.data.events.nodes.length;
      },
      left => left === 0,
    );
  }

  /** A subscription of the tests does not ask for ids: they are read beside it. */
  async #note(reader: string, scope: FeedScope, { seen }: Following): Promise<void> {
    const { rows } = await this.house.server.app.deps.sql
      .selectFrom('feed')
      .select(['position', 'event_id'])
      .execute()
      .then(list => ({ rows: new Map(list.map(row => [row.position.toString(), row.event_id])) }));
    for (const { cursor, sequence, subjectId, type, to, transaction } of seen) {
      const eventId = rows.get(cursor) ?? '';
      const event = { cursor, eventId, sequence, subjectId, kind: type, status: to, transactionId: transaction.id };
      this.write({ at: now(), client: this.name, event: 'feed', reader, scope, ...event });
    }
  }
}

/** Tokens and secrets are shown in some answers, and are not for a log. */
function withoutSecrets(value: unknown): unknown {
  const text = JSON.stringify(value ?? null, (name, inner: unknown) =>
    name === 'token' || name === 'secret' || name === 'checkoutUrl' ? undefined : inner,
  );
  return JSON.parse(text) as unknown;
}

/** A merchant's server that writes down what comes before it answers. */
export async function recordingReceiver(
  folder: string,
  name: string,
  answers: (place: number) => number,
): Promise<{ readonly receiver: Receiver; readonly know: (secret: HookSecret) => void }> {
  mkdirSync(join(folder, FILES.receivers), { recursive: true });
  const known: HookSecret[] = [];
  let place = 0;
  const behaviour: Behaviour = (response, got) => {
    const answered = answers(place++);
    const line: ReceiverLine = {
      at: now(),
      endpointId: known[0]?.endpointId ?? '',
      id: got.id,
      timestamp: got.timestamp,
      signature: got.signature,
      body: Buffer.from(got.body).toString('base64'),
      verified: known.some(({ secret }) => isVerified(() => verified(got, secret))),
      answered,
    };
    appendFileSync(join(folder, FILES.receivers, `${name}.jsonl`), `${JSON.stringify(line)}\n`);
    response.writeHead(answered).end();
  };
  const receiver = await Receiver.start(behaviour);
  return { receiver, know: secret => void known.push(secret) };
}

function isVerified(verify: () => unknown): boolean {
  try {
    verify();
    return true;
  } catch {
    return false;
  }
}
