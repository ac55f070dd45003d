/**
 * The same key and the same input get the same answer, once and for all; the same key with another input gets a refusal.
 *
 * The key's row is written in the same statement as what it stands for, so that a crash leaves both or neither. Only an answer
 * that could differ the next time is kept when it is a refusal: an input that is wrong stays wrong by itself.
 */
import { refuse, RefusalError, type RefusalCode, type RefusalDetails } from '../core/refusal.js';
import { holdsCardNumber } from '../core/free-text.js';
import type { Deps } from '../database/deps.js';
import type { IdempotencyTable } from '../database/tables.js';
import { violatedKey, whileOthersAreQuicker, type Writes } from '../database/writes.js';

/** Operations of a merchant's server and of members share their shop's keys; a shopper has those of one session. */
export interface KeyClaim {
  readonly shopId: string;
  readonly scope: string;
  readonly key: string;
  readonly operation: string;
  readonly inputDigest: string;
}

export const SHOP_SCOPE = 'shop';
export const sessionScope = (sessionId: string): string => `session:${sessionId}`;

export interface ClaimedInput {
  readonly shopId: string;
  readonly scope: string;
  readonly operation: string;
  readonly key: string;
  /** The input without its key; secrets replaced by fingerprints or left out. */
  readonly input: unknown;
}

export function claimKey(deps: Pick<Deps, 'vault'>, { input, ...claim }: ClaimedInput): KeyClaim {
  if (claim.key.length < 1 || claim.key.length > 255 || holdsCardNumber(claim.key))
    throw refuse(
      'IDEMPOTENCY_KEY_INVALID',
      'An idempotency key has 1 to 255 characters, and never a card number in it.',
      'idempotencyKey',
    );
  const inputDigest = deps.vault.digest('idempotency', `${claim.operation}:${canonical(input)}`);
  return { ...claim, inputDigest };
}

type AnswerType = Exclude<IdempotencyTable['answer_type'], 'REFUSAL'>;

/** Keeps what the key stands for, together with everything else this unit of work writes. */
export function keepAnswer(
  writes: Writes,
  deps: Pick<Deps, 'clock'>,
  claim: KeyClaim,
  type: AnswerType,
  id: string,
): void {
  writes.insert('idempotency', { ...row(claim, deps), answer_type: type, answer_id: id, refusal: null });
}

/**
 * Performs an operation at most once for its key. `perform` writes the key with `keepAnswer`; `replay` shows again what the
 * key stands for.
 */
export async function once<T>(
  deps: Deps,
  claim: KeyClaim,
  perform: () => Promise<T>,
  replay: (answerId: string) => Promise<T>,
): Promise<T> {
  try {
    return await whileOthersAreQuicker(perform);
  } catch (error) {
    const repeated = violatedKey(error) === 'idempotency_pkey' || error instanceof RefusalError;
    const kept = repeated ? await findKept(deps, claim) : undefined;
    if (kept) return answerAgain(kept, claim, replay);
    if (error instanceof RefusalError && mayDifferNextTime(error)) await keepRefusal(deps, claim, error);
    throw error;
  }
}

/** What a state, a limit or another order said no to. */
const KEPT_REFUSALS: ReadonlySet<RefusalCode> = new Set([
  'ABOVE_CEILING',
  'ACTION_NOT_POSSIBLE',
  'AMOUNT_NOT_POSSIBLE',
  'CARD_NOT_KEPT',
  'NOTHING_TO_REMIT',
  'ORDER_ALREADY_PAID',
  'SESSION_CANCELLED',
  'SESSION_EXPIRED',
  'SESSION_PAID',
  'SESSION_REFUSED',
]);

function mayDifferNextTime(refusal: RefusalError): boolean {
  return KEPT_REFUSALS.has(refusal.code) && refusal.details.retryable !== true;
}

function findKept(deps: Deps, claim: KeyClaim) {
  return deps.sql
    .selectFrom('idempotency')
    .selectAll()
    .where('shop_id', '=', claim.shopId)
    .where('scope', '=', claim.scope)
    .where('key', '=', claim.key)
    .executeTakeFirst();
}

type Kept = NonNullable<Awaited<ReturnType<typeof findKept>>>;

async function answerAgain<T>(kept: Kept, claim: KeyClaim, replay: (answerId: string) => Promise<T>): Promise<T> {
  if (kept.operation !== claim.operation || kept.input_digest !== claim.inputDigest)
    throw refuse('IDEMPOTENCY_KEY_REUSED', 'This key was used with another input.', 'idempotencyKey');
  if (kept.answer_type === 'REFUSAL') throw refusalFrom(kept.refusal);
  if (kept.answer_id === null) throw new Error('A kept answer has an id.');
  return replay(kept.answer_id);
}

async function keepRefusal(deps: Deps, claim: KeyClaim, refusal: RefusalError): Promise<void> {
  const kept = JSON.stringify(
    { code: refusal.code, message: refusal.message, details: refusal.details },
    (_, value: unknown) => (typeof value === 'bigint' ? { bigint: value.toString() } : value),
  );
  await deps.sql
    .insertInto('idempotency')
    .values({ ...row(claim, deps), answer_type: 'REFUSAL', answer_id: null, refusal: kept })
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

function refusalFrom(kept: Record<string, unknown> | null): RefusalError {
  const text = JSON.stringify(kept);
  const { code, message, details } = JSON.parse(text, (_, value: unknown) => {
    if (value !== null && typeof value === 'object' && 'bigint' in value) return BigInt(String(value.bigint));
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return new Date(value);
    return value;
  }) as { code: RefusalCode; message: string; details: RefusalDetails };
  return new RefusalError(code, message, details);
}

function row(claim: KeyClaim, deps: Pick<Deps, 'clock'>) {
  return {
    shop_id: claim.shopId,
    scope: claim.scope,
    key: claim.key,
    operation: claim.operation,
    input_digest: claim.inputDigest,
    created_at: deps.clock.now(),
  };
}

/** JSON with the names of every object in order, so that equal inputs have equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'bigint') return `${inner}n`;
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
}
