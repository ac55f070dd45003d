/** A client of the API, as plain as can be. */
export interface Answer<Data> {
  readonly status: number;
  /** Whole `Set-Cookie` lines. */
  readonly setCookies: readonly string[];
  readonly data: Data;
  readonly errors?: { message: string; extensions: { code: string; requestId?: string } }[];
  readonly extensions?: Record<string, unknown>;
}

/** A bearer token; the headers of a browser, with its cookies; or nothing at all. */
export type Authority = string | { readonly headers: Readonly<Record<string, string>> } | null;

export async function callGraphql<Data>(
  url: string,
  query: string,
  variables: object,
  authority: Authority,
): Promise<Answer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headersOf(authority) },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Omit<Answer<Data>, 'status' | 'setCookies'>;
  return { status: response.status, setCookies: response.headers.getSetCookie(), ...body };
}

function headersOf(authority: Authority): Readonly<Record<string, string>> {
  if (authority === null) return {};
  return typeof authority === 'string' ? { authorization: `Bearer ${authority}` } : authority.headers;
}
