/**
 * For screens that show sums of many transactions: asked for again when something happened to any, and while something is
 * on its way that no transaction tells of.
 */
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTill } from '../context.ts';
import { useLiveEvents } from '../live.ts';

const TOGETHER_ms = 1_000;
const LOOK_EVERY_ms = 2_000;

export function useAgain(again: () => void, isOnItsWay: boolean): void {
  const { live } = useTill();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useLiveEvents(live, () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      again();
    }, TOGETHER_ms);
  });
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  const look = useEffectEvent(() => {
    if (document.visibilityState === 'visible') again();
  });
  useEffect(() => {
    if (!isOnItsWay) return undefined;
    const looking = setInterval(() => look(), LOOK_EVERY_ms);
    return () => clearInterval(looking);
  }, [isOnItsWay]);
}
