/**
 * The words of every page come from `messages/{fr,en}.json`: ICU messages with `{name}` and
 * `{count, plural, one {…} other {…}}`, which is all that our texts need.
 */
import english from '../../messages/en.json' with { type: 'json' };
import french from '../../messages/fr.json' with { type: 'json' };
import type { Language } from './language.ts';

export type MessageKey = keyof typeof english;
export type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, values?: Values) => string;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en: english, fr: french };

export function translator(language: Language): Translate {
  return (key, values = {}) => formatMessage(CATALOGUES[language][key], values, language);
}

/** For keys that are put together from data, such as a refusal's code. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key);
}

const PLURAL = /\{(\w+), plural,((?:\s*(?:=\d+|\w+) \{[^{}]*\})+)\s*\}/g;

export function formatMessage(message: string, values: Values, language: Language): string {
  const chosen = message.replaceAll(PLURAL, (_whole, name: string, choices: string) => {
    const count = Number(values[name]);
    const category = new Intl.PluralRules(language).select(count);
    const texts = new Map([...choices.matchAll(/(=\d+|\w+) \{([^{}]*)\}/g)].map(match => [match[1], match[2]]));
    const text = texts.get(`=${count}`) ?? texts.get(category) ?? texts.get('other') ?? '';
    return text.replaceAll('#', count.toLocaleString(language));
  });
  return chosen.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
