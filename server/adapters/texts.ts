/**
 * The catalogue `messages/{locale}.json`, read once.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCALES = ['en', 'fr'] as const;

export function readTexts(folder: string): { text(locale: string, key: string): string; has(key: string): boolean } {
  const catalogues = new Map(
    LOCALES.map(locale => [
      locale as string,
      JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8')) as Record<string, string>,
    ]),
  );
  return {
    text(locale, key) {
      const text = catalogues.get(locale)?.[key] ?? catalogues.get('en')?.[key];
      if (text === undefined) throw new Error(`The catalogue has no text ${key}.`);
      return text;
    },
    has: key => catalogues.get('en')?.[key] !== undefined,
  };
}
