/**
 * Transactions that began after the list was read.
 *
 * Rows that are there change in place. New ones are counted and shown on demand, so that nothing moves under a hand that is
 * about to press; only an untouched list that shows all of the newest takes them in by itself, which is what one looks at
 * from across the room. Whether a newcomer belongs to a filtered view, the API says and not this page.
 */
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { TransactionFilter } from '../../graphql/generated/till/graphql.ts';
import { useTill } from '../context.ts';
import { type LiveEvent, useLiveEvents } from '../live.ts';
import type { TransactionRow } from '../queries/fragments.queries.ts';
import { TransactionIdsQuery } from '../queries/transactions.queries.ts';
import { type ListView, isFiltered } from './view.ts';

/** So many at once are one look. */
const TOGETHER_ms = 300;
const TOGETHER_FILTERED_ms = 1_500;
const LOOKED_AT = 50;

export interface Newcomers {
  readonly count: number;
  readonly show: () => void;
  /** The rows, to know whether a hand or the focus is on them. */
  readonly hands: RefObject<HTMLTableSectionElement | null>;
}

export function useNewcomers(props: {
  readonly view: ListView;
  readonly filter: TransactionFilter;
  readonly rows: readonly TransactionRow[] | undefined;
  readonly again: () => void;
}): Newcomers {
  const { view, filter, rows, again } = props;
  const { live } = useTill();
  const client = useClient();
  const hands = useRef<HTMLTableSectionElement | null>(null);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  useLiveEvents(live, ({ transaction }: LiveEvent) => {
    if (!rows || view.after !== null || rows.some(({ id }) => id === transaction.id)) return;
    // Ids sort by birth: what is older than the page's last row belongs to a later page.
    const last = rows.length >= LOOKED_AT ? rows.at(-1) : undefined;
    if (last && transaction.id < last.id) return;
    if (!isFiltered(view)) setIds(before => new Set(before).add(transaction.id));
    // The first of a burst sets the time and the others join it: a stream without a pause must not put it off for ever.
    timer.current ??= setTimeout(() => void settle(), isFiltered(view) ? TOGETHER_FILTERED_ms : TOGETHER_ms);
  });

  const settle = useEffectEvent(async () => {
    timer.current = null;
    if (!isFiltered(view)) {
      if (ids.size > 0 && isUntouched(hands.current)) again();
      return;
    }
    const asked = { filter, first: LOOKED_AT };
    const { data } = await client.query(TransactionIdsQuery, asked, { requestPolicy: 'network-only' }).toPromise();
    const shown = new Set(rows?.map(({ id }) => id));
    const found = data?.transactions.edges.map(({ node }) => node.id) ?? [];
    setIds(new Set(found.filter(id => !shown.has(id))));
  });
  // What the list shows by now is no newcomer any more.
  const unseen = [...ids].filter(id => !rows?.some(row => row.id === id));
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
      setIds(new Set());
    },
    [view],
  );
  return {
    count: unseen.length,
    show: () => {
      again();
      scrollTo({ top: 0 });
    },
    hands,
  };
}

function isUntouched(rows: HTMLElement | null): boolean {
  return scrollY < 8 && !rows?.matches(':hover, :focus-within');
}
