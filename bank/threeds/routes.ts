/**
 * What can be asked of the directory and of the issuer over HTTP.
 */
import type { IncomingMessage } from 'node:http';
import { readBody } from '../body.js';
import type { Faults } from '../faults.js';
import type { Authentication } from './authentications.js';
import type { Directory } from './directory.js';
import type { Reply, Serve } from './door.js';
import { faultOf } from './fields.js';
import type { Page } from './html.js';
import type { Issuer } from './issuer.js';
import { LARGEST_MESSAGE_bytes, UUID, decodeBase64url, field, webAddress } from './message.js';
import { challengePage, downPage, methodPage, returnPage, unknownPage, waitingPage } from './pages.js';
import { type Language, languageOf } from './words.js';

interface RoutesParts {
  readonly directory: Directory;
  readonly issuer: Issuer;
  readonly faults: Faults;
}

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
const CHALLENGE = /^\/acs\/challenge\/([\da-fA-F-]{36})$/;
/** The silence of the card whose page never returns. */
const NEVER_RETURNS = '08';

export function routes(parts: RoutesParts): Serve {
  const { directory } = parts;
  return async request => {
    const path = request.url ?? '';
    if (path === '/ds/preq') return ask(directory, 'PReq', request);
    if (path === '/ds/areq') return ask(directory, 'AReq', request);
    const language = languageOf(request.headers['accept-language']);
    if (path === '/acs/method') return method(request, language);
    const [, id] = CHALLENGE.exec(path) ?? [];
    if (id !== undefined && UUID.test(id)) return challenge(parts, request, id, language);
    return unknownPage(language, 404);
  };
}

async function ask(directory: Directory, type: 'PReq' | 'AReq', request: IncomingMessage): Promise<Reply> {
  if (request.method !== 'POST') return notAllowed('POST');
  const isJson = /^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? '');
  const text = isJson ? await readBody(request, LARGEST_MESSAGE_bytes) : undefined;
  const { text: body, status, delay_ms } = await directory.answer(type, text);
  return { status, headers: JSON_HEADERS, body, delay_ms };
}

async function method(request: IncomingMessage, language: Language): Promise<Reply> {
  if (request.method !== 'POST') return notAllowed('POST');
  const form = await readForm(request);
  const data = decodeBase64url(form?.get('threeDSMethodData') ?? '');
  const id = data && field(data, 'threeDSServerTransID');
  const notification = data && webAddress(field(data, 'threeDSMethodNotificationURL'), 256);
  if (typeof id !== 'string' || !UUID.test(id) || !notification) return unknownPage(language, 400);
  return methodPage(id, notification, language);
}

async function challenge(parts: RoutesParts, request: IncomingMessage, id: string, language: Language): Promise<Reply> {
  if (request.method !== 'POST' && request.method !== 'GET') return notAllowed('GET, POST');
  const { issuer, faults } = parts;
  const authentication = issuer.find(id);
  if (authentication && faults.forThreeds('page', authentication.cardHash)) return downPage(authentication, language);
  if (request.method === 'GET') return (await show(issuer, authentication, language)) ?? unknownPage(language, 404);
  const form = await readForm(request);
  if (!form) return unknownPage(language, 400);
  if (form.has('creq')) return begin(issuer, id, form, language);
  if (!authentication?.opened) return unknownPage(language, 404);
  if (authentication.behaviour === NEVER_RETURNS && !authentication.end) return waitingPage(authentication, language);
  if (form.has('cancel')) await issuer.cancel(authentication);
  else await issuer.submit(authentication, form.get('code') ?? '');
  return seeOther(authentication);
}

/** CReq: whoever sends it again sees what has become of the challenge. */
async function begin(issuer: Issuer, id: string, form: URLSearchParams, language: Language): Promise<Reply> {
  const creq = decodeBase64url(form.get('creq') ?? '');
  const sessionData = form.get('threeDSSessionData') ?? undefined;
  // EMV 3-D Secure, table A.3: at most 1024 characters.
  const isSession = sessionData === undefined || /^[\w-]{1,1024}$/.test(sessionData);
  if (!creq || faultOf('CReq', creq) || !isSession) return unknownPage(language, 400);
  if (String(field(creq, 'acsTransID')).toLowerCase() !== id.toLowerCase()) return unknownPage(language, 404);
  const authentication = await issuer.open(creq, sessionData);
  return authentication ? seeOther(authentication) : unknownPage(language, 404);
}

async function show(
  issuer: Issuer,
  authentication: Authentication | undefined,
  language: Language,
): Promise<Page | undefined> {
  if (!authentication?.opened) return undefined;
  await issuer.settle(authentication);
  return authentication.end ? returnPage(authentication, language) : challengePage(authentication, language);
}

/** RFC 9110 section 15.4.4: reloading what follows does not submit the code a second time. */
function seeOther({ acsTransID }: Authentication): Reply {
  const headers = { location: `/acs/challenge/${acsTransID}`, 'cache-control': 'no-store' };
  return { status: 303, headers, body: '' };
}

function notAllowed(allow: string): Reply {
  return { status: 405, headers: { allow }, body: '' };
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) return undefined;
  const text = await readBody(request, LARGEST_MESSAGE_bytes);
  return text === undefined ? undefined : new URLSearchParams(text);
}
