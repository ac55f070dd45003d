/**
 * Plays many stories from one seed, and shortens the first that does not hold.
 */
import * as fc from 'fast-check';
import type { Ground } from './ground.js';
import { stories } from './made-up.js';
import { play } from './play.js';
import type { Reached } from './reached.js';
import type { Story } from './story.js';

export interface Plan {
  readonly seed: number;
  readonly stories: number;
  /** Where fast-check shall begin: a story it has found before. */
  readonly path?: string | undefined;
  /** After so long the shortest story found by then will do. */
  readonly longest_ms: number;
}

export interface Finding {
  readonly story: Story;
  readonly complaints: string[];
  readonly path: string;
  /** In which order everything happened. */
  readonly turns: string;
}

export interface Outcome {
  readonly played: number;
  readonly shortened: number;
  readonly took_ms: number;
  readonly finding: Finding | null;
}

/** So long a story that does not hold is shortened; the shortest by then will do. */
const SHORTENING_ms = 20_000;

class DoesNotHold extends Error {
  constructor(readonly complaints: string[]) {
    super(complaints.slice(0, 8).join('\n'));
  }
}

export async function simulate(ground: Ground, plan: Plan, reached: Reached): Promise<Outcome> {
  const began_ms = performance.now();
  let played = 0;
  let found_ms: number | null = null;
  const property = fc.asyncProperty(stories, fc.scheduler(), async (story, scheduler) => {
    const now_ms = performance.now();
    // Not by interrupting: a story that is cut off goes on playing behind the back of who cleans up.
    if (now_ms - began_ms > plan.longest_ms || now_ms - (found_ms ?? now_ms) > SHORTENING_ms) return;
    played += 1;
    const complaints = await play(ground, scheduler, story, reached).catch((error: unknown) => [
      String((error as Error).stack),
    ]);
    if (complaints.length === 0) return;
    found_ms ??= performance.now();
    throw new DoesNotHold(complaints);
  });
  const details = await fc.check(property, {
    seed: plan.seed,
    numRuns: plan.stories,
    ...(plan.path === undefined ? {} : { path: plan.path }),
  });
  const took_ms = performance.now() - began_ms;
  const [story, scheduler] = details.counterexample ?? [];
  const error = details.errorInstance;
  const finding = story && {
    story,
    complaints: error instanceof DoesNotHold ? error.complaints : [String(error)],
    path: details.counterexamplePath ?? '',
    turns: fc.stringify(scheduler),
  };
  return { played, shortened: details.numShrinks, took_ms, finding: finding ?? null };
}
