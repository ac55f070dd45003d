/**
 * The 3DS door as the server will have it, without a database behind it: reads what comes with the adapter under test and
 * sends back what it says.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Authenticator, ExpectedResult, ResultReading } from '../../../server/core/threeds-port.js';

export class ResultDoor {
  readonly token = 'unguessable-token-of-the-door-43-characters';
  readonly readings: ResultReading[] = [];
  expected: ExpectedResult | null = null;
  calls = 0;
  /** How many calls are to fall over before they are read. */
  fails = 0;
  #woken = (): void => {};

  private constructor(
    private readonly server: Server,
    private readonly authenticator: Authenticator,
  ) {}

  static async start(authenticator: Authenticator): Promise<ResultDoor> {
    const server = createServer();
    const door = new ResultDoor(server, authenticator);
    server.on('request', (request, response) => void door.#hear(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return door;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/3ds/rreq/${this.token}`;
  }

  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      await new Promise<void>(resolve => {
        this.#woken = resolve;
      });
    }
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  async #hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.calls += 1;
    if (this.fails > 0) {
      this.fails -= 1;
      response.writeHead(500).end();
      return;
    }
    const body = Buffer.concat(await request.toArray()).toString();
    if (!this.expected || request.url !== `/3ds/rreq/${this.token}`) {
      response.writeHead(404).end();
      return;
    }
    const reading = this.authenticator.readResult(body, this.expected);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(this.authenticator.answerResult(reading));
    this.readings.push(reading);
    this.#woken();
  }
}
