/**
 * Merchants' servers that are told: each verifies with the stock library, writes down what came before it answers, and behaves as
 * the storm wants.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { ReceiverLine } from './evidence.js';
import { Lines } from './lines.js';

export const RECEIVER_FAULTS = ['500', '410', 'redirect', 'slow', 'hang', 'reset', 'refuse'] as const;
export type ReceiverFault = (typeof RECEIVER_FAULTS)[number];

const SLOW_ms = 3_000;

export class Receiver {
  /** Who it is, once the house has told it. */
  endpointId = '';
  readonly #server: Server = createServer((request, response) => void this.#take(request, response));
  readonly #verifiers: Webhook[] = [];
  #fault: ReceiverFault | null = null;
  #port = 0;

  private constructor(
    private readonly lines: Lines,
    /** Without a line between, so that it can refuse a connection. */
    readonly isDirect: boolean,
    private readonly suffered: (fault: ReceiverFault) => void,
  ) {}

  static async start(file: string, isDirect: boolean, suffered: (fault: ReceiverFault) => void): Promise<Receiver> {
    const receiver = new Receiver(await Lines.open(file), isDirect, suffered);
    await receiver.#listen();
    return receiver;
  }

  get port(): number {
    return this.#port;
  }

  /** A secret that signs what it is told: any of those that it was given is good enough. */
  know(secret: string): void {
    this.#verifiers.push(new Webhook(secret));
  }

  behave(fault: ReceiverFault | null): void {
    const was = this.#fault;
    this.#fault = fault;
    if (fault === 'refuse' && was !== 'refuse') {
      this.#server.close();
      this.#server.closeAllConnections();
      this.suffered('refuse');
    }
    if (was === 'refuse' && fault !== 'refuse') void this.#listen();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
    await this.lines.close();
  }

  async #listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    } catch {
      // What broke off before its end was no message.
      return;
    }
    const body = Buffer.concat(chunks);
    const header = (name: string) => String(request.headers[name] ?? '');
    const verified = this.#verifies(request, body);
    const fault = this.#fault;
    const line: ReceiverLine = {
      at: new Date().toISOString(),
      endpointId: this.endpointId,
      id: header('webhook-id'),
      timestamp: header('webhook-timestamp'),
      signature: header('webhook-signature'),
      body: body.toString('base64'),
      verified,
      answered: fault === null || fault === 'refuse' || fault === 'slow' ? (verified ? 200 : 400) : statusOf(fault),
    };
    await this.lines.write(line);
    if (fault !== null && fault !== 'refuse') this.suffered(fault);
    await answer(fault, verified, response, request.socket);
  }

  #verifies({ headers }: IncomingMessage, body: Buffer): boolean {
    const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    return this.#verifiers.some(verifier => isGood(verifier, body.toString('utf8'), named));
  }
}

function isGood(verifier: Webhook, body: string, headers: Record<string, string>): boolean {
  try {
    verifier.verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

function statusOf(fault: Exclude<ReceiverFault, 'slow' | 'refuse'>): number | string {
  return fault === 'redirect' ? 302 : fault === '500' || fault === '410' ? Number(fault) : fault;
}

async function answer(
  fault: ReceiverFault | null,
  verified: boolean,
  response: ServerResponse,
  socket: Socket,
): Promise<void> {
  switch (fault) {
    case '500':
    case '410':
      return void response.writeHead(Number(fault)).end();
    case 'redirect':
      return void response.writeHead(302, { location: '/elsewhere' }).end();
    case 'reset':
      return socket.resetAndDestroy() && undefined;
    case 'hang':
      return;
    case 'slow':
      await sleep(SLOW_ms);
  }
  response.writeHead(verified ? 200 : 400).end();
}
