/**
 * What a Y or an A must bring with it to count: a CAVV, and the ECI that this brand gives for this letter.
 */
import type { Brand } from '../../core/card.js';
import { directoryBrand } from '../../core/threeds-ranges.js';
import { faultsOf, valueOf, type Faults, type Message } from './message.js';

type Proven = 'Y' | 'A';

/** Visa, CB and American Express; Mastercard and Maestro count the other way round (bank/PROTOCOL-3DS.md). */
const INDICATORS: Readonly<Record<Brand, Readonly<Record<Proven, string>>>> = {
  CB: { Y: '05', A: '06' },
  VISA: { Y: '05', A: '06' },
  AMEX: { Y: '05', A: '06' },
  MASTERCARD: { Y: '02', A: '01' },
  MAESTRO: { Y: '02', A: '01' },
};

export function isProven(transStatus: string): transStatus is Proven {
  return transStatus === 'Y' || transStatus === 'A';
}

export function faultsOfProof(message: Message, transStatus: Proven, brands: readonly Brand[]): Faults {
  const { missing, invalid } = faultsOf(message, ['authenticationValue', 'eci'], []);
  const brand = directoryBrand(brands);
  const eci = valueOf(message, 'eci');
  const wrong = eci !== undefined && (!brand || INDICATORS[brand][transStatus] !== eci);
  return { missing, invalid: wrong ? [...invalid, 'eci'] : invalid };
}
