/**
 * A story as data: what is asked of the house, and what befalls it meanwhile.
 */
import type { Subject } from '../../bank/dialect.js';
import type { Verb } from './operations.js';
import type { BankFault, Fate } from './sim-bank.js';
import type { Mishap } from './sim-process.js';
import type { DirectoryFate } from './sim-directory.js';
import type { HookFate, MailFate } from './sim-receiver.js';
import type { Move } from './shopper.js';
import type { Place } from './stage.js';

/** Where something is done, what befalls the process that does it, and whether the story waits for its end. */
export interface Doing {
  readonly place: Place;
  readonly mishap: Mishap | null;
  readonly waits: boolean;
}

export type Later = Exclude<Verb, 'OPEN' | 'PAY' | 'ADVANCE' | Move>;
export type Plan = 'IMMEDIATE' | 'DEFERRED' | 'VALIDATION';

export type Step =
  | { readonly kind: 'OPEN'; readonly shop: 0 | 1; readonly amount: number; readonly plan: Plan; readonly doing: Doing }
  | {
      readonly kind: 'PAY';
      readonly order: number;
      readonly code: string;
      readonly fate: Fate | null;
      /** What the issuer of the card does when it is asked; null is a card that is not enrolled. */
      readonly way: string | null;
      /** What the shopper does then. */
      readonly moves: readonly Move[];
      readonly doing: Doing;
    }
  | { readonly kind: 'SHOPPER'; readonly order: number; readonly move: Move; readonly doing: Doing }
  | { readonly kind: 'DIRECTORY'; readonly fate: DirectoryFate }
  /** `share` of the order's amount in percent; null asks for all there is. */
  | {
      readonly kind: 'ASK';
      readonly verb: Later;
      readonly order: number;
      readonly share: number | null;
      /** Two people do the same at once. */
      readonly twice: boolean;
      readonly doing: Doing;
    }
  /** A request of before once more, with its key. */
  | { readonly kind: 'AGAIN'; readonly request: number; readonly doing: Doing }
  /** One look of the timetable, after a while. */
  | { readonly kind: 'WORK'; readonly minutes: number; readonly doing: Doing }
  | { readonly kind: 'PASS'; readonly minutes: number }
  /** The clock on the wall of a place is wrong by so much from now on. */
  | { readonly kind: 'CLOCK'; readonly place: Place; readonly hours: number }
  /** The clock of a test shop is moved on. */
  | { readonly kind: 'ADVANCE'; readonly shop: 0 | 1; readonly hours: number; readonly doing: Doing }
  | { readonly kind: 'BANK'; readonly subject: Subject; readonly fate: Fate; readonly count: number }
  | { readonly kind: 'HOOK'; readonly fate: HookFate }
  | { readonly kind: 'MAIL'; readonly fate: MailFate }
  | { readonly kind: 'WAKE' };

export interface Story {
  readonly start: string;
  /** What has happened before it begins, without a mishap: so that a short story, too, can be about a refund. */
  readonly before: 'NOTHING' | 'OPENED' | 'CHALLENGED' | 'PAID' | 'CAPTURED';
  readonly plan: Plan;
  /** Whether the directory has said before which cards are enrolled. */
  readonly knowsRanges: boolean;
  /** Whether its days are told by mail. */
  readonly reports: boolean;
  /** What the bank will get wrong when it comes to it. */
  readonly faults: readonly BankFault[];
  readonly steps: readonly Step[];
  /** What befalls the process that looks first after the last day has ended. */
  readonly last: Mishap | null;
}
