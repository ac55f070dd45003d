/** What was aimed at, and what came of it. */
import { short, told, type Spread } from './figures.js';

export interface Aim {
  readonly what: string;
  readonly bar: number;
  readonly goal: number;
  /** Whether more is better. */
  readonly more: boolean;
}

export function verdictOn({ what, bar, goal, more }: Aim, found: Spread): string {
  const reaches = (value: number): boolean => (more ? found.median >= value : found.median <= value);
  const verdict = reaches(goal) ? 'goal reached' : reaches(bar) ? 'bar passed' : 'missed';
  return `${what}: ${told(found)}; bar ${short(bar)}, goal ${short(goal)}: ${verdict}`;
}
