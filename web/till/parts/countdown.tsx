import { type ReactElement, useEffect, useState } from 'react';
import { shopNow, useTill } from '../context.ts';

/** How long until then by the shop's clock; by the second only in the last hour, where it matters. */
export function Countdown({ until }: { readonly until: string }): ReactElement {
  const till = useTill();
  const [now, setNow] = useState(() => shopNow(till).getTime());
  useEffect(() => {
    const timer = setInterval(() => setNow(shopNow(till).getTime()), 1_000);
    return () => clearInterval(timer);
  }, [till]);
  const left_s = Math.max(0, Math.floor((Date.parse(until) - now) / 1_000));
  const [hours, minutes, seconds] = [Math.floor(left_s / 3_600), Math.floor(left_s / 60) % 60, left_s % 60];
  return (
    <time className="number" dateTime={until}>
      {left_s === 0
        ? till.t('till.countdown.now')
        : hours > 0
          ? till.t('till.countdown.hours', { hours, minutes: two(minutes) })
          : `${two(minutes)}:${two(seconds)}`}
    </time>
  );
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
