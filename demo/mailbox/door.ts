/**
 * The mailbox over HTTP: pages for people (`/`, `/mail/{id}`), JSON for programs (`/messages`, `/messages/{id}`).
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readLetter, type Letter } from './letter.js';
import { letterPage, LETTER_POLICY, listPage, nothingPage, PAGE_POLICY } from './pages.js';
import type { Kept, MailStore } from './store.js';

/** A page lists so many; the JSON all. */
const LISTED_MOST = 100;

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export function createDoor(store: MailStore, hosts: 'LOOPBACK' | 'ANY'): Server {
  return createServer((request, response) => {
    respond(store, hosts, request).then(
      answer => write(response, answer),
      () => write(response, { status: 500, type: 'text/plain; charset=utf-8', body: 'It cannot be shown.\n' }),
    );
  });
}

async function respond(store: MailStore, hosts: 'LOOPBACK' | 'ANY', request: IncomingMessage): Promise<Answer> {
  // A name of somebody else's that leads to this machine must not make a browser read the mail (DNS rebinding).
  if (hosts === 'LOOPBACK' && !/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(request.headers.host ?? ''))
    return { status: 421, type: 'text/plain; charset=utf-8', body: 'Not this name.\n' };
  const { pathname } = new URL(request.url ?? '/', 'http://mailbox');
  if (request.method === 'DELETE' && pathname === '/messages') {
    store.clear();
    return json(200, { deleted: true });
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return json(405, { error: 'GET, or DELETE /messages' });
  return get(store, pathname);
}

async function get(store: MailStore, pathname: string): Promise<Answer> {
  const [, first = '', id = '', part = '', place = ''] = pathname.split('/');
  if (pathname === '/') return page(200, listPage(await lettersOf(store, store.list().slice(0, LISTED_MOST))));
  if (pathname === '/messages') return json(200, (await lettersOf(store, store.list())).map(inList));
  const kept = store.find(id);
  if (!kept || (first !== 'mail' && first !== 'messages'))
    return first === 'messages' ? json(404, { error: 'no such message' }) : page(404, nothingPage());
  const letter = await readLetter(kept, store.raw(kept));
  if (first === 'messages') return part === '' ? json(200, whole(letter)) : json(404, { error: 'no such part' });
  return partOf(store, letter, part, place);
}

function partOf(store: MailStore, letter: Letter, part: string, place: string): Answer {
  const attachment = part === 'attachments' ? letter.attachments[Number(place)] : undefined;
  if (part === '') return page(200, letterPage(letter));
  if (part === 'raw') return { status: 200, type: 'text/plain; charset=utf-8', body: store.raw(letter) };
  if (part === 'html' && letter.html !== null)
    return {
      ...page(200, letter.html),
      headers: { 'content-security-policy': LETTER_POLICY, 'x-frame-options': 'SAMEORIGIN' },
    };
  if (attachment) {
    const name = encodeURIComponent(attachment.filename).replaceAll(
      /['()*]/g,
      found => `%${found.charCodeAt(0).toString(16)}`,
    );
    const headers = { 'content-disposition': `attachment; filename*=UTF-8''${name}` };
    return { status: 200, type: 'application/octet-stream', body: attachment.content, headers };
  }
  return page(404, nothingPage());
}

function lettersOf(store: MailStore, all: readonly Kept[]): Promise<Letter[]> {
  return Promise.all(all.map(kept => readLetter(kept, store.raw(kept))));
}

function inList(letter: Letter) {
  const { text: _text, html: _html, attachments, ...rest } = letter;
  return {
    ...rest,
    attachments: attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      size: content.length,
    })),
  };
}

function whole(letter: Letter) {
  const attachments = letter.attachments.map(({ filename, contentType, content }) => ({
    filename,
    contentType,
    size: content.length,
    base64: content.toString('base64'),
  }));
  return { ...letter, attachments };
}

function page(status: number, body: string): Answer {
  return { status, type: 'text/html; charset=utf-8', body };
}

function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json; charset=utf-8', body: `${JSON.stringify(value, null, 2)}\n` };
}

function write(response: ServerResponse, { status, type, body, headers }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}
