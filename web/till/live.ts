/**
 * The live feed as screens see it: how the line stands, and each event once.
 */
import { useEffect, useEffectEvent } from 'react';
import type { TransactionRow } from './queries/fragments.queries.ts';
import type { FeedStateChange } from './feed.ts';
import { type Store, createStore } from './store.ts';

export interface LiveEvent {
  readonly id: string;
  readonly cursor: string | null;
  readonly transaction: TransactionRow;
}

export interface Live {
  readonly line: Store<FeedStateChange>;
  tell(event: LiveEvent): void;
  listen(listener: (event: LiveEvent) => void): () => void;
}

export function createLive(): Live {
  const listeners = new Set<(event: LiveEvent) => void>();
  return {
    line: createStore<FeedStateChange>({ state: 'connecting', since_ms: 0 }),
    tell(event) {
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Hears every event while the screen is there. */
export function useLiveEvents(live: Live, onEvent: (event: LiveEvent) => void): void {
  const hear = useEffectEvent(onEvent);
  useEffect(() => live.listen(event => hear(event)), [live]);
}
