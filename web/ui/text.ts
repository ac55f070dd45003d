/**
 * The words of every page come from `messages/{fr,en}.json`. Pages made by a server read them here; the till's script gets
 * those of its language with its first page.
 */
import english from '../../messages/en.json' with { type: 'json' };
import french from '../../messages/fr.json' with { type: 'json' };
import { formatMessage, type Values } from './format-message.ts';
import type { Language } from './language.ts';

export type MessageKey = keyof typeof english;
export type Translate = (key: MessageKey, values?: Values) => string;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en: english, fr: french };

export function translator(language: Language): Translate {
  return (key, values = {}) => formatMessage(CATALOGUES[language][key], values, language);
}

/** For keys that are put together from data, such as a refusal's code. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key);
}
