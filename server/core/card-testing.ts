/**
 * Card testing: somebody tries numbers through a shop to learn which of them live. What gives it away is not that cards are
 * declined, but that many different ones are within minutes, and hardly any is paid with.
 */
import { readResponseCode, type ResponseFamily } from './response-codes.js';
import { RESPONSE_CODES } from './response-code-table.js';
import { MINUTE_ms } from './time.js';

/** What was tried within the window by some: from one address, of one BIN, or at the shop at all. */
export interface Tried {
  /** Different cards whose issuer said no in a way that tells something of the card, or could not authenticate who pays. */
  readonly declined: number;
  /** Attempts that nobody has answered yet. */
  readonly underway: number;
  /** Attempts that were authorised. */
  readonly paid: number;
}

export interface RecentTries {
  /** Null where the address says nothing of who it is. */
  readonly ofAddress: Tried | null;
  readonly ofBin: Tried;
  readonly ofShop: Tried;
  /** Whether this very card has been authorised at this shop before. */
  readonly isKnown: boolean;
}

/** Attackers go for speed: what they spread over hours costs them the profit, and us little. */
export const CARD_TESTING_WINDOW_ms = 10 * MINUTE_ms;
/** The latest attempts that are looked at: what a check may cost has an end, however much a shop sells. */
export const ATTEMPTS_LOOKED_AT = 1_000;

/**
 * Different declined cards within the window. An address may be a household, a company or a carrier's thousands; a BIN is a
 * bank with its many customers; and a merchant's developer who tours all the codes of the sandbox needs some thirty cards.
 */
export const MOST_DECLINED = { address: 30, bin: 40, shop: 40 } as const;
/** While the shop as a whole is under attack, from many addresses on many BINs, little more is borne of each. */
export const MOST_DECLINED_UNDER_ATTACK = { address: 3, bin: 3 } as const;
/**
 * From here on what is under way counts as if it were declined: an attacker does not wait for the answers. With fewer declined at
 * the whole shop no rule can say no, and there is nothing to look at.
 */
export const SUSPICION = 10;
/** Even a bad day of honest shoppers is not declined one time in three: fewer are no attack, however many they are. */
const PAID_PER_DECLINED = 2;

/** Which rule says no; null when none does. */
export type CardTestingRule = 'ADDRESS' | 'BIN';

export function cardTestingRule({ ofAddress, ofBin, ofShop, isKnown }: RecentTries): CardTestingRule | null {
  const most = isOver(ofShop, MOST_DECLINED.shop) ? MOST_DECLINED_UNDER_ATTACK : MOST_DECLINED;
  if (ofAddress && isOver(ofAddress, most.address)) return 'ADDRESS';
  // A card that was good here before is not being tried out.
  return !isKnown && isOver(ofBin, most.bin) ? 'BIN' : null;
}

function isOver({ declined, underway, paid }: Tried, most: number): boolean {
  const counted = declined + (declined >= Math.min(SUSPICION, most) ? underway : 0);
  return counted >= most && paid < declined * PAID_PER_DECLINED;
}

const TELLING: ReadonlySet<ResponseFamily> = new Set(['DECLINED', 'LIMIT', 'CARD_DATA', 'OPPOSED', 'RISK']);

/** Codes that tell nothing of the card: a fault on the way or of the contract hits honest shoppers, and never one of them alone. */
export const UNTELLING_CODES: readonly string[] = RESPONSE_CODES.map(([code]) => code).filter(
  code => !TELLING.has(readResponseCode(code).family),
);
