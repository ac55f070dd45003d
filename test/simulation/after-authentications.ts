/**
 * What must hold of authentications after a story, beside what the bank has noted of each authorisation. Written against the tables and
 * what the issuers said.
 */
import type { Cast } from './cast.js';
import type { Word } from './sim-proofs.js';

/** What an issuer has to have said for an authentication to have ended like this; anything where it is not named. */
const MEANS: Readonly<Record<string, readonly (Word | null)[]>> = {
  AUTHENTICATED: ['Y'],
  ATTEMPTED: ['A'],
  INFORMATIONAL: ['I'],
  FAILED: ['N'],
  REJECTED: ['R'],
  UNAVAILABLE: ['U', 'NOTHING'],
};
const NO_RIGHT = new Set(['FAILED', 'REJECTED', 'ABANDONED']);

interface Row {
  readonly id: string;
  readonly server_id: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly trans_status: string | null;
  readonly isLatest: boolean;
  readonly transaction: string;
  readonly paid: string;
}

export async function authentications(cast: Cast): Promise<string[]> {
  const { questions } = cast.stage.bank.proofs;
  const rows = await cast.rows<Row>(`
    select a.id, a.server_transaction_id as server_id, a.status, a.outcome, a.trans_status,
      a.id = t.authentication_id as "isLatest", t.id as transaction, t.status as paid
    from authentication a join transaction t on t.id = a.transaction_id`);
  const known = new Map(rows.map(row => [row.server_id, row]));
  const ofRow = ({ id, server_id, outcome, transaction, isLatest, paid }: Row): string[] => {
    const question = questions.find(each => each.serverId === server_id);
    // Nobody was asked: the process that was about to is gone.
    const word = question ? question.word : 'NOTHING';
    const means = MEANS[outcome ?? ''];
    return [
      ...(means && !means.includes(word) ? [`${id} ended ${outcome}, and its issuer says ${word ?? 'nothing'}.`] : []),
      ...(isLatest && NO_RIGHT.has(outcome ?? '') && paid !== 'REFUSED'
        ? [`${transaction} is ${paid}, and its authentication ended ${outcome}.`]
        : []),
    ];
  };
  const lost = questions.filter(({ serverId, acknowledged }) => {
    const row = known.get(serverId);
    return acknowledged !== null && row?.trans_status !== acknowledged;
  });
  return [
    ...rows.flatMap(ofRow),
    ...questions.filter(each => !known.has(each.serverId)).map(each => `${each.serverId} is asked, and not written.`),
    ...lost.map(each => `The word ${each.acknowledged} on ${each.serverId} was taken, and is not written.`),
    ...(await sessions(cast)),
    ...(await codes(cast)),
  ];
}

/** No security code, sealed or not, beyond the authentication that it was kept for. At any time, not only after a story. */
export function codes(cast: Cast): Promise<string[]> {
  return cast.list(`
    select 'The security code of ' || a.id || ' is kept, and its payment is ' || t.status as what
    from authentication a join transaction t on t.id = a.transaction_id
    where (a.sealed_code is not null or a.code_key_id is not null)
      and (t.status <> 'AUTHENTICATING' or t.authentication_id <> a.id or a.ended_because is not null)`);
}

/** Whoever paid has paid, whoever has not has not; and nobody is left in between. */
function sessions(cast: Cast): Promise<string[]> {
  return cast.list(`
    select 'Session ' || s.id || ' is ' || s.status || ', and its payment ' || coalesce(t.status, 'none') as what
    from payment_session s left join transaction t on t.id = s.current_transaction_id
    where s.status = 'PROCESSING' or (s.status = 'PAID') <> (t.status is not null and t.status in
      ('TO_VALIDATE', 'TO_CAPTURE', 'TO_AUTHORISE', 'REMITTING', 'CAPTURED', 'CANCELLED', 'EXPIRED'))
    union all select 'Session ' || id || ' was refused after ' || attempts from payment_session s
      where status = 'REFUSED' and attempts < 3 and not exists (
        select from transaction t where t.session_id = s.id and t.status = 'DECLINED')
    union all select 'Session ' || id || ' had ' || attempts || ' attempts' from payment_session where attempts > 3`);
}
