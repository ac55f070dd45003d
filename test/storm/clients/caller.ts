/**
 * A client of the house as honest as a good library: what it asks and what it is told is on the disk before it goes on, and
 * what nobody answered is asked again, under the same key, until somebody does.
 */
import { Agent, request, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Asked, ClientLine, Told } from '../evidence.js';
import type { Lines } from '../lines.js';
import { withoutSecrets } from './without-secrets.js';
import type { Random } from '../random.js';

/** The headers by which somebody is known, asked for anew at each try: keys are replaced meanwhile, and so are cookies. */
export type Authority = () => Readonly<Record<string, string>>;

export interface Question {
  /** The field that is asked for; also the name of the document. */
  readonly operation: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly authority: Authority;
  /** The idempotency key in it, or null. */
  readonly key?: string | null;
  /** Never a card number, a code or a secret. */
  readonly about: Asked['about'];
  readonly most_ms?: number;
}

export interface GraphqlError {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

export interface Heard<Data = Record<string, unknown>> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly GraphqlError[] | null;
  readonly setCookies: readonly string[];
}

/** Longer than the house takes at its slowest: a question that gets no answer until then gets none. */
const MOST_ms = 20_000;

type Noted = ClientLine extends infer Line ? (Line extends ClientLine ? Omit<Line, 'at' | 'client'> : never) : never;

/** Some ninety seconds: longer than any fault lasts. */
const TRIES = 40;

/** Tries after which whoever is told to come again shortly takes that for the answer: somebody else is at it, and takes his time. */
const SHORTLY = 12;

export interface CallerOptions {
  readonly name: string;
  readonly lines: Lines;
  readonly random: Random;
  /** The ports of the doors; the house behind them is the same. */
  readonly doors: readonly number[];
  /** Where it says it comes from, as our own pages would say it. */
  readonly internalToken: string;
  /** Hears of a question that got no final answer, however often it was asked. */
  readonly gaveUp: (what: string) => void;
}

export class Caller {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4 });
  /** Whether the house did not know it when it was last asked. */
  isStranger = false;
  #calls = 0;
  #keys = 0;

  constructor(private readonly options: CallerOptions) {}

  get name(): string {
    return this.options.name;
  }

  newKey(what: string): string {
    this.#keys += 1;
    return `${this.options.name}:${what}:${this.#keys}`;
  }

  note(line: Noted): Promise<void> {
    return this.options.lines.write({ at: new Date().toISOString(), client: this.name, ...line });
  }

  /** Asks once. Null when it is not known what became of it. */
  async askOnce<Data>(
    question: Question,
    door = this.options.random.pick(this.options.doors),
  ): Promise<Heard<Data> | null> {
    const { operation, key = null, about } = question;
    const call = (this.#calls += 1);
    await this.note({ event: 'asked', call, operation, key, about });
    try {
      const heard = await this.#send<Data>(door, question);
      const errors =
        heard.errors?.map(({ message, extensions }) => ({ code: extensions?.code ?? '', message })) ?? null;
      const answer = withoutSecrets(heard.data) as Told['answer'];
      await this.note({ event: 'told', call, operation, key, status: heard.status, answer, errors });
      return heard;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await this.note({ event: 'untold', call, operation, key, reason });
      return null;
    }
  }

  /**
   * Asks until it is answered: again where nobody answered, where the answer is no answer of the house's law, and where it is
   * told to come again shortly. Null where the house does not know who asks or forbids it, and where all was in vain.
   */
  async ask<Data>(question: Question): Promise<Data | null> {
    let last = 'nothing';
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const heard = await this.askOnce<Data>(question);
      if (heard?.data && !heard.errors && (tries >= SHORTLY || !asksToComeAgain(heard.data))) return heard.data;
      last = heard?.errors?.map(({ extensions }) => extensions?.code).join(' ') ?? (heard ? 'come again' : 'nothing');
      // A line may have damaged what says who it is: once is no proof.
      this.isStranger = last === 'UNAUTHENTICATED' && tries >= 3;
      if (this.isStranger || (last === 'FORBIDDEN' && tries >= 3)) return null;
      await sleep(Math.min(250 * tries, 3_000) * (0.5 + this.options.random.next()));
    }
    this.options.gaveUp(`${this.name}: ${question.operation} ${question.key ?? ''}, last told ${last}`);
    return null;
  }

  close(): void {
    this.#agent.destroy();
  }

  async #send<Data>(
    port: number,
    { query, variables = {}, authority, most_ms = MOST_ms }: Question,
  ): Promise<Heard<Data>> {
    const body = Buffer.from(JSON.stringify({ query, variables }));
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      'x-internal-token': this.options.internalToken,
      ...authority(),
    };
    const options = { agent: this.#agent, host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers };
    const { response, body: bytes } = await new Promise<Came>((resolve, reject) => {
      const call = request({ ...options, signal: AbortSignal.timeout(most_ms) }, response => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('aborted', () => reject(new Error('The answer broke off.')));
        response.on('end', () => resolve({ response, body: Buffer.concat(parts) }));
      });
      call.on('error', reject);
      call.end(body);
    });
    return readAnswer(response.statusCode ?? 0, response.headers['set-cookie'] ?? [], bytes);
  }
}

interface Came {
  readonly response: IncomingMessage;
  readonly body: Buffer;
}

/** What the line has damaged is no answer: bytes that are no UTF-8, or no JSON. */
function readAnswer<Data>(status: number, setCookies: readonly string[], body: Buffer): Heard<Data> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  const { data = null, errors = null } = JSON.parse(text) as Partial<Heard<Data>>;
  if (data === null && errors === null) throw new Error('It answered something else.');
  return { status, data, errors, setCookies };
}

interface MaybeRefusal {
  readonly code?: string;
  readonly retryable?: boolean;
}

/** The house itself says that the same may be asked again and be answered otherwise. */
function asksToComeAgain(data: unknown): boolean {
  return Object.values(data as Record<string, MaybeRefusal | null>).some(
    answer => answer?.code === 'IN_FLIGHT' && answer.retryable === true,
  );
}
