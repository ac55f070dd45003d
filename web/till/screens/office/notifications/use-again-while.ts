/**
 * Deliveries have no feed of their own: while something is under way, and somebody can see it, they are asked for again.
 */
import { useEffect, useEffectEvent } from 'react';

const EVERY_ms = 3_000;

export function useAgainWhile(isOpen: boolean, isAsking: boolean, again: () => void): void {
  const ask = useEffectEvent(() => {
    if (document.visibilityState === 'visible' && !isAsking) again();
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setInterval(() => ask(), EVERY_ms);
    return () => clearInterval(timer);
  }, [isOpen]);
}
