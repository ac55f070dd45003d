/**
 * Amounts as people type them. What a page shows of money comes written from the API; only what is being typed has to be
 * read here, exactly and without a fraction of a number in between.
 */

/** Decimal places of a currency (ISO 4217), as the browser knows them. */
function decimalsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * `1234,5`, `1 234.50` or `1.234,50` to minor units; null where it is not one amount of this currency. The last mark is
 * always the decimal one: `12.505` euros are a slip of the hand, and never twelve thousand.
 */
export function readAmount(typed: string, currency: string): number | null {
  const plain = typed.trim().replaceAll(/[\s\u00a0\u202f]/g, '');
  const [, whole = '', mark, fraction = ''] = /^([\d.,]*?)(?:([.,])(\d+))?$/.exec(plain) ?? [];
  const grouped = mark === ',' ? /^\d{1,3}(?:\.\d{3})+$/ : /^\d{1,3}(?:,\d{3})+$/;
  if (!/^\d+$/.test(whole) && !(mark && grouped.test(whole))) return null;
  const decimals = decimalsOf(currency);
  if (fraction.length > decimals) return null;
  const digits = whole.replaceAll(/\D/g, '') + fraction.padEnd(decimals, '0');
  // ISO 8583 field 4 holds twelve digits, which a number holds exactly.
  return digits.replace(/^0+/, '').length > 12 ? null : Number(digits);
}

/** Minor units as one would type them: what a box for an amount begins with. */
export function typedAmount(amount: number, currency: string, language: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(amount).padStart(decimals + 1, '0');
  if (decimals === 0) return digits;
  return `${digits.slice(0, -decimals)}${language === 'fr' ? ',' : '.'}${digits.slice(-decimals)}`;
}

/** What was typed, written as money, for the button that sends it. */
export function writeAmount(amount: number, currency: string, language: string): string {
  const decimal = typedAmount(amount, currency, 'en') as `${number}`;
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(decimal);
}
