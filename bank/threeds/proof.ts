/**
 * What proves an authentication: the CAVV and the ECI that goes with it.
 */
import type { Brand } from '../ranges.js';

/**
 * Twenty bytes that only the keeper of this book can make. Made again when asked again, so that the book need not hold
 * it and a result that waits for its RReq outlives the process.
 */
export function cavvOf(hash: (text: string) => string, acsTransID: string): string {
  const digest = Buffer.from(hash(`CAVV\t${acsTransID}`), 'base64url');
  return digest.subarray(0, 20).toString('base64');
}

/** PROTOCOL-3DS.md, "AReq / ARes". */
export function eciOf(brand: Brand, status: 'Y' | 'A'): string {
  if (brand === 'MASTERCARD' || brand === 'MAESTRO') return status === 'Y' ? '02' : '01';
  return status === 'Y' ? '05' : '06';
}

/** The directory is an international scheme's: of a co-badged card it knows its own brand. */
export function internationalBrand(brands: readonly Brand[]): Brand {
  return brands.find(brand => brand !== 'CB') ?? 'CB';
}
