/**
 * The words of the till's script: those of one language, handed to it with its first page instead of travelling with the
 * script in all languages.
 */
import { formatMessage } from '../ui/format-message.ts';
import type { Language } from '../ui/language.ts';
import type { MessageKey, Translate } from '../ui/text.ts';

export interface Texts {
  readonly words: Readonly<Record<string, string>>;
  /** Why something is not possible: the API's own sentence, which is English, and what to say for it. */
  readonly reasons: Readonly<Record<string, string>>;
}

export function translatorOf({ words }: Texts, language: Language): Translate {
  return (key: MessageKey, values = {}) => formatMessage(words[key] ?? key, values, language);
}
