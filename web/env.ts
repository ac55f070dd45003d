/**
 * The one place where the web process reads its environment.
 */

export interface WebEnvironment {
  /** The API's internal address. */
  readonly graphqlUrl: string;
  /** What people type, without a slash at the end: `https://pay.example`. */
  readonly publicUrl: string;
  /** What the public door adds to every request it hands on; without it, nobody is served. */
  readonly internalToken: string;
  /** Where the demo's key lies; null where there is no demo. */
  readonly demoFile: string | null;
}

type Source = Readonly<Record<string, string | undefined>>;

/** Every fault at once, so that a wrong configuration is mended in one go. */
export function readEnvironment(source: Source = process.env): WebEnvironment {
  const faults: string[] = [];
  const url = (name: string): string => {
    const value = source[name] ?? '';
    if (!URL.canParse(value) || !/^https?:/.test(value)) faults.push(`${name} must be an http(s) address`);
    return value.replace(/\/+$/, '');
  };
  const environment = {
    graphqlUrl: url('GRAPHQL_URL'),
    publicUrl: url('PUBLIC_URL'),
    internalToken: source['INTERNAL_TOKEN'] ?? '',
    demoFile: source['DEMO_FILE'] || null,
  };
  if (environment.internalToken.length < 16) faults.push('INTERNAL_TOKEN must have at least 16 characters');
  if (faults.length > 0) throw new Error(`The web process cannot start: ${faults.join('; ')}.`);
  return environment;
}

/** Plain http is for loopback only; there a browser would not keep a `Secure` cookie. */
export function isSecure(environment: WebEnvironment): boolean {
  return environment.publicUrl.startsWith('https:');
}
