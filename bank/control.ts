/**
 * The control port: plain HTTP and JSON, for people and tests, on loopback unless told otherwise.
 */
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from './body.js';
import { BadInput } from './control-input.js';

const LARGEST_BODY_bytes = 64 * 1024;

const NOT_HTTP = [
  'HTTP/1.1 400 Bad Request',
  'content-type: application/json; charset=utf-8',
  'connection: close',
  '',
  '{"error":{"code":"NOT_HTTP","message":"this is no HTTP request, or too long a one"}}\n',
].join('\r\n');

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What the port does, by path and method. */
export type Routes = Readonly<Record<string, Readonly<Record<string, (body: unknown) => Answer | Promise<Answer>>>>>;

export class Control {
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  constructor(
    private readonly routes: Routes,
    private readonly log: (event: Readonly<Record<string, unknown>>) => void,
  ) {
    this.#server.requestTimeout = 10_000;
    this.#server.headersTimeout = 5_000;
    this.#server.on('clientError', (_error, socket) => {
      if (socket.writable) socket.end(NOT_HTTP);
    });
  }

  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => resolve((this.#server.address() as AddressInfo).port));
    });
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = await this.#serve(request).catch((error: unknown) => this.#failure(error));
    // After a body that was not read to its end the connection cannot be used again.
    if (!request.complete) response.setHeader('connection', 'close');
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
    response.end(`${JSON.stringify(body)}\n`);
  }

  async #serve(request: IncomingMessage): Promise<Answer> {
    const path = request.url ?? '';
    const methods = Object.hasOwn(this.routes, path) ? this.routes[path] : undefined;
    if (!methods) throw new BadInput(404, 'NOT_FOUND', 'no such path', Object.keys(this.routes));
    const method = request.method ?? '';
    const serve = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (!serve) throw new BadInput(405, 'METHOD_NOT_ALLOWED', 'not with this method', Object.keys(methods));
    return serve(method === 'POST' ? await readJson(request) : undefined);
  }

  #failure(error: unknown): Answer {
    if (error instanceof BadInput) {
      const { status, code, message, possible } = error;
      return { status, body: { error: { code, message, ...(possible && { possible }) } } };
    }
    this.log({
      event: 'control failed',
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return { status: 500, body: { error: { code: 'INTERNAL', message: 'the bank failed; its log says how' } } };
  }
}

/** Only `application/json`: a page in somebody's browser cannot send that to another origin unasked. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new BadInput(415, 'NOT_JSON', 'the content type must be application/json');
  const text = await readBody(request, LARGEST_BODY_bytes);
  if (text === undefined) throw new BadInput(413, 'BODY_TOO_LARGE', `a body has at most ${LARGEST_BODY_bytes} bytes`);
  try {
    return JSON.parse(text);
  } catch {
    throw new BadInput(400, 'NOT_JSON', 'the body is not JSON');
  }
}
