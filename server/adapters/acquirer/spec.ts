/**
 * ISO 8583:1987 as this house speaks it: every field as data, each with the rule by which it may be shown.
 *
 * A field is in the journal only by its rule here (PCI DSS 3.3.1, 3.4.1): the card number cut to its first six and last
 * four digits, the expiry date not at all, the tags one by one (`tags.ts`).
 */

/** ISO 8583 section 4.2: digits; letters and digits; printable ASCII; a sign (`C` or `D`) before digits. */
export type Content = 'n' | 'an' | 'ans' | 'x+n';
export type MaskRule = 'SHOWN' | 'CARD_NUMBER' | 'LEFT_OUT' | 'TAGS';

export interface FieldSpec {
  readonly number: number;
  readonly name: string;
  readonly content: Content;
  /** Digits of the length before the value: 0 for a fixed field, 2 for LLVAR, 3 for LLLVAR. */
  readonly prefix: 0 | 2 | 3;
  /** Characters of a fixed field, most characters of a variable one. */
  readonly size: number;
  readonly mask: MaskRule;
}

function fixed(number: number, name: string, content: Content, size: number, mask: MaskRule = 'SHOWN'): FieldSpec {
  return { number, name, content, prefix: 0, size, mask };
}

/** In ascending order, as the standard sends them. */
export const FIELDS: readonly FieldSpec[] = [
  { number: 2, name: 'card number', content: 'n', prefix: 2, size: 19, mask: 'CARD_NUMBER' },
  fixed(3, 'processing code', 'n', 6),
  fixed(4, 'amount', 'n', 12),
  fixed(7, 'transmission time', 'n', 10),
  fixed(11, 'STAN', 'n', 6),
  fixed(12, 'local time', 'n', 6),
  fixed(13, 'local date', 'n', 4),
  fixed(14, 'expiry', 'n', 4, 'LEFT_OUT'),
  fixed(18, 'merchant category', 'n', 4),
  fixed(22, 'entry mode', 'n', 3),
  fixed(25, 'condition', 'n', 2),
  { number: 32, name: 'acquirer', content: 'n', prefix: 2, size: 11, mask: 'SHOWN' },
  fixed(37, 'RRN', 'an', 12),
  fixed(38, 'authorisation code', 'an', 6),
  fixed(39, 'response code', 'an', 2),
  fixed(41, 'terminal', 'ans', 8),
  fixed(42, 'acceptor', 'ans', 15),
  fixed(43, 'acceptor name', 'ans', 40),
  { number: 48, name: 'tags', content: 'ans', prefix: 3, size: 999, mask: 'TAGS' },
  fixed(49, 'currency', 'n', 3),
  fixed(50, 'currency of the totals', 'n', 3),
  fixed(66, 'balance', 'n', 1),
  fixed(70, 'network code', 'n', 3),
  fixed(74, 'number of credits', 'n', 10),
  fixed(75, 'number of reversed credits', 'n', 10),
  fixed(76, 'number of debits', 'n', 10),
  fixed(77, 'number of reversed debits', 'n', 10),
  fixed(86, 'amount of credits', 'n', 16),
  fixed(87, 'amount of reversed credits', 'n', 16),
  fixed(88, 'amount of debits', 'n', 16),
  fixed(89, 'amount of reversed debits', 'n', 16),
  fixed(90, 'original data', 'n', 42),
  fixed(95, 'replacement amounts', 'n', 42),
  fixed(97, 'net amount', 'x+n', 17),
];

const BY_NUMBER: ReadonlyMap<number, FieldSpec> = new Map(FIELDS.map(spec => [spec.number, spec]));

export function specOf(number: number): FieldSpec | undefined {
  return BY_NUMBER.get(number);
}
