/**
 * EMV 3-D Secure for tests of the bank: messages as a 3-D Secure server would write them, a door that hears RReqs, and a
 * shopper's browser without JavaScript.
 */
import { randomUUID } from 'node:crypto';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ACCEPTOR } from './messages.js';

export type Message = Readonly<Record<string, unknown>>;
export type Text = Readonly<Record<string, string>>;

export const NOTIFICATION = 'http://127.0.0.1:3999/back?from=bank';

/** Complete and right; `changes` may take a field away by making it undefined. */
export function areq(number: string, changes: Message = {}): Message {
  return {
    messageType: 'AReq',
    messageVersion: '2.2.0',
    messageCategory: '01',
    deviceChannel: '02',
    threeDSServerTransID: randomUUID(),
    threeDSServerRefNumber: 'TEST-SERVER-0001',
    threeDSServerOperatorID: 'TEST-OPERATOR',
    threeDSServerURL: 'http://127.0.0.1:9/nobody',
    threeDSCompInd: 'U',
    threeDSRequestorID: 'REQUESTOR-1',
    threeDSRequestorName: 'Boutique du Port',
    threeDSRequestorURL: 'https://shop.example',
    threeDSRequestorAuthenticationInd: '01',
    threeDSRequestorChallengeInd: '01',
    acctNumber: number,
    cardExpiryDate: '3012',
    acquirerBIN: '12345',
    acquirerMerchantID: ACCEPTOR,
    mcc: '5411',
    merchantCountryCode: '250',
    merchantName: 'Boutique du Port',
    purchaseAmount: '1050',
    purchaseCurrency: '978',
    purchaseExponent: '2',
    purchaseDate: '20270314101500',
    notificationURL: NOTIFICATION,
    browserAcceptHeader: 'text/html',
    browserIP: '192.0.2.7',
    browserJavascriptEnabled: true,
    browserLanguage: 'fr-FR',
    browserUserAgent: 'Test/1.0',
    browserJavaEnabled: false,
    browserColorDepth: '24',
    browserScreenHeight: '1080',
    browserScreenWidth: '1920',
    browserTZ: '-60',
    ...changes,
  };
}

type Door = Readonly<{ threedsPort: number }>;

export const at = ({ threedsPort }: Door, path: string): string => `http://127.0.0.1:${threedsPort}${path}`;

export async function ask(bank: Door, path: string, message: unknown): Promise<Text> {
  const response = await fetch(at(bank, path), {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: typeof message === 'string' ? message : JSON.stringify(message),
  });
  if (response.status !== 200) throw new Error(`HTTP ${response.status}`);
  return (await response.json()) as Text;
}

/** The answer to an AReq, which must not be an Erro. */
export async function ares(bank: Door, message: Message): Promise<Text> {
  const answer = await ask(bank, '/ds/areq', message);
  if (answer['messageType'] !== 'ARes') throw new Error(JSON.stringify(answer));
  return answer;
}

export const base64url = (message: unknown): string => Buffer.from(JSON.stringify(message)).toString('base64url');

export const fromBase64url = (text: string | undefined): Message =>
  JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as Message;

export function creq(answer: Text, changes: Message = {}): string {
  const { threeDSServerTransID, acsTransID, messageVersion } = answer;
  const fixed = { messageType: 'CReq', challengeWindowSize: '05' };
  return base64url({ threeDSServerTransID, acsTransID, messageVersion, ...fixed, ...changes });
}

/** A page, as far as a test looks at it. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Hidden fields of its form. */
  readonly fields: Text;
}

/** Posts as a form does, and follows where it leads. */
export async function post(url: string, form: Text, language = 'en'): Promise<Seen> {
  return see(
    await fetch(url, { method: 'POST', headers: { 'accept-language': language }, body: new URLSearchParams(form) }),
  );
}

export async function get(url: string, language = 'en'): Promise<Seen> {
  return see(await fetch(url, { headers: { 'accept-language': language } }));
}

async function see(response: Response): Promise<Seen> {
  const text = await response.text();
  const inputs = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
  return { status: response.status, headers: response.headers, text, fields };
}

interface DoorAnswer {
  readonly status?: number;
  readonly location?: string;
  readonly body: unknown;
}

/** The till's own door: it hears RReqs and answers as it is told; `undefined` is no answer at all. */
export class ResultDoor {
  readonly heard: Message[] = [];
  answer: (rreq: Message, count: number) => DoorAnswer | undefined = rreq => ({
    body: rres(rreq),
  });
  #waiting: (() => void)[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<ResultDoor> {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const door = new ResultDoor(server, `http://127.0.0.1:${port}/rreq/unguessable`);
    server.on('request', (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', piece => pieces.push(piece as Buffer));
      request.on('end', () => {
        const rreq = JSON.parse(Buffer.concat(pieces).toString()) as Message;
        door.heard.push(rreq);
        const answer = door.answer(rreq, door.heard.length);
        if (answer) {
          const { status = 200, body, location } = answer;
          if (location !== undefined) response.setHeader('location', location);
          response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
        }
        for (const wake of door.#waiting.splice(0)) wake();
      });
    });
    return door;
  }

  async until(count: number): Promise<readonly Message[]> {
    while (this.heard.length < count) await new Promise<void>(resolve => this.#waiting.push(resolve));
    return this.heard;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

export function rres(rreq: Message, changes: Message = {}): Message {
  const { messageVersion, threeDSServerTransID, dsTransID, acsTransID } = rreq;
  return {
    messageType: 'RRes',
    messageVersion,
    threeDSServerTransID,
    dsTransID,
    acsTransID,
    resultsStatus: '01',
    ...changes,
  };
}
