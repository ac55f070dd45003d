/**
 * A host on a real socket that does what a test tells it to. It signs everybody on, and approves what it is asked,
 * until told otherwise.
 */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { FrameReader, frame } from '../../../server/adapters/acquirer/frame.js';
import { decode, encode, type Message } from '../../../server/adapters/acquirer/iso8583.js';

export type Script = (request: Message, line: HostLine) => void;

const ANSWERS: Readonly<Record<string, string>> = { '0100': '0110', '02': '0230', '04': '0430', '05': '0510' };
const ECHOED = [3, 4, 7, 11, 32, 37, 41, 42, 49, 50, 74, 75, 76, 77, 86, 87, 88, 89, 97];

/** The answer that a good host gives, with some fields changed; null takes one away. */
export function answerTo(request: Message, changes: Readonly<Record<number, string | null>> = {}): Message {
  const fields = new Map<number, string>();
  for (const number of ECHOED) {
    const value = request.fields.get(number);
    if (value !== undefined) fields.set(number, value);
  }
  fields.set(39, '00');
  if (request.mti === '0100') fields.set(38, 'A1B2C3').set(48, 'ST05AB123SR01M');
  for (const [number, value] of Object.entries(changes)) {
    if (value === null) fields.delete(Number(number));
    else fields.set(Number(number), value);
  }
  return { mti: ANSWERS[request.mti] ?? ANSWERS[request.mti.slice(0, 2)] ?? '0000', fields };
}

export function framed(message: Message): Buffer {
  return frame(encode(message));
}

export class HostLine {
  readonly #reader = new FrameReader();

  constructor(
    readonly socket: Socket,
    host: ScriptedHost,
  ) {
    socket.on('error', () => undefined);
    socket.on('data', chunk => {
      for (const bytes of this.#reader.push(chunk).frames) host.hear(decode(bytes).message, this);
    });
  }

  send(...messages: readonly Message[]): void {
    this.raw(Buffer.concat(messages.map(framed)));
  }

  raw(bytes: Buffer): void {
    this.socket.write(bytes);
  }
}

export class ScriptedHost {
  /** Everything but network messages. */
  readonly heard: Message[] = [];
  readonly network: string[] = [];
  readonly lines: HostLine[] = [];
  script: Script = (request, line) => line.send(answerTo(request));
  networkScript: Script = (request, line) =>
    line.send({ mti: '0810', fields: new Map([...request.fields, [39, '00']]) });
  #server: Server | null = null;
  #port = 0;
  #woken = (): void => {};

  static async start(script?: Script): Promise<ScriptedHost> {
    const host = new ScriptedHost();
    if (script) host.script = script;
    await host.listen();
    return host;
  }

  get port(): number {
    return this.#port;
  }

  /** The first time on any free port, later on the same one again. */
  async listen(): Promise<void> {
    this.#server = createServer(socket => {
      this.lines.push(new HostLine(socket, this));
      socket.on('close', () => this.#woken());
      this.#woken();
    });
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    for (const { socket } of this.lines) socket.destroy();
    await closed;
  }

  hear(request: Message, line: HostLine): void {
    if (request.mti === '0800') {
      this.network.push(request.fields.get(70) ?? '');
      this.networkScript(request, line);
    } else {
      this.heard.push(request);
      this.script(request, line);
    }
    this.#woken();
  }

  /** Resolves once this is so; looked at whenever something arrives here. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      await new Promise<void>(resolve => {
        this.#woken = resolve;
      });
    }
  }
}
