/**
 * A merchant's server that is told: a real one, that answers as a test wants, and keeps what it got.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface Received {
  readonly id: string;
  readonly signature: string;
  readonly timestamp: string;
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Told {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>> & {
    readonly cursor: string;
    readonly sequence: number;
    readonly event: string;
    readonly id: string;
    readonly status: string;
  };
}

export type Behaviour = (response: ServerResponse, got: Received, socket: Socket) => void;

export const answering =
  (status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Behaviour =>
  response =>
    void response.writeHead(status, headers).end(body);
/** Takes the message and says nothing. */
export const silence: Behaviour = () => undefined;
export const reset: Behaviour = (_response, _got, socket) => void socket.resetAndDestroy();

export class Receiver {
  readonly received: Received[] = [];
  readonly #server = createServer((request, response) => void this.#take(request, response));
  #behave: Behaviour = answering(200);

  static async start(behaviour: Behaviour = answering(200)): Promise<Receiver> {
    const receiver = new Receiver();
    receiver.behave(behaviour);
    await new Promise<void>(resolve => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/told?by=guichet`;
  }

  behave(behaviour: Behaviour): void {
    this.#behave = behaviour;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const got: Received = {
      id: headers['webhook-id'] ?? '',
      signature: headers['webhook-signature'] ?? '',
      timestamp: headers['webhook-timestamp'] ?? '',
      path: request.url ?? '',
      body: Buffer.concat(chunks).toString('utf8'),
      headers,
    };
    this.received.push(got);
    this.#behave(response, got, request.socket);
  }
}

/** What it says, once the stock package has verified it under this secret. Throws what the package throws. */
export function verified(got: Received, secret: string): Told {
  return new Webhook(secret).verify(got.body, { ...got.headers }) as Told;
}
