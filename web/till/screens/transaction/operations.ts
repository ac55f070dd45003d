/**
 * What a member can do to a transaction, and how each is asked of the API.
 */
import type { Client } from '@urql/core';
import type { Language } from '../../../ui/language.ts';
import {
  CancelMutation,
  HoldMutation,
  RefundMutation,
  ReleaseMutation,
  type TransactionWhole,
  ValidateMutation,
} from '../../queries/transaction.queries.ts';
import { type Answer, answerOf } from '../../parts/answer.ts';

export type Operation = 'validate' | 'cancel' | 'refund' | 'hold' | 'release';

/** The action of the API's list whose amount counts; null for what takes none. */
export const ACTION_OF = {
  validate: 'VALIDATE',
  cancel: 'CANCEL',
  refund: 'REFUND',
  hold: null,
  release: null,
} as const satisfies Readonly<Record<Operation, string | null>>;

export interface Wish {
  readonly idempotencyKey: string;
  readonly transactionId: string;
  /** Minor units; null for all of it, which is then sent as no amount. */
  readonly amount: number | null;
  readonly reason: string;
}

export async function perform(
  client: Client,
  operation: Operation,
  wish: Wish,
  locale: Language,
): Promise<Answer<unknown>> {
  const { idempotencyKey, transactionId, amount, reason } = wish;
  const alone = { idempotencyKey, transactionId };
  const input = { ...alone, ...(amount === null ? {} : { amount }) };
  switch (operation) {
    case 'validate': {
      const { data, error } = await client.mutation(ValidateMutation, { input, locale }).toPromise();
      return answerOf(data?.validateTransaction, error);
    }
    case 'cancel': {
      const { data, error } = await client.mutation(CancelMutation, { input, locale }).toPromise();
      return answerOf(data?.cancelTransaction, error);
    }
    case 'refund': {
      const why = reason === '' ? input : { ...input, reason };
      const { data, error } = await client.mutation(RefundMutation, { input: why, locale }).toPromise();
      return answerOf(data?.refundTransaction, error);
    }
    case 'hold': {
      const { data, error } = await client.mutation(HoldMutation, { input: alone, locale }).toPromise();
      return answerOf(data?.holdCapture, error);
    }
    case 'release': {
      const { data, error } = await client.mutation(ReleaseMutation, { input: alone, locale }).toPromise();
      return answerOf(data?.releaseCapture, error);
    }
  }
}

export function mostOf(operation: Operation, { possibleActions }: TransactionWhole) {
  return possibleActions.find(({ action }) => action === ACTION_OF[operation])?.maxAmount ?? null;
}
