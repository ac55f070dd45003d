/**
 * Somebody at the door that results of challenges (RReq) come to, who knows as much or as little as a test gives him.
 */
import type { AuthenticationRow } from '../../server/authentication/authentication.js';
import { resultToken } from '../../server/authentication/begin.js';
import type { House } from './house.js';
import { until, type OpenedSession } from './shopping.js';

export type Rreq = Readonly<Record<string, unknown>>;

/** What only the directory should know of an authentication: its unguessable address and its ids. */
export interface Known {
  readonly token: string;
  readonly row: AuthenticationRow;
}

/** Of the latest authentication of a session. */
export async function knownOf(house: House, session: Pick<OpenedSession, 'id'>): Promise<Known> {
  const { deps } = house.server.app;
  const row = await until(
    () =>
      deps.sql
        .selectFrom('authentication')
        .selectAll()
        .where('session_id', '=', session.id)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst(),
    found => found !== undefined,
  );
  if (!row) throw new Error('Nobody is being authenticated in this session.');
  return { token: resultToken(deps, row.id), row };
}

/** A whole result of this letter, as the directory would write it. Of a made-up CAVV only the card's bank can tell. */
export function rreqOf({ row }: Known, letter: string, changes: Rreq = {}): Rreq {
  const proof = { authenticationValue: Buffer.alloc(20, 7).toString('base64'), eci: letter === 'A' ? '06' : '05' };
  return {
    messageType: 'RReq',
    messageVersion: row.version,
    messageCategory: '01',
    threeDSServerTransID: row.server_transaction_id,
    dsTransID: row.directory_transaction_id ?? '00000000-0000-4000-8000-000000000000',
    acsTransID: row.acs_transaction_id ?? '00000000-0000-4000-8000-000000000000',
    transStatus: letter,
    ...(letter === 'N' ? { transStatusReason: '01' } : {}),
    ...(letter === 'Y' || letter === 'A' ? proof : {}),
    interactionCounter: '01',
    ...changes,
  };
}

export interface Knock {
  readonly method?: string;
  readonly contentType?: string;
}

/** The status, and of a message what it is: `RRes 01`, `Erro 301`; anything else as it came. */
export async function knock(
  house: House,
  path: string,
  body: unknown,
  { method = 'POST', contentType = 'application/json; charset=utf-8' }: Knock = {},
): Promise<string> {
  const response = await fetch(`${house.environment.threedsUrl}${path}`, {
    method,
    headers: { 'content-type': contentType },
    ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.status !== 200) return String(response.status);
  const { messageType, resultsStatus, errorCode } = JSON.parse(text) as Record<string, string>;
  return `${messageType} ${resultsStatus ?? errorCode}`;
}

export const addressOf = ({ token }: Pick<Known, 'token'>): string => `/3ds/rreq/${token}`;

/** Brings this result to the address of this authentication. */
export async function bring(house: House, known: Known, letter: string, changes: Rreq = {}): Promise<string> {
  return knock(house, addressOf(known), rreqOf(known, letter, changes));
}
