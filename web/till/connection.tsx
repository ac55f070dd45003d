import { type ReactElement, useEffect, useState } from 'react';
import { clockTime } from '../ui/format-time.ts';
import { deviceTime_ms } from '../ui/device.ts';
import type { TillKnows } from './context.ts';
import { useStore } from './store.ts';

/** A short break is nothing to worry anybody with; after this it is said since when what is shown may be old. */
const SHORT_ms = 10_000;

/** Whether what is on the screen is what is true now, in words. */
export function Connection({ till }: { readonly till: TillKnows }): ReactElement {
  const { t, live } = till;
  const { state, since_ms } = useStore(live.line);
  const isLong = useLongerThan(state === 'live' ? null : since_ms, SHORT_ms);
  const since = new Date(since_ms + till.ahead_ms);
  const text =
    state === 'live'
      ? t('till.line.live')
      : isLong
        ? t('till.line.since', { time: clockTime(till, since) })
        : t(`till.line.${state}`);
  return (
    <p className={`line ${state === 'live' ? 'live' : isLong ? 'lost' : 'trying'}`} role="status">
      {text}
    </p>
  );
}

function useLongerThan(since_ms: number | null, most_ms: number): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (since_ms === null) return undefined;
    const timer = setTimeout(() => setLong(true), Math.max(0, since_ms + most_ms - deviceTime_ms()));
    return () => clearTimeout(timer);
  }, [since_ms, most_ms]);
  return isLong;
}
