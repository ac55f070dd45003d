/**
 * The HTTP port of directory and issuer: listens, bounds what comes, and sends what it is told to.
 */
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import type { Timers } from '../timers.js';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: nothing is answered, and the peer waits. */
  readonly body: string | undefined;
  readonly delay_ms?: number;
}

export type Serve = (request: IncomingMessage) => Promise<Reply>;

const MOST_CONNECTIONS = 512;
/** Longer than anything is put off on demand. */
const IDLE_ms = 900_000;
/** A free port for IPv4 may be taken for IPv6. */
const MOST_ATTEMPTS = 5;

export class Door {
  #servers: Server[] = [];
  readonly #serving = new Set<Promise<void>>();
  #serve: Serve = async () => ({ status: 503, headers: {}, body: '' });

  constructor(
    private readonly timers: Timers,
    private readonly log: (event: Readonly<Record<string, unknown>>) => void,
  ) {}

  /** Until then whoever comes is told to come later. */
  open(serve: Serve): void {
    this.#serve = serve;
  }

  /** On loopback for both families, as `localhost` may be either of them to a browser. */
  async listen(port: number, host: string): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      const taken = await this.#listen(port, host);
      if (host !== '127.0.0.1') return taken;
      try {
        await this.#listen(taken, '::1');
        return taken;
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return taken;
        if (code !== 'EADDRINUSE' || port !== 0 || attempt >= MOST_ATTEMPTS) throw error;
        await this.close();
      }
    }
  }

  async close(): Promise<void> {
    const closed = this.#servers.map(server => {
      server.closeAllConnections();
      return new Promise(resolve => void server.close(resolve));
    });
    this.#servers = [];
    await Promise.all([...closed, ...this.#serving]);
  }

  async #listen(port: number, host: string): Promise<number> {
    const server = createServer((request, response) => this.#accept(request, response));
    server.maxConnections = MOST_CONNECTIONS;
    server.requestTimeout = 10_000;
    server.headersTimeout = 5_000;
    server.timeout = IDLE_ms;
    server.on('clientError', (_error, socket) => {
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host, ipv6Only: isIP(host) === 6 }, resolve);
    });
    this.#servers.push(server);
    return (server.address() as AddressInfo).port;
  }

  #accept(request: IncomingMessage, response: ServerResponse): void {
    const served = this.#answer(request, response).finally(() => this.#serving.delete(served));
    this.#serving.add(served);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {
      status,
      headers,
      body,
      delay_ms = 0,
    } = await this.#serve(request).catch((error: unknown) => {
      // A peer that went away in the middle of its own message is no failure of ours.
      if (!request.destroyed || request.complete)
        this.log({ event: '3-D Secure failed', error: error instanceof Error ? error.stack : String(error) });
      return { status: 500, headers: {}, body: '', delay_ms: 0 };
    });
    if (body === undefined) return;
    const send = () => {
      // After a body that was not read to its end the connection cannot be used again.
      if (!request.complete) response.setHeader('connection', 'close');
      response.writeHead(status, headers).end(body);
    };
    if (delay_ms > 0) this.timers.after(delay_ms, send);
    else send();
  }
}
