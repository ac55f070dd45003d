/**
 * Which language a page speaks: what the reader chose, else what the session was opened with, else what the browser asks.
 */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English' };

/** `fr`, `fr-FR`, `FR_ca` are French; what is not one of ours is nothing. */
export function languageOf(tag: string | null | undefined): Language | null {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find(language => language === primary) ?? null;
}

/** The first of ours that an Accept-Language header names (RFC 9110, 12.5.4; its order serves as its weights). */
export function preferredLanguage(header: string | undefined): Language {
  for (const entry of (header ?? '').split(',')) {
    const language = languageOf(entry.split(';')[0]);
    if (language) return language;
  }
  return 'en';
}

/** What the reader chose, for a year, on all our pages. */
export function languageCookie(language: Language): string {
  return `lang=${language}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`;
}
