/**
 * The fields of this dialect (PROTOCOL.md, "Fields"), as data: how long each is and what may stand in it.
 */
export interface FieldFormat {
  readonly label: string;
  /** Digits of the length that stands before the value: 0 for a fixed field, 2 for LLVAR, 3 for LLLVAR. */
  readonly prefix: 0 | 2 | 3;
  /** The length of a fixed field, the greatest length of a variable one. */
  readonly length: number;
  readonly pattern: RegExp;
}

const digits = (label: string, length: number): FieldFormat => ({
  label,
  prefix: 0,
  length,
  pattern: new RegExp(`^\\d{${length}}$`),
});
const letters = (label: string, length: number): FieldFormat => ({
  label,
  prefix: 0,
  length,
  pattern: new RegExp(`^(?=.{${length}}$)[0-9A-Za-z]+ *$`),
});
const printable = (label: string, length: number): FieldFormat => ({
  label,
  prefix: 0,
  length,
  pattern: new RegExp(`^[ -~]{${length}}$`),
});

const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const TIME = '(?:[01]\\d|2[0-3])(?:[0-5]\\d){2}';

export const FORMATS: Readonly<Record<number, FieldFormat>> = {
  2: { label: 'card number', prefix: 2, length: 19, pattern: /^\d{12,19}$/ },
  3: digits('processing code', 6),
  4: digits('amount', 12),
  7: { ...digits('transmission time', 10), pattern: new RegExp(`^${MONTH}${DAY}${TIME}$`) },
  11: { ...digits('STAN', 6), pattern: /^(?!0{6})\d{6}$/ },
  12: { ...digits('local time', 6), pattern: new RegExp(`^${TIME}$`) },
  13: { ...digits('local date', 4), pattern: new RegExp(`^${MONTH}${DAY}$`) },
  14: { ...digits('card expiry', 4), pattern: new RegExp(`^\\d\\d${MONTH}$`) },
  18: digits('merchant category code', 4),
  22: digits('entry mode', 3),
  25: digits('condition', 2),
  32: { label: "acquirer's identification code", prefix: 2, length: 11, pattern: /^\d{1,11}$/ },
  37: letters('RRN', 12),
  38: letters('authorisation code', 6),
  39: letters('response code', 2),
  41: printable('terminal', 8),
  42: printable('acceptor', 15),
  43: printable("acceptor's name and place", 40),
  48: { label: 'tags', prefix: 3, length: 999, pattern: /^[ -~]{1,999}$/ },
  49: digits('currency', 3),
  50: digits('currency of the totals', 3),
  66: digits('settlement code', 1),
  70: digits('network management code', 3),
  74: digits('number of credits', 10),
  75: digits('number of reversed credits', 10),
  76: digits('number of debits', 10),
  77: digits('number of reversed debits', 10),
  86: digits('amount of credits', 16),
  87: digits('amount of reversed credits', 16),
  88: digits('amount of debits', 16),
  89: digits('amount of reversed debits', 16),
  90: digits('original data', 42),
  95: digits('replacement amounts', 42),
  97: { ...digits('net amount', 17), pattern: /^[CD]\d{16}$/ },
};
