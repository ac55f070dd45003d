/** First digits that the schemes issue cards under (ISO/IEC 7812). */
const SCHEME_PREFIX = /^(?:4|5|6|3[0689]|3[47]|2(?:2[2-9]|[3-6]|7[01]|720))/;

/**
 * Whether a text holds what could be a card number: so that it is neither searched nor put into an address. The API asks the
 * same of every text it is given.
 */
export function looksLikeCard(text: string): boolean {
  const runs = text.match(/\d(?:[ .-]?\d){12,18}/g) ?? [];
  return runs
    .map(run => run.replaceAll(/\D/g, ''))
    .some(digits => SCHEME_PREFIX.test(digits) && passesCheckDigit(digits));
}

/** ISO/IEC 7812-1, annex B. */
function passesCheckDigit(digits: string): boolean {
  let sum = 0;
  for (const [place, character] of [...digits].toReversed().entries()) {
    const weighted = Number(character) * (place % 2 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
