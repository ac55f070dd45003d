import { Agent, request as send, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { addressOf } from './api/visitor.js';
import type { Log } from './core/ports.js';
import type { Secret } from './core/secret.js';

export interface Pages {
  /** Internal address of the web process. */
  readonly url: URL;
  /** Proves to the web process that a request came through this door. */
  readonly internalToken: Secret;
  readonly publicUrl: URL;
  /** Whether a proxy of the operator's stands before us, whose word on addresses counts. */
  readonly behindProxy: boolean;
  readonly agent: Agent;
}

const TIMEOUT_ms = 60_000;

/** Between this connection and the next there is us: these headers are not passed on (RFC 9110, section 7.6.1). */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'upgrade',
]);

/** Hands a request to the web process and its answer back, as streams. */
export function proxyTo(pages: Pages, request: IncomingMessage, response: ServerResponse, log: Log): Promise<void> {
  return new Promise(resolve => {
    const forward = send(
      {
        agent: pages.agent,
        host: pages.url.hostname,
        port: pages.url.port,
        method: request.method,
        path: request.url,
        headers: headersFor(pages, request),
        timeout: TIMEOUT_ms,
      },
      answer => {
        // The browser may have gone away meanwhile; a pipe into nothing would throw here, where nobody catches.
        if (response.destroyed) {
          answer.destroy();
          resolve();
          return;
        }
        response.writeHead(answer.statusCode ?? 502, withoutHopByHop(answer.headers));
        pipeline(answer, response, () => resolve());
      },
    );
    forward.on('timeout', () => forward.destroy(new Error('The web process took too long.')));
    forward.on('error', error => {
      if (!request.destroyed) log.warn('http: the web process did not answer', { error });
      if (!response.headersSent) {
        response.writeHead(502, {
          'content-type': 'text/plain; charset=utf-8',
          'cache-control': 'no-store',
          'retry-after': '5',
        });
        response.end('This page cannot be shown right now. Please try again in a moment.\n');
      } else response.destroy();
      resolve();
    });
    pipeline(request, forward, () => undefined);
  });
}

function headersFor(pages: Pages, request: IncomingMessage): OutgoingHttpHeaders {
  return {
    ...withoutHopByHop(request.headers),
    'x-forwarded-for': addressOf(request, pages),
    'x-forwarded-proto': pages.publicUrl.protocol.slice(0, -1),
    'x-forwarded-host': pages.publicUrl.host,
    'x-internal-token': pages.internalToken.reveal(),
  };
}

function withoutHopByHop(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));
}
