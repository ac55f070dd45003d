import { CURRENCIES } from '../../core/money.js';

export type Comparison = '=' | '>' | '>=' | '<' | '<=';

/** An amount as a person writes it: in minor units it is another number in each kind of currency. */
export interface AmountTerm {
  readonly by: 'amount';
  readonly comparison: Comparison;
  readonly ofCurrencies: readonly { readonly currencies: readonly string[]; readonly requested: bigint }[];
}

/** The finest currencies have three digits after the point. */
const FINEST = 3;

/** `10.50`, `10,50`, `>100`; null for what is no amount. */
export function readAmount(text: string): AmountTerm | null {
  const match = /^(>=|<=|>|<|=)?(\d{1,12})(?:[.,](\d{1,3}))?$/.exec(text);
  if (!match) return null;
  const comparison = (match[1] ?? '=') as Comparison;
  const thousandths = BigInt(`${match[2]}${(match[3] ?? '').padEnd(FINEST, '0')}`);
  const ofCurrencies = [0, 2, 3].flatMap(exponent => {
    const requested = minorUnits(thousandths, 10n ** BigInt(FINEST - exponent), comparison);
    const currencies = Object.keys(CURRENCIES).filter(code => CURRENCIES[code]?.exponent === exponent);
    return requested === null ? [] : [{ currencies, requested }];
  });
  return ofCurrencies.length === 0 ? null : { by: 'amount', comparison, ofCurrencies };
}

/** The bound in whole minor units that says the same; null where nothing can equal it. */
function minorUnits(thousandths: bigint, ofOne: bigint, comparison: Comparison): bigint | null {
  const below = thousandths / ofOne;
  if (thousandths % ofOne === 0n) return below;
  if (comparison === '=') return null;
  // More than 10.5 is more than 10, and at least 10.5 is at least 11.
  return comparison === '>' || comparison === '<=' ? below : below + 1n;
}
