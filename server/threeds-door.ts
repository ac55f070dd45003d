/**
 * The internal door for what the directory sends: results of challenges (RReq), each to an unguessable address of its own. Anything
 * else is not found.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from './core/ports.js';
import type { Deps } from './database/deps.js';
import { BodyTooLargeError, NotTextError, readBody } from './http-body.js';
import { takeResult } from './transactions/authenticating/take-result.js';

/** bank/PROTOCOL-3DS.md, Transport. */
const BODY_BYTES = 64 * 1024;

export function createThreedsDoor(deps: Deps, log: Log): Server {
  const server = createServer((request, response) => {
    answer(deps, request, response).catch((error: unknown) => {
      log.error('3-D Secure door: failed', { error });
      if (!response.headersSent) response.writeHead(500).end();
      else response.destroy();
    });
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 15_000;
  return server;
}

async function answer(deps: Deps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = /^\/3ds\/rreq\/([\w-]{43})$/.exec(request.url ?? '')?.[1];
  if (token === undefined || request.method !== 'POST') return notFound(response);
  // A message says that it is one; what any page could have a browser send does not (bank/PROTOCOL-3DS.md, "Transport").
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? '')) {
    response.writeHead(415, { connection: 'close' }).end();
    return;
  }
  let body: string;
  try {
    body = await readBody(request, BODY_BYTES);
  } catch (error) {
    if (!(error instanceof BodyTooLargeError || error instanceof NotTextError)) throw error;
    response.writeHead(error instanceof NotTextError ? 400 : 413, { connection: 'close' }).end();
    return;
  }
  const said = await takeResult(deps, token, body);
  if (said === null) return notFound(response);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(said);
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
}
