import { randomText } from '../core/identifiers.js';
import type { Random } from '../core/ports.js';
import { localParts } from '../core/time.js';

/**
 * Field 37, twelve characters: the last digit of the year and the day of the year, as acquirers expect them, and forty bits
 * of chance. A unique key of the shop guards against the rest.
 */
export function newRrn(chance: { readonly random: Random }, at: Date): string {
  const { date } = localParts(at, 'UTC');
  const day = (Date.parse(date) - Date.parse(`${date.slice(0, 4)}-01-01`)) / 86_400_000 + 1;
  return `${date.charAt(3)}${String(day).padStart(3, '0')}${randomText(8, chance.random).toUpperCase()}`;
}
