/**
 * Which cards are enrolled in 3-D Secure, as the directory tells it: a list of ranges that it changes now and then.
 */
import type { Brand } from './card.js';
import type { Secret } from './secret.js';

/** What this house speaks, oldest first. */
export const THREEDS_VERSIONS = ['2.1.0', '2.2.0'] as const;
export type ThreedsVersion = (typeof THREEDS_VERSIONS)[number];

/** From and to, both included; digits and points, not always ones that we speak. */
export interface Versions {
  readonly first: string;
  readonly last: string;
}

export interface CardRange {
  /** 13 to 19 digits, of the length of the card's number; `high` has as many and is included. */
  readonly low: string;
  readonly high: string;
  readonly versions: Versions;
  /** The issuer's page for the hidden frame; null where it has none. */
  readonly methodUrl: string | null;
}

export type CardRangeChange =
  | { readonly action: 'SET'; readonly range: CardRange }
  | { readonly action: 'DELETE'; readonly low: string; readonly high: string };

/** What is known after the changes, in their order. A range is known by its two ends. */
export function changeRanges(known: readonly CardRange[], changes: readonly CardRangeChange[]): readonly CardRange[] {
  const ranges = new Map(known.map(range => [`${range.low}-${range.high}`, range]));
  for (const change of changes) {
    if (change.action === 'SET') ranges.set(`${change.range.low}-${change.range.high}`, change.range);
    else ranges.delete(`${change.low}-${change.high}`);
  }
  return [...ranges.values()];
}

/** The range of a card, or undefined: then it is not enrolled. Of several the narrowest, which knows the card best. */
export function enrolledRange(number: Secret, ranges: readonly CardRange[]): CardRange | undefined {
  const digits = number.reveal();
  // Digits of one length compare as text as they do as numbers, which do not hold nineteen of them.
  const around = ranges.filter(({ low, high }) => low.length === digits.length && low <= digits && digits <= high);
  return around.reduce<CardRange | undefined>(
    (best, each) => (best && width(best) <= width(each) ? best : each),
    undefined,
  );
}

/** The newest version that we, the directory and the issuer speak; null where there is none: not enrolled. */
export function commonVersion(issuer: Versions, directory: Versions): ThreedsVersion | null {
  const speaks = ({ first, last }: Versions, version: string) =>
    compareVersions(first, version) <= 0 && compareVersions(version, last) <= 0;
  return THREEDS_VERSIONS.findLast(version => speaks(issuer, version) && speaks(directory, version)) ?? null;
}

/**
 * The brand whose directory answers for a card: on a co-badged card the first international one, also when the shopper
 * chose CB. ECI and so liability count by it.
 */
export function directoryBrand(brands: readonly Brand[]): Brand | undefined {
  return brands.find(brand => brand !== 'CB') ?? brands[0];
}

function width({ low, high }: CardRange): bigint {
  return BigInt(high) - BigInt(low);
}

function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map(version => version.split('.').map(Number));
  for (let place = 0; place < 3; place++) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
