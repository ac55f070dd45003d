/**
 * The live feed as screens see it: how the line stands, and each event once.
 */
import { useEffect, useEffectEvent, useState } from 'react';
import { useClient } from 'urql';
import type { Language } from '../ui/language.ts';
import type { FeedStateChange } from './feed.ts';
import { FeedSubscription, type TransactionRow } from './queries/fragments.queries.ts';
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

/** Follows the log while the till is open. `after` was read before any list, so nothing can happen unseen between the two. */
export function useFeed(live: Live, after: string, locale: Language): void {
  const client = useClient();
  // Asked anew, the first page of the till brings a later cursor; what is followed already goes on from its own.
  const [from] = useState(after);
  useEffect(() => {
    const feed = client.subscription(FeedSubscription, { after: from, locale }).subscribe(({ data }) => {
      if (data) live.tell(data.transactionEvents);
    });
    return () => feed.unsubscribe();
  }, [client, live, from, locale]);
}
