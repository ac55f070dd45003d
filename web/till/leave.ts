import { signInPath } from './own-path.ts';

export type Because = 'ended' | 'idle' | 'signedOut' | 'passwordChanged';

/** Why this page is being left: once it is by somebody's will, what is refused on the way out is no other reason. */
export interface Leaving {
  because: Because;
}

/** A whole new page and not a step of the router: nothing that was read stays in memory. */
export function leave(because: Because): void {
  const next = because === 'signedOut' ? '' : `${location.pathname}${location.search}`;
  location.replace(`${signInPath(next)}&because=${because}`);
}
