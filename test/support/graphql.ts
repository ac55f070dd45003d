/** A client of the API, as plain as can be. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: { message: string; extensions: { code: string; requestId?: string } }[];
  readonly extensions?: Record<string, unknown>;
}

export async function callGraphql<Data>(
  url: string,
  query: string,
  variables: object,
  bearer: string | null,
): Promise<Answer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Omit<Answer<Data>, 'status'>;
  return { status: response.status, ...body };
}
