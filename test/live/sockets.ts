/**
 * The two clients of the stories: the stock one of graphql-ws, as applications use it, and a bare one that does what no
 * application would.
 */
import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import { WebSocket, type ClientOptions as SocketOptions } from 'ws';
import type { House } from '../support/house.js';

export const urlOf = (house: Pick<House, 'publicUrl'>): string => `${house.publicUrl.replace(/^http/, 'ws')}/graphql`;

/** The headers of a browser's upgrade, or a bearer token for `connection_init`. */
export type Right = string | { readonly headers: Readonly<Record<string, string>> };

export function stockClient(url: string, right: Right, options: Partial<ClientOptions> = {}): Client {
  const headers = typeof right === 'string' ? {} : right.headers;
  class Upgrading extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers });
    }
  }
  return createClient({
    url,
    webSocketImpl: Upgrading,
    ...(typeof right === 'string' ? { connectionParams: { authorization: `Bearer ${right}` } } : {}),
    retryAttempts: 0,
    ...options,
  });
}

export interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** Says exactly what it is told to, and remembers all it hears. */
export class BareSocket {
  readonly heard: Message[] = [];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', data => this.heard.push(JSON.parse(String(data)) as Message));
    socket.on('error', () => undefined);
    this.closed = new Promise(resolve => {
      socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
  }

  /** Fails with the status where the upgrade is refused. */
  static async open(url: string, options: SocketOptions = {}, protocol = 'graphql-transport-ws'): Promise<BareSocket> {
    const socket = new WebSocket(url, protocol, options);
    const bare = new BareSocket(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('unexpected-response', (request, response) => {
        request.destroy();
        reject(new Error(`${response.statusCode}`));
      });
      socket.once('error', reject);
    });
    return bare;
  }

  /** Open, and acknowledged. */
  static async enter(url: string, bearer: string, options: SocketOptions = {}): Promise<BareSocket> {
    const bare = await BareSocket.open(url, options);
    bare.say({ type: 'connection_init', payload: { authorization: `Bearer ${bearer}` } });
    await bare.until(({ type }) => type === 'connection_ack');
    return bare;
  }

  say(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.say({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** The first message of this kind; fails when there is none in time or the socket is closed. */
  async until(isIt: (message: Message) => boolean, most_ms = 10_000): Promise<Message> {
    const end = Date.now() + most_ms;
    for (;;) {
      const found = this.heard.find(isIt);
      if (found) return found;
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error(`Closed: ${JSON.stringify(await this.closed)}`);
      if (Date.now() > end) throw new Error(`It was not heard among ${JSON.stringify(this.heard).slice(0, 2_000)}`);
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }

  async close(): Promise<void> {
    this.socket.terminate();
    await this.closed;
  }
}
