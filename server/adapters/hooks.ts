/**
 * Tells merchants' servers over HTTP: one request on a connection of its own, to the address that was checked.
 */
import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { HookAnswer, HookFault, HookMessage, HookUnanswered, Hooks } from '../core/hooks-port.js';
import type { Timers } from '../core/ports.js';
import { addressesToCall, isName, readHookAddress, type Resolve } from './hook-address.js';

export interface HooksOptions {
  readonly timers: Timers;
  readonly timeout_ms?: number;
  readonly resolve?: Resolve;
  /** Certificates (PEM) of an authority of one's own, in place of the public ones. */
  readonly authority?: string;
}

const TIMEOUT_ms = 15_000;
const ANSWER_MOST_bytes = 65_536;
const BEGINNING_bytes = 200;

const bySystem: Resolve = async name => (await lookup(name, { all: true })).map(({ address }) => address);

export function createHooks(options: HooksOptions): Hooks {
  const { timers, timeout_ms = TIMEOUT_ms, resolve = bySystem, authority } = options;
  return {
    timeout_ms,

    async complaintAbout(address) {
      const url = readHookAddress(address);
      if (typeof url === 'string') return url;
      const found = await resolve(url.hostname).catch(() => []);
      const allowed = await addressesToCall(url, address.allowLoopback, async () => found);
      return found.length === 0 || allowed.length > 0 ? null : 'The address has to be a public one.';
    },

    async post(message) {
      const late = new AbortController();
      const callOff = timers.after(timeout_ms, () => late.abort());
      try {
        return await attempt(message, resolve, authority, late.signal);
      } finally {
        callOff();
        // Whatever is still open belongs to nobody any more.
        late.abort();
      }
    },
  };
}

async function attempt(
  message: HookMessage,
  resolve: Resolve,
  authority: string | undefined,
  signal: AbortSignal,
): Promise<HookAnswer> {
  const url = readHookAddress(message);
  if (typeof url === 'string') return unanswered('ADDRESS_REFUSED');
  const looked = await Promise.race([addressesToCall(url, message.allowLoopback, resolve), whenLate(signal)]);
  if (looked === 'late') return unanswered('TIMED_OUT');
  let answer: HookAnswer = unanswered('ADDRESS_REFUSED');
  for (const address of looked) {
    answer = await send(url, address, message, authority, signal);
    // Another address is tried only when nothing was heard at this one.
    if (answer.kind === 'answered' || answer.fault !== 'CONNECTION_REFUSED') return answer;
  }
  return answer;
}

function send(
  url: URL,
  address: string,
  { headers, body }: HookMessage,
  authority: string | undefined,
  signal: AbortSignal,
): Promise<HookAnswer> {
  const options: RequestOptions = {
    method: 'POST',
    // The checked address itself: nothing is left for a second look-up to change.
    host: address,
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, host: url.host, 'content-length': Buffer.byteLength(body) },
    // An agent of its own, for once: no kept connection, no proxy of the environment.
    agent: false,
    signal,
  };
  const tls = { ...(isName(url.hostname) ? { servername: url.hostname } : {}), ca: authority };
  return new Promise(resolve => {
    let heard = false;
    const request =
      url.protocol === 'https:' ? requestHttps({ ...options, ...tls }, answered) : requestHttp(options, answered);
    function answered(answer: IncomingMessage): void {
      heard = true;
      const status = answer.statusCode ?? 0;
      void readBeginning(answer).then(beginning => resolve({ kind: 'answered', status, beginning }));
    }
    // Once there is an answer, what becomes of the line is told by reading it.
    request.on('error', error => {
      if (!heard) resolve(unanswered(signal.aborted ? 'TIMED_OUT' : faultOf(error)));
    });
    request.end(body);
  });
}

/** The status is the answer; a body that breaks off, or does not end in time, changes nothing about it. */
async function readBeginning(answer: IncomingMessage): Promise<string> {
  let beginning = Buffer.alloc(0);
  let read = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      read += chunk.length;
      if (beginning.length < BEGINNING_bytes)
        beginning = Buffer.concat([beginning, chunk]).subarray(0, BEGINNING_bytes);
      // Leaving the loop closes the connection: whoever never stops talking is not listened to any longer.
      if (read >= ANSWER_MOST_bytes) break;
    }
  } catch {
    // What was read stays.
  }
  return beginning.toString('utf8');
}

function whenLate(signal: AbortSignal): Promise<'late'> {
  return new Promise(resolve => {
    signal.addEventListener('abort', () => resolve('late'), { once: true });
  });
}

function unanswered(fault: HookFault): HookUnanswered {
  return { kind: 'unanswered', fault };
}

const NOBODY_THERE = /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT)$/;
/** Certificates that do not hold are told apart from lines that break: the one is for the merchant to repair. */
const TLS_CODES = /^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;

function faultOf(error: unknown): HookFault {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (NOBODY_THERE.test(code)) return 'CONNECTION_REFUSED';
  return TLS_CODES.test(code) ? 'TLS_FAILED' : 'CONNECTION_BROKEN';
}
