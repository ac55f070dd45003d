import type { Context } from '../../api/context.js';
import type { AuthenticationRow } from '../../authentication/authentication.js';
import { loadersOf } from '../transaction-fields.resolver.js';
import type { TransactionRow } from '../transaction.js';

/** The latest authentication of a transaction; null where nobody was asked. */
export async function authenticationOf(
  context: Context,
  transaction: TransactionRow,
): Promise<AuthenticationRow | null> {
  const id = transaction.authentication_id;
  return id === null ? null : loadersOf(context).authentications.load(id);
}
