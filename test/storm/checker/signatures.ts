/**
 * 7, by whose hand: every notification is signed with a secret that its endpoint's merchant was given, in time: none before it was made,
 * none after it has ended, none of another endpoint; and for a day after it was replaced the former one signs beside the newer.
 * Computed here once more (Standard Webhooks 1.0), so that no library is believed.
 */
import { createHmac } from 'node:crypto';
import type { HookSecret, ReceiverLine } from '../evidence.js';
import { Check, grouped } from './check.js';
import type { Evidence, Placed } from './read.js';

type Arrival = Placed<ReceiverLine>;

interface Known extends HookSecret {
  /** When the merchant had the one that took its place; never, where none did. */
  readonly replaced_ms: number;
}

/** How long the former one signs, from when it was replaced. */
const OVERLAP_ms = 24 * 3_600_000;

export function signatures(evidence: Evidence): Check {
  const check = new Check(7, 'signatures');
  const known = knownOf(evidence.hookSecrets);
  const byContent = signersOf(evidence.hookSecrets);
  const lost = lostAnswersOf(evidence);
  const unsigned: Arrival[] = [];
  for (const arrival of evidence.receivers) {
    const said = arrival.line.signature.split(' ').filter(each => each.startsWith('v1,'));
    const good = byContent(arrival.line, said);
    if (good.length === 0 || isDamaged(arrival.line.signature)) unsigned.push(arrival);
    else {
      const own = known.get(arrival.line.endpointId) ?? [];
      isSignedInTime(check, evidence, arrival, good, own);
      knowsTheRest(check, arrival, said.length - good.length, lost.get(arrival.line.endpointId) ?? []);
    }
  }
  falsifiedOnTheWay(check, evidence, unsigned);
  return check;
}

function knownOf(secrets: readonly HookSecret[]): ReadonlyMap<string, readonly Known[]> {
  return new Map(
    [...grouped(secrets, ({ endpointId }) => endpointId)].map(([endpointId, own]) => [
      endpointId,
      own
        .toSorted((one, other) => Date.parse(one.toldAt) - Date.parse(other.toldAt))
        .map((secret, place, all) => ({ ...secret, replaced_ms: Date.parse(all[place + 1]?.toldAt ?? 'never') })),
    ]),
  );
}

/** Which of all the secrets there are have made some of these signatures. */
function signersOf(secrets: readonly HookSecret[]) {
  const keys = secrets.map(secret => ({ secret, key: Buffer.from(secret.secret.replace(/^whsec_/, ''), 'base64') }));
  return ({ id, timestamp, body }: ReceiverLine, said: readonly string[]): HookSecret[] => {
    const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), Buffer.from(body, 'base64')]);
    return keys
      .filter(({ key }) => said.includes(`v1,${createHmac('sha256', key).update(content).digest('base64')}`))
      .map(({ secret }) => secret);
  };
}

function isSignedInTime(
  check: Check,
  { run }: Evidence,
  { line, file, number }: Arrival,
  good: readonly HookSecret[],
  known: readonly Known[],
): void {
  const at_ms = Date.parse(line.at);
  const { underWay_ms } = run.bounds;
  const where = { file, line: number, delivery: line.id, endpoint: line.endpointId };
  for (const { endpointId, askedAt } of good) {
    check.that(endpointId === line.endpointId, "A notification was signed with another endpoint's secret.", where);
    check.that(at_ms >= Date.parse(askedAt), 'A secret signed before anybody had asked for it.', where);
  }
  for (const { secret, toldAt, replaced_ms } of known) {
    const signs = good.some(each => each.secret === secret);
    const hasEnded = at_ms > replaced_ms + OVERLAP_ms + underWay_ms;
    check.that(!(signs && hasEnded), 'A secret signed after it had ended.', where);
    const isLive = at_ms > Date.parse(toldAt) + underWay_ms && !(at_ms > replaced_ms + OVERLAP_ms - underWay_ms);
    check.that(signs || !isLive, 'A secret that a merchant relies on did not sign.', where);
  }
}

/** When another secret was asked for, of each endpoint, and nobody heard what came of it. */
function lostAnswersOf({ clients }: Evidence): ReadonlyMap<string, readonly string[]> {
  const answered = new Set(
    clients.flatMap(({ line, file }) =>
      line.event === 'told' && line.answer !== null ? [`${file} ${line.client} ${line.call}`] : [],
    ),
  );
  const lost = clients.flatMap(({ line, file }) =>
    line.event === 'asked' &&
    line.operation === 'rotateWebhookSecret' &&
    !answered.has(`${file} ${line.client} ${line.call}`)
      ? [{ endpointId: line.about.endpointId ?? '', at: line.at }]
      : [],
  );
  return new Map([...grouped(lost, ({ endpointId }) => endpointId)].map(([id, own]) => [id, own.map(({ at }) => at)]));
}

/** Of a secret whose answer was lost nobody knows; as many signatures as that may be anybody's. */
function knowsTheRest(
  check: Check,
  { line, file, number }: Arrival,
  strange: number,
  lostAnswers: readonly string[],
): void {
  const lost = lostAnswers.filter(at => at <= line.at).length;
  check.that(strange <= lost, `${strange} signatures are nobody's, and ${lost} secrets were lost.`, {
    file,
    line: number,
    delivery: line.id,
  });
}

/** A byte turned over in one of several signatures: the others are good, and of that one nobody can say whose it was. */
const isDamaged = (signature: string): boolean => !/^[ -~]*$/.test(signature);

/** What no secret has signed was falsified on its way: no more of them than bytes were, and none where no line is between. */
function falsifiedOnTheWay(check: Check, { faults }: Evidence, unsigned: readonly Arrival[]): void {
  const falsified = faults
    .filter(({ target, kind }) => target.startsWith('receivers') && /garble|flip|falsif/i.test(kind))
    .reduce((total, { times = 1 }) => total + times, 0);
  check.that(unsigned.length <= falsified, `${unsigned.length} notifications have no good signature.`, {
    falsified,
    places: unsigned.slice(0, 10).map(({ file, number }) => `${file}:${number}`),
  });
}
