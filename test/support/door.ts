/** The GraphQL door as a stranger pushes at it: any method, any header, any bytes. */
import type { House } from './house.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly codes: readonly string[];
}

export async function knock(
  house: House,
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Readonly<Record<string, string>> = {},
  { method = 'POST', path = '/graphql' } = {},
): Promise<Reply> {
  const request = { method, body, headers: { 'content-type': 'application/json', ...headers } };
  const response = await fetch(`${house.publicUrl}${path}`, { ...request, signal: AbortSignal.timeout(10_000) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, codes: codesIn(text) };
}

function codesIn(text: string): string[] {
  return [...text.matchAll(/"code":"([A-Z_]+)"/g)].map(([, code]) => code ?? '');
}

/** Words that only our inside knows: stacks, files, SQL, modules, and suggestions of names. */
export const INSIDE =
  /\bat \S+ \(|\.[jt]s:\d|node_modules|\/server\/|select .* from|insert into|kysely|postgres|mikro|apollo|Did you mean|stacktrace/i;
