/**
 * For the pages outside the checkout: their language, and the choice of it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { cookiesOf } from '../http/headers.ts';
import { type Language, languageCookie, languageOf, preferredLanguage } from './language.ts';

export function languageOfVisit(request: IncomingMessage): Language {
  return languageOf(cookiesOf(request).get('lang')) ?? preferredLanguage(request.headers['accept-language']);
}

/** Keeps a choice made by `?lang=`; true when it did, and the answer is to lead to the address without it. */
export function keepLanguage(response: ServerResponse, asked: string | string[] | undefined): boolean {
  const language = typeof asked === 'string' ? languageOf(asked) : null;
  if (!language) return false;
  response.setHeader('Set-Cookie', languageCookie(language));
  return true;
}
