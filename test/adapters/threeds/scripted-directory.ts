/**
 * A directory on a real socket that does what a test tells it to.
 */
import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface Question {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly message: Readonly<Record<string, unknown>>;
}

export type Script = (response: ServerResponse, question: Question) => void;

/** A message as it should come; anything but an object is sent as it is. */
export function says(answer: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): Script {
  return (response, { message }) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    const own = { threeDSServerTransID: message.threeDSServerTransID };
    response.end(typeof answer === 'object' && answer !== null ? JSON.stringify({ ...own, ...answer }) : answer);
  };
}

/** These bytes (one per character) and nothing else, HTTP or not. */
export function sends(bytes: string): Script {
  return response => void response.socket?.end(bytes, 'latin1');
}

export class ScriptedDirectory {
  readonly heard: Question[] = [];
  #woken = (): void => {};

  private constructor(
    private readonly server: Server,
    private readonly scheme: 'http' | 'https',
  ) {}

  static async start(script: Script, tls?: ServerOptions): Promise<ScriptedDirectory> {
    const server = tls ? createTlsServer(tls) : createPlainServer();
    const directory = new ScriptedDirectory(server, tls ? 'https' : 'http');
    directory.listenWith(script);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return directory;
  }

  get url(): string {
    return `${this.scheme}://127.0.0.1:${(this.server.address() as AddressInfo).port}/ds`;
  }

  listenWith(script: Script): void {
    this.server.removeAllListeners('request');
    this.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('error', () => undefined);
      request.on('end', () => {
        const message = JSON.parse(Buffer.concat(chunks).toString()) as Question['message'];
        const question = { path: request.url ?? '', headers: request.headers, message };
        this.heard.push(question);
        script(response, question);
        this.#woken();
      });
    });
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
}
