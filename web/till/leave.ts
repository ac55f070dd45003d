import { signInPath } from './own-path.ts';

/** A whole new page and not a step of the router: nothing that was read stays in memory. */
export function leave(because: 'ended' | 'idle' | 'signedOut' | 'passwordChanged'): void {
  const next = because === 'signedOut' ? '' : `${location.pathname}${location.search}`;
  location.replace(`${signInPath(next)}&because=${because}`);
}
