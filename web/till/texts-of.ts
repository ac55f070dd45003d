/**
 * Chooses, on the server, the words that travel with the till's page.
 */
import english from '../../messages/en.json' with { type: 'json' };
import french from '../../messages/fr.json' with { type: 'json' };
import type { Language } from '../ui/language.ts';
import type { Texts } from './texts.ts';

export function textsOf(language: Language): Texts {
  const catalogue: Readonly<Record<string, string>> = language === 'fr' ? french : english;
  const words = Object.entries(catalogue).filter(([key]) => /^(?:till|page)\./.test(key));
  const reasons = Object.entries(english).filter(([key]) => key.startsWith('till.because.'));
  return {
    words: Object.fromEntries(words.filter(([key]) => !key.startsWith('till.because.'))),
    reasons: Object.fromEntries(reasons.map(([key, sentence]) => [sentence, catalogue[key] ?? sentence])),
  };
}
