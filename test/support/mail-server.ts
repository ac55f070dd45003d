/**
 * A mail server that does as a test wants: a real one, that keeps what it took.
 */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** Nothing for yes, or the reply code of a no. */
export type Verdict = number | undefined;

export interface Behaviour {
  readonly toRecipient?: (address: string) => Verdict;
  readonly toLetter?: () => Verdict | Promise<Verdict>;
}

export interface TakenLetter {
  readonly to: readonly string[];
  readonly raw: Buffer;
}

export class MailServer {
  /** What came whole, whether it was then taken or not. */
  readonly heard: TakenLetter[] = [];
  #behave: Behaviour = {};
  readonly #server: SMTPServer;

  private constructor(options: ConstructorParameters<typeof SMTPServer>[0]) {
    this.#server = new SMTPServer({
      disabledCommands: options?.key ? ['AUTH'] : ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      closeTimeout: 50,
      ...options,
      onRcptTo: ({ address }, _session, answer) => answer(noFrom(this.#behave.toRecipient?.(address))),
      onData: (stream, { envelope }, answer) =>
        void this.#hear(
          stream,
          envelope.rcptTo.map(({ address }) => address),
        ).then(answer, answer),
    });
    this.#server.on('error', () => undefined);
  }

  static async start(options: ConstructorParameters<typeof SMTPServer>[0] = {}): Promise<MailServer> {
    const server = new MailServer(options);
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server.server, 'listening');
    return server;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  behave(behaviour: Behaviour): void {
    this.#behave = behaviour;
  }

  async close(): Promise<void> {
    await new Promise<void>(resolve => this.#server.close(() => resolve()));
  }

  async #hear(stream: SMTPServerDataStream, to: readonly string[]): Promise<Error | null> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
    this.heard.push({ to, raw: Buffer.concat(chunks) });
    return noFrom(await this.#behave.toLetter?.());
  }
}

function noFrom(verdict: Verdict): Error | null {
  return verdict === undefined ? null : Object.assign(new Error('as the test wants'), { responseCode: verdict });
}

/** Takes the line and never says a word. */
export async function silentServer(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
