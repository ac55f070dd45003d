/**
 * ICU messages with `{name}` and `{count, plural, one {…} other {…}}`, which is all that our texts need.
 */
import type { Language } from './language.ts';

export type Values = Readonly<Record<string, string | number>>;

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
