/** Somebody who follows the log of a shop, with the stock client. */
import { sql } from 'kysely';
import type { ClientOptions } from 'graphql-ws';
import { atRest } from '../support/books.js';
import type { House } from '../support/house.js';
import { openSession, pay, sandboxCard, until, type OpenedSession } from '../support/shopping.js';
import { stockClient, urlOf, type Right } from './sockets.js';

export interface Seen {
  readonly cursor: string;
  readonly sequence: number;
  readonly subjectId: string;
  readonly type: string;
  readonly to: string;
  readonly transaction: { readonly id: string; readonly status: string };
}

export const FOLLOW = `subscription ($after: String, $filter: TransactionEventFilter) {
  transactionEvents(after: $after, filter: $filter) {
    cursor sequence subjectId type to transaction { id status } } }`;

export interface Told {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly requestId: string };
}

export class Following {
  readonly seen: Seen[] = [];
  readonly errors: unknown[] = [];
  readonly closes: { readonly code: number; readonly reason: string }[] = [];
  connections = 0;
  readonly #dispose: () => void;

  constructor(url: string, right: Right, variables: object, options: Partial<ClientOptions> = {}) {
    const client = stockClient(url, right, {
      ...options,
      on: {
        connected: () => {
          this.connections += 1;
        },
        closed: event => this.closes.push(event as { code: number; reason: string }),
      },
    });
    this.#dispose = () => void client.dispose();
    // As an application does: whoever connects again goes on after the last cursor it saw.
    const asked = { ...variables };
    Object.defineProperty(asked, 'after', {
      enumerable: true,
      get: () => this.cursor ?? (variables as { after?: string }).after ?? null,
    });
    client.subscribe<{ transactionEvents: Seen }>(
      { query: FOLLOW, variables: asked },
      {
        next: ({ data, errors }) => {
          if (data) this.seen.push(data.transactionEvents);
          if (errors) this.errors.push(...errors);
        },
        error: error => this.errors.push(...(Array.isArray(error) ? (error as unknown[]) : [error])),
        complete: () => undefined,
      },
    );
  }

  get cursor(): string | null {
    return this.seen.at(-1)?.cursor ?? null;
  }

  get cursors(): string[] {
    return this.seen.map(({ cursor }) => cursor);
  }

  async until(isSo: (following: Following) => boolean, most_ms?: number): Promise<void> {
    await until(async () => this, isSo, most_ms).catch(() => {
      throw new Error(`It never became so: ${JSON.stringify([this.cursors, this.errors, this.closes])}`);
    });
  }

  end(): void {
    this.#dispose();
  }
}

/** Follows from the end of the log as it is now, so that it makes no difference when the server hears of it. */
export async function follow(
  house: House,
  right: Right,
  variables: object = {},
  options: Partial<ClientOptions> = {},
): Promise<Following> {
  const { data } = await house.ask<{ feedCursor: string }>('{ feedCursor }', {}, right);
  return new Following(urlOf(house), right, { after: data.feedCursor, ...variables }, options);
}

/** Of the shop's log, as the database has it. */
export async function positions(house: House, shopId: string, after = '0'): Promise<string[]> {
  await atRest(house);
  const { rows } = await sql<{ position: string }>`
    select position::text from feed join event on event.id = event_id
    where feed.shop_id = ${shopId} and transaction_id is not null and position > ${after}::bigint
    order by feed.position`.execute(house.server.app.deps.sql);
  return rows.map(({ position }) => position);
}

export async function payOne(house: House, bearer: string, card = sandboxCard('00')): Promise<OpenedSession> {
  const session = await openSession(house, { bearer });
  await pay(house, session, card);
  return session;
}
