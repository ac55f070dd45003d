/**
 * Business days: from cut-off to cut-off in the shop's time zone. A business day bears the date of the cut-off that ends
 * it; the instant of the cut-off itself belongs to the next one.
 */
import { addDays, instantOf, localParts } from './time.js';

export interface CutOff {
  /** IANA time zone of the shop. */
  readonly zone: string;
  /** `HH:MM` on the shop's wall. */
  readonly cutOff: string;
}

export const DEFAULT_CUT_OFF: CutOff = { zone: 'Europe/Paris', cutOff: '22:00' };

/** `YYYY-MM-DD`: the business day that is running at `instant`. */
export function businessDayOf(instant: Date, shop: CutOff): string {
  const { date } = localParts(instant, shop.zone);
  return instant < cutOffOf(date, shop) ? date : addDays(date, 1);
}

/** The instant at which business day `day` ends; in a skipped hour the first after it, in a doubled one the first. */
export function cutOffOf(day: string, shop: CutOff): Date {
  return instantOf(day, shop.cutOff, shop.zone);
}

/** The first cut-off after `instant`. */
export function nextCutOff(instant: Date, shop: CutOff): Date {
  return cutOffOf(businessDayOf(instant, shop), shop);
}

/** `HH:MM`, from 00:00 to 23:59. */
export function isCutOffTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
