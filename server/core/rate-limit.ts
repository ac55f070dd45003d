import { keepRecent } from './keep-recent.js';

/**
 * Counts tries by name within a window, in memory: at most so many names are kept, the one not heard of for longest going
 * first, so that whoever has many names cannot fill the memory.
 */
export interface RateLimitRule {
  /** Tries within one window. */
  readonly most: number;
  readonly window_ms: number;
  readonly names: number;
}

interface Count {
  tries: number;
  readonly until_ms: number;
}

export class RateLimit {
  readonly #counts = new Map<string, Count>();

  constructor(private readonly rule: RateLimitRule) {}

  /** Counts a try; false when there have been too many. */
  take(name: string, now: Date): boolean {
    const now_ms = now.getTime();
    const known = this.#counts.get(name);
    const count = known && known.until_ms > now_ms ? known : { tries: 0, until_ms: now_ms + this.rule.window_ms };
    keepRecent(this.#counts, name, count, this.rule.names);
    if (count.tries >= this.rule.most) return false;
    count.tries += 1;
    return true;
  }

  /** A try that turned out well does not count. */
  giveBack(name: string): void {
    const count = this.#counts.get(name);
    if (count && count.tries > 0) count.tries -= 1;
  }
}
