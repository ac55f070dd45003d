/**
 * What a shop sees and does in the stories, over GraphQL with its key.
 */
import { randomUUID } from 'node:crypto';
import type { House } from './house.js';
import type { OpenedSession } from './shopping.js';

interface Amount {
  readonly amount: number;
}

export interface SeenTransaction {
  readonly id: string;
  readonly reference: string;
  readonly status: string;
  readonly outcome: string;
  readonly amounts: Readonly<
    Record<'requested' | 'authorised' | 'cancelled' | 'toValidate' | 'toCapture' | 'captured', Amount>
  >;
  readonly card: { readonly masked: string; readonly brand: string; readonly brandChosenBy: string };
  readonly capture: { readonly plan: string; readonly day: string | null; readonly deadline: string | null };
  readonly authorisation: {
    readonly rrn: string;
    readonly stan: string;
    readonly terminal: string;
    readonly code: string | null;
  };
  readonly decline: { readonly code: string; readonly family: string; readonly sameCardAgain: string | null } | null;
  readonly possibleActions: readonly PossibleAction[];
  readonly events: readonly { readonly type: string; readonly facts: Readonly<Record<string, unknown>> }[];
  readonly messages: readonly {
    readonly kind: string;
    readonly status: string;
    readonly responseCode: string | null;
    readonly cause: string | null;
    readonly attempts: number;
  }[];
}

export interface PossibleAction {
  readonly action: string;
  readonly maxAmount: Amount | null;
  readonly until: string | null;
  readonly blockedBecause: string | null;
}

export interface SeenSession {
  readonly status: string;
  readonly attemptsLeft: number;
  readonly expiresAt: string;
  readonly transactions: readonly SeenTransaction[];
}

const ACTIONS = 'possibleActions { action maxAmount { amount } until blockedBecause }';
const TRANSACTION = `id reference status outcome
  amounts { requested { amount } authorised { amount } cancelled { amount } toValidate { amount } toCapture { amount } captured { amount } }
  card { masked brand brandChosenBy } capture { plan day deadline } authorisation { rrn stan terminal code }
  decline { code family sameCardAgain } ${ACTIONS} events { type facts } messages { kind status responseCode cause attempts }`;

export async function seeSession(
  house: House,
  { id }: Pick<OpenedSession, 'id'>,
  bearer?: string,
): Promise<SeenSession> {
  const { data, errors } = await house.ask<{ paymentSession: SeenSession }>(
    `query ($id: ID!) { paymentSession(id: $id) { status attemptsLeft expiresAt transactions { ${TRANSACTION} } } }`,
    { id },
    bearer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.paymentSession;
}

/** The latest attempt of a session. */
export async function seeTransaction(
  house: House,
  session: Pick<OpenedSession, 'id'>,
  bearer?: string,
): Promise<SeenTransaction> {
  const last = (await seeSession(house, session, bearer)).transactions.at(-1);
  if (!last) throw new Error('No card was tried in this session.');
  return last;
}

export interface SeenRefusal {
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
  readonly limit: string | null;
  readonly retryable: boolean;
  readonly possibleActions: readonly PossibleAction[] | null;
}
export type Told = { readonly __typename: string } & Partial<SeenTransaction> & Partial<SeenRefusal>;

type Verb = 'validateTransaction' | 'cancelTransaction';

/** Asks for an operation on a transaction; without an amount, for all of it. */
export async function operate(
  house: House,
  verb: Verb,
  transactionId: string,
  amount: number | null = null,
  { bearer, idempotencyKey = randomUUID() }: { bearer?: string; idempotencyKey?: string } = {},
): Promise<Told> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const input = { idempotencyKey, transactionId, ...(amount === null ? {} : { amount }) };
  const { data, errors } = await house.ask<Record<Verb, Told>>(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename
       ... on Transaction { ${TRANSACTION.replace(ACTIONS, '')} }
       ... on Refusal { code message path limit retryable ${ACTIONS} } } }`,
    { input },
    bearer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[verb];
}

/** Moves the shop's clock forward, the bank's with it; what becomes due on the way happens. */
export async function advanceClock(house: House, bySeconds: number, bearer?: string): Promise<void> {
  const { data, errors } = await house.ask<{ advanceTestClock: { __typename: string } }>(
    'mutation ($input: AdvanceTestClockInput!) { advanceTestClock(input: $input) { __typename } }',
    { input: { bySeconds } },
    bearer,
  );
  if (errors || data.advanceTestClock.__typename !== 'TestClock') throw new Error(JSON.stringify({ data, errors }));
}
