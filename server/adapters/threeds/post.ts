/**
 * One message to the directory over HTTP, and what came back. Nothing is ever sent twice, no redirect is followed, and
 * what comes is bounded in size and time.
 */
import { Agent as PlainAgent, request as plainRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import type { Timers } from '../../core/ports.js';
import { MOST_BYTES } from './message.js';

export type PostFailure = 'UNREACHABLE' | 'BROKEN_LINE' | 'NO_ANSWER' | 'UNREADABLE';
export type PostOutcome =
  { readonly kind: 'answer'; readonly text: string } | { readonly kind: 'failed'; readonly cause: PostFailure };

export interface Poster {
  post(path: string, body: string): Promise<PostOutcome>;
  close(): Promise<void>;
}

/** Our certificate and whose we accept, in PEM. */
export interface TlsOptions {
  readonly certificate?: string;
  readonly key?: string;
  /** Who signs the directory's certificate; the public authorities where absent. */
  readonly authority?: string;
  /** The name in the directory's certificate, where it is not the host's. */
  readonly serverName?: string;
}

export interface PostSettings {
  readonly directoryUrl: URL;
  readonly tls: TlsOptions;
  readonly connect_timeout_ms: number;
  /** From asking to the last byte of the answer. */
  readonly timeout_ms: number;
  readonly idle_ms: number;
  readonly most_under_way: number;
  readonly timers: Timers;
}

export function createPoster(settings: PostSettings): Poster {
  const { directoryUrl, tls, idle_ms, most_under_way } = settings;
  const overTls = directoryUrl.protocol === 'https:';
  // A line that has been idle is given up before the other end does it: what is sent on a dying line is lost, and an
  // AReq is never sent again.
  const keeping = { keepAlive: true, timeout: idle_ms, maxSockets: most_under_way };
  const agent = overTls ? new TlsAgent({ ...keeping, ...tlsSettings(tls) }) : new PlainAgent(keeping);
  const send = overTls ? tlsRequest : plainRequest;
  const underWay = new Set<Exchange>();
  let closed = false;

  return {
    post(path, body) {
      if (closed || underWay.size >= most_under_way) return Promise.resolve({ kind: 'failed', cause: 'UNREACHABLE' });
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        accept: 'application/json',
      };
      return new Promise(resolve => {
        const request = send(`${directoryUrl.href.replace(/\/$/, '')}/${path}`, { method: 'POST', agent, headers });
        const exchange = new Exchange(request, settings, outcome => {
          underWay.delete(exchange);
          resolve(outcome);
        });
        underWay.add(exchange);
        request.end(body);
      });
    },
    async close() {
      closed = true;
      for (const exchange of underWay) exchange.abandon();
      agent.destroy();
    },
  };
}

function tlsSettings({ certificate, key, authority, serverName }: TlsOptions) {
  return {
    minVersion: 'TLSv1.2' as const,
    ...(certificate !== undefined && { cert: certificate }),
    ...(key !== undefined && { key }),
    ...(authority !== undefined && { ca: authority }),
    ...(serverName !== undefined && { servername: serverName }),
  };
}

/** One request from its sending to its one outcome. */
class Exchange {
  #opened = false;
  #settled = false;
  readonly #callOffs: (() => void)[];

  constructor(
    private readonly request: ClientRequest,
    { directoryUrl, connect_timeout_ms, timeout_ms, timers }: PostSettings,
    private readonly settle: (outcome: PostOutcome) => void,
  ) {
    this.#callOffs = [
      timers.after(timeout_ms, () => this.#fail('NO_ANSWER')),
      timers.after(connect_timeout_ms, () => this.#opened || this.#fail('UNREACHABLE')),
    ];
    request.on('socket', socket => {
      if (request.reusedSocket) this.#opened = true;
      else socket.once(directoryUrl.protocol === 'https:' ? 'secureConnect' : 'connect', () => (this.#opened = true));
    });
    request.on('response', response => this.#read(response));
    // An answer that Node's parser cannot read is no broken line.
    request.on('error', (error: NodeJS.ErrnoException) =>
      this.#fail(error.code?.startsWith('HPE_') === true ? 'UNREADABLE' : 'BROKEN_LINE'),
    );
    request.on('close', () => this.#fail('BROKEN_LINE'));
  }

  abandon(): void {
    this.#fail('BROKEN_LINE');
  }

  #read(response: IncomingMessage): void {
    const { statusCode, headers } = response;
    // EMV answers everything with 200, its errors too; any other status is no message, a redirect least of all.
    const isMessage = statusCode === 200 && /^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '');
    if (!isMessage || headers['content-encoding'] !== undefined) return this.#fail('UNREADABLE');
    const chunks: Buffer[] = [];
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > MOST_BYTES) this.#fail('UNREADABLE');
    });
    response.on('error', () => this.#fail('BROKEN_LINE'));
    response.on('end', () => {
      const text = decodeUtf8(Buffer.concat(chunks));
      if (text === null) this.#fail('UNREADABLE');
      else this.#end({ kind: 'answer', text });
    });
  }

  #fail(cause: PostFailure): void {
    // Once settled, the line may be somebody else's by now.
    if (this.#settled) return;
    this.#end({ kind: 'failed', cause: this.#opened ? cause : 'UNREACHABLE' });
    this.request.destroy();
  }

  #end(outcome: PostOutcome): void {
    this.#settled = true;
    for (const callOff of this.#callOffs) callOff();
    this.settle(outcome);
  }
}

function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
