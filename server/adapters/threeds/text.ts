/**
 * Texts of people and browsers, made to fit the fields they travel in.
 */
const SPELT_OUT: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  '’': "'",
};

/** The characters that EMV 4.3 book 4, annex B has for names: printable ASCII; letters lose their accents. */
export function plainText(text: string, longest: number): string {
  const ascii = text
    .replaceAll(/[œŒæÆßøØłŁ’]/g, letter => SPELT_OUT[letter] ?? ' ')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '');
  return headerText(ascii, longest);
}

/** Printable ASCII; anything else becomes a space. */
export function headerText(text: string, longest: number): string {
  return text
    .replaceAll(/[^\x20-\x7e]/g, ' ')
    .trim()
    .slice(0, longest)
    .trim();
}

/** Any script, no controls, so many characters at most and none of them halved. */
export function nameText(text: string, longest: number): string {
  const clean = text
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim();
  return [...clean].slice(0, longest).join('').trim();
}
