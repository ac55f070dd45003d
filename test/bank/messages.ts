/**
 * The messages a till sends, complete, with what a test wants to be different.
 */
import { type Fields, type WireMessage } from './wire.js';

export const ACCEPTOR = 'SHOP00000000001';
export const TERMINAL = 'TILL0001';
/** CB and Visa, credit, approved, not in 3-D Secure. */
export const GOOD_CARD = '4970100000001004';

const filled = (value: number | string, length: number) => String(value).padStart(length, '0');

export const tags = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => name + filled(value.length, 2) + value)
    .join('');

const common = (stan: number, fields: Fields): Fields => ({
  7: '0314101500',
  11: filled(stan, 6),
  12: '111500',
  13: '0314',
  32: '12345',
  41: TERMINAL,
  42: ACCEPTOR,
  ...fields,
});

const money = (amount: number): Fields => ({ 2: GOOD_CARD, 3: '000000', 4: filled(amount, 12), 49: '978' });

export const rrnOf = (stan: number): string => `R${filled(stan, 11)}`;

export function authorisation(stan: number, amount: number, fields: Fields = {}): WireMessage {
  const fixed = {
    14: '3012',
    18: '5411',
    22: '812',
    25: '59',
    37: rrnOf(stan),
    43: 'Boutique du Port         Brest        FR',
  };
  return {
    mti: '0100',
    fields: common(stan, { ...money(amount), ...fixed, 48: tags({ BR: 'CB', IN: 'S' }), ...fields }),
  };
}

/** Field 90: which authorisation a reversal or a refund speaks of. */
export const original = (stan: number, sentAt = '0314101500'): string =>
  `0100${filled(stan, 6)}${sentAt}${filled('12345', 11)}${filled(0, 11)}`;

export const remaining = (amount: number): Fields => ({ 95: filled(amount, 12) + '0'.repeat(30) });

export function reversal(stan: number, of: number, amount: number, fields: Fields = {}, mti = '0420'): WireMessage {
  return { mti, fields: common(stan, { ...money(amount), 37: rrnOf(of), 90: original(of), ...fields }) };
}

export function capture(stan: number, of: number, amount: number, batch: string, fields: Fields = {}): WireMessage {
  const fixed = { 14: '3012', 37: rrnOf(of), 48: tags({ BN: batch }) };
  return { mti: '0220', fields: common(stan, { ...money(amount), ...fixed, ...fields }) };
}

export function refund(stan: number, of: number, amount: number, batch: string, fields: Fields = {}): WireMessage {
  return capture(stan, of, amount, batch, { 3: '200000', 37: rrnOf(stan), 90: original(of), ...fields });
}

export interface Totals {
  readonly debits: number;
  readonly debitAmount: number;
  readonly credits: number;
  readonly creditAmount: number;
}

export function totals(stan: number, batch: string, of: Totals, fields: Fields = {}): WireMessage {
  const net = of.debitAmount - of.creditAmount;
  const { 12: _time, 13: _date, ...addressed } = common(stan, {});
  const counted = {
    48: tags({ BN: batch }),
    50: '978',
    74: filled(of.credits, 10),
    75: filled(0, 10),
    76: filled(of.debits, 10),
    77: filled(0, 10),
    86: filled(of.creditAmount, 16),
    87: filled(0, 16),
    88: filled(of.debitAmount, 16),
    89: filled(0, 16),
    97: `${net >= 0 ? 'D' : 'C'}${filled(Math.abs(net), 16)}`,
  };
  return { mti: '0500', fields: { ...addressed, ...counted, ...fields } };
}
