/**
 * What every screen of the till knows: who is there, of which shop, in which language, and what the shop's clock shows.
 */
import { createContext, useContext } from 'react';
import type { TillShellQuery } from '../graphql/generated/till/graphql.ts';
import { deviceTime_ms } from '../ui/device.ts';
import type { Zone } from '../ui/format-time.ts';
import type { Language } from '../ui/language.ts';
import type { Translate } from '../ui/text.ts';
import type { Live } from './live.ts';
import type { Store } from './store.ts';

export type Me = TillShellQuery['me'];

export interface TillKnows extends Zone {
  readonly language: Language;
  readonly t: Translate;
  readonly me: Me;
  /** A reason of the API, which speaks English, in the reader's language; as it is where we have no other. */
  readonly reason: (sentence: string) => string;
  /** How far the shop's clock is ahead of the device's: a test shop may have moved it. */
  readonly ahead_ms: number;
  readonly live: Live;
  /** Where the list of transactions was last, to go back to it. */
  readonly listAddress: Store<string>;
  /** Ends this sign-in here and at the API. */
  readonly signOut: (because: 'signedOut' | 'idle') => void;
}

export const TillContext = createContext<TillKnows | null>(null);

export function useTill(): TillKnows {
  const known = useContext(TillContext);
  if (!known) throw new Error('A screen stands outside the till.');
  return known;
}

/** What the shop's clock shows now. */
export function shopNow({ ahead_ms }: Pick<TillKnows, 'ahead_ms'>): Date {
  return new Date(deviceTime_ms() + ahead_ms);
}

export function mayValidate({ profile }: Me): boolean {
  return profile === 'ACCOUNTANT';
}

export function mayGiveBack({ profile }: Me): boolean {
  return profile !== 'VIEWER';
}

/** Members, keys, notifications, the audit log and a test shop's clock. */
export function mayAdminister({ profile }: Me): boolean {
  return profile === 'ACCOUNTANT';
}
