/**
 * Cards of the sandbox bank's grammar: `BBBBBB DD ..... RR L` (BIN, 3-D Secure behaviour, serial, response code, check
 * digit). DD 00 is a card that needs no 3-D Secure, the
 * others need a directory. Composed here, so that no card number lies in the source.
 */
import type { MessageKey } from '../ui/text.ts';

export interface DemoCard {
  /** Grouped as on the card. */
  readonly number: string;
  readonly brands: readonly string[];
  readonly securityCode: string;
  readonly does: MessageKey;
}

const CB_VISA = '497010';
const VISA = '400012';
const MASTERCARD = '520012';
/** Ranges that are in 3-D Secure; CB_VISA is as well. */
const ENROLLED_VISA = '411111';
const ENROLLED_MASTERCARD = '555555';
const AMEX = '378282';

export const DEMO_CARDS: readonly DemoCard[] = [
  card(VISA, '00', ['VISA'], 'demo.card.00'),
  card(CB_VISA, '00', ['CB', 'VISA'], 'demo.card.brands'),
  card(MASTERCARD, '00', ['MASTERCARD'], 'demo.card.prepaid'),
  card(AMEX, '00', ['AMEX'], 'demo.card.amex'),
  card(VISA, '51', ['VISA'], 'demo.card.51'),
  card(VISA, '05', ['VISA'], 'demo.card.05'),
  card(VISA, '54', ['VISA'], 'demo.card.54'),
  card(VISA, '82', ['VISA'], 'demo.card.82'),
  card(VISA, '43', ['VISA'], 'demo.card.43'),
  card(VISA, '91', ['VISA'], 'demo.card.91'),
];

/** For an installation with a directory (3-D Secure); elsewhere these cards are refused. */
export const DEMO_ENROLLED_CARDS: readonly DemoCard[] = [
  card(ENROLLED_VISA, '00', ['VISA'], 'demo.card.3ds01', '01'),
  card(CB_VISA, '00', ['CB', 'VISA'], 'demo.card.3ds02', '02'),
  card(ENROLLED_MASTERCARD, '00', ['MASTERCARD'], 'demo.card.3ds02', '02'),
  card(ENROLLED_VISA, '00', ['VISA'], 'demo.card.3ds04', '04'),
  card(ENROLLED_VISA, '00', ['VISA'], 'demo.card.3ds11', '11'),
];

function card(
  bin: string,
  responseCode: string,
  brands: readonly string[],
  does: MessageKey,
  threeds = '00',
): DemoCard {
  const amex = bin === AMEX;
  const body = `${bin}${threeds}${amex ? '0000' : '00000'}${responseCode}`;
  const digits = `${body}${checkDigit(body)}`;
  const number = amex ? digits.replace(/(.{4})(.{6})/, '$1 $2 ') : digits.replaceAll(/.{4}(?=.)/g, '$& ');
  return { number, brands, securityCode: amex ? '1234' : '123', does };
}

/** ISO/IEC 7812-1 annex B. */
function checkDigit(body: string): number {
  const sum = [...body].toReversed().reduce((total, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
