import { readEnvironment } from './env.ts';

/** Next calls this once, before the first request: a wrong configuration is to be known now, not at a shopper's cost. */
export function register(): void {
  readEnvironment();
}
