/**
 * Where somebody is led after signing in: only to an address of the till itself, whatever the link says (OWASP ASVS 5.0,
 * 3.7.2). Compared after the browser's own parsing, since that is what counts: `/\evil.example` is another host.
 */
const SOMEWHERE = 'http://here.invalid';

export const HOME = '/till/transactions';

export function ownPath(asked: string | null | undefined): string {
  if (!asked || !URL.canParse(asked, SOMEWHERE)) return HOME;
  const { origin, pathname, search } = new URL(asked, SOMEWHERE);
  const isOfTheTill = pathname.startsWith('/till/') && !pathname.startsWith('/till/sign-in');
  return origin === SOMEWHERE && isOfTheTill ? `${pathname}${search}` : HOME;
}

export function signInPath(next: string): string {
  return `/till/sign-in?next=${encodeURIComponent(ownPath(next))}`;
}
