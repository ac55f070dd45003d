/** A subscription over the live door, for as long as it lasts: it is cut off, called away or ended, and whoever wants more comes back. */
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Authority } from './caller.js';

/** What a damaged line says is no message, and the end of this connection; it is told as an error even when nobody listens any more. */
class LiveSocket extends WebSocket {
  constructor(...given: ConstructorParameters<typeof WebSocket>) {
    super(...given);
    this.on('error', () => undefined);
  }
}

export interface Following {
  /** Resolves when nothing more comes. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

export interface Followed {
  readonly port: number;
  readonly authority: Authority;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export function follow<Data>(
  { port, authority, query, variables = {} }: Followed,
  take: (data: Data) => void,
): Following {
  const client = createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: LiveSocket,
    connectionParams: () => ({ ...authority() }),
    retryAttempts: 0,
    lazy: true,
  });
  const ended = new Promise<void>(resolve => {
    client.subscribe<Data>(
      { query, variables: { ...variables } },
      {
        next: ({ data }) => {
          if (data) take(data);
        },
        error: () => resolve(),
        complete: () => resolve(),
      },
    );
  });
  const close = async () => {
    await Promise.resolve(client.dispose()).catch(() => undefined);
    client.terminate();
  };
  return { ended, close };
}
