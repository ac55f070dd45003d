/**
 * The addresses of the till. All of them are one page of the framework, so that going from one to another keeps the
 * connection, what was read, and costs no request for the page itself.
 */
/** Administration: for accountants, and the clock for those of a test shop. */
export const OFFICE = ['notifications', 'members', 'keys', 'audit', 'clock'] as const;
export type OfficeScreen = (typeof OFFICE)[number];

export const SCREENS = ['transactions', 'remittances', 'work', 'reports', 'account', ...OFFICE] as const;
export type Screen = (typeof SCREENS)[number];

export function isOffice(screen: Screen): screen is OfficeScreen {
  return OFFICE.some(each => each === screen);
}

/** Screens that show one thing under its id as well. */
const WITH_ID: ReadonlySet<Screen> = new Set(['transactions', 'remittances', 'reports']);

export interface Route {
  readonly screen: Screen;
  readonly id: string | null;
}

/** What stands behind `/till/`; null for what is no address of ours. */
export function routeOf(segments: readonly string[]): Route | null {
  const [first, id = null, ...more] = segments;
  const screen = SCREENS.find(each => each === first);
  if (!screen || more.length > 0) return null;
  if (id !== null && !(WITH_ID.has(screen) && /^[a-z]+_[\w-]{1,64}$/.test(id))) return null;
  return { screen, id };
}

export function segmentsOf(path: string): string[] {
  const [before = ''] = path.split(/[?#]/);
  return before
    .replace(/^\/till\/?/, '')
    .split('/')
    .filter(segment => segment !== '');
}
