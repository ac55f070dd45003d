/**
 * The public door: GraphQL, a sign of life, and the pages, which a process behind us makes.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import { readBody, BodyTooLargeError } from './http-body.js';
import { proxyTo, type Pages } from './http-proxy.js';
import type { Context } from './api/context.js';
import type { Log } from './core/ports.js';

/** A document of 20 000 characters and its variables fit; nothing larger is read. */
const BODY_BYTES = 64 * 1024;

export interface HttpOptions {
  readonly graphql: ApolloServer<Context>;
  readonly context: (
    request: IncomingMessage,
    setCookie: (line: string) => void,
    mayChange: boolean,
  ) => Promise<Context>;
  readonly pages: Pages | null;
  /** Names a request that fails before it has a context. */
  readonly newRequestId: () => string;
  /** Whether what this process needs answers. */
  readonly isWell: () => Promise<boolean>;
  readonly log: Log;
}

export function createHttp(options: HttpOptions): Server {
  const server = createServer({ shouldUpgradeCallback: isForSubscriptions }, (request, response) => {
    // Told to stop, the server waits for what is under way, but not for the connection it came on to fall idle by itself.
    response.once('finish', () => {
      if (!server.listening) server.closeIdleConnections();
    });
    answer(options, request, response).catch((error: unknown) => {
      options.log.error('http: failed', { error });
      if (response.headersSent) response.destroy();
      else sendError(options, response, 500, 'INTERNAL', 'Something went wrong on our side.');
    });
  });
  // A client that trickles its request holds a socket, not more, and not for long.
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  server.maxRequestsPerSocket = 10_000;
  return server;
}

/** Others that would rather speak something else are answered as they are: upgrading is an offer (RFC 9110, section 7.8). */
function isForSubscriptions({ url = '', headers }: IncomingMessage): boolean {
  return url.split('?', 1)[0] === '/graphql' && headers.upgrade?.toLowerCase() === 'websocket';
}

async function answer(options: HttpOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0];
  if (path === '/graphql') return answerGraphql(options, request, response);
  if (path === '/healthz') {
    const well = await options.isWell();
    return sendJson(response, well ? 200 : 503, { status: well ? 'ok' : 'unavailable' });
  }
  if (options.pages) return proxyTo(options.pages, request, response, options.log);
  return sendJson(response, 404, { status: 'not found' });
}

async function answerGraphql(options: HttpOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refusalOf(request);
  if (refusal) {
    response.setHeader('connection', 'close');
    return sendError(options, response, refusal[0], 'BAD_USER_INPUT', refusal[1]);
  }
  let body: unknown;
  try {
    body = request.method === 'POST' ? parseJson(await readBody(request, BODY_BYTES)) : undefined;
  } catch (error) {
    const [status, message] =
      error instanceof BodyTooLargeError
        ? ([413, `A request has at most ${BODY_BYTES} bytes.`] as const)
        : ([400, 'The body is not JSON.'] as const);
    response.setHeader('connection', 'close');
    return sendError(options, response, status, 'BAD_USER_INPUT', message);
  }
  const cookies: string[] = [];
  const result = await execute(options, request, body, line => cookies.push(line));
  if (result.body.kind !== 'complete') throw new Error('Answers are complete: nothing is deferred.');
  response.statusCode = result.status ?? 200;
  for (const [name, value] of result.headers) response.setHeader(name, value);
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.setHeader('x-content-type-options', 'nosniff');
  response.end(response.statusCode < 400 ? result.body.string : numbered(options, result.body.string));
}

/** What is asked by somebody who is not, or not any more, who it was taken for is asked again by whom it is. */
async function execute(
  options: HttpOptions,
  request: IncomingMessage,
  body: unknown,
  setCookie: (line: string) => void,
): Promise<HTTPGraphQLResponse> {
  let made: Context | undefined;
  const httpGraphQLRequest = {
    method: request.method ?? 'GET',
    headers: headersOf(request),
    search: new URL(request.url ?? '/', 'http://door').search,
    body,
  };
  const attempt = (isLookedAtFirst: boolean) =>
    options.graphql.executeHTTPGraphQLRequest({
      httpGraphQLRequest,
      context: async () => (made = await options.context(request, setCookie, isLookedAtFirst)),
    });
  const result = await attempt(mayChange(body));
  return (await made?.confirmed) === false ? attempt(true) : result;
}

/** GraphQL over HTTP, sections 5 and 6. Whatever another site's form could send ends here already (CSRF). */
function refusalOf({ method, headers }: IncomingMessage): readonly [number, string] | null {
  if (method === 'GET') return null;
  if (method !== 'POST') return [405, 'GraphQL is asked with POST; what changes nothing, also with GET.'];
  const isJson = /^application\/json[ \t]*(?:;[ \t]*charset="?utf-8"?[ \t]*)?$/i.test(headers['content-type'] ?? '');
  return isJson ? null : [415, 'The body is application/json in UTF-8.'];
}

/** What cannot be a mutation does not hold the word; what holds it is taken for one until it is read. */
function mayChange(body: unknown): boolean {
  const query = typeof body === 'object' && body !== null && 'query' in body ? body.query : null;
  return typeof query === 'string' && query.includes('mutation');
}

interface Errors {
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** What Apollo refuses before it makes a context (a batch, a form, no document) gets its number here. */
function numbered(options: HttpOptions, text: string): string {
  if (text.includes('"requestId"') || !text.startsWith('{')) return text;
  const requestId = options.newRequestId();
  const body = JSON.parse(text) as Errors;
  const errors = body.errors?.map(error => ({ ...error, extensions: { ...error.extensions, requestId } }));
  return JSON.stringify({ ...body, errors });
}

function sendError(
  options: HttpOptions,
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
): void {
  sendJson(response, status, { errors: [{ message, extensions: { code, requestId: options.newRequestId() } }] });
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/**
 * `1e3` and `10.0` are whole numbers to JSON.parse, but no amounts: they stay text, which `MinorUnits` refuses.
 */
const keepWholeNumbersHonest: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && source !== undefined && Number.isInteger(value) && /[.eE]/.test(source) ? source : value;

function parseJson(text: string): unknown {
  // Asked of each value, the reviver takes longer than all the rest: only where something may be written that way.
  if (!/\d[.eE]/.test(text)) return JSON.parse(text);
  // The third parameter of a reviver is newer than the compiler's library (ECMAScript 2025, JSON.parse source text access).
  return JSON.parse(text, keepWholeNumbersHonest as (key: string, value: unknown) => unknown);
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}
