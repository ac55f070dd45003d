/**
 * The answer to an authorisation that was asked again for a capture whose first one had lapsed.
 */
import { openAmount } from '../core/amounts.js';
import { THE_BANK, THE_TILL } from '../core/caller.js';
import { authorisationDeadline } from '../core/deadlines.js';
import type { AuthorisationAnswered } from '../core/ports.js';
import { readResponseCode } from '../core/response-codes.js';
import type { Deps } from '../database/deps.js';
import type { Writes } from '../database/writes.js';
import { nowAt } from '../shops/shop.js';
import type { ClaimedAuthorisation } from './ask-acquirer.js';
import { writeUndo } from './exchange.js';
import { amountsOf, askedOf, recordTransaction } from './transaction.js';

/** It may travel again; the scheme's reference stays that of the first payment, which is what it refers to. */
export function approvedAgain(
  writes: Writes,
  deps: Deps,
  { shop, transaction, asked }: ClaimedAuthorisation,
  { responseCode, authorisationCode, schemeTransactionId }: AuthorisationAnswered,
): void {
  const at = nowAt(shop, deps.clock);
  const lifetime = { brand: transaction.brand, initiator: transaction.initiator, preAuthorisation: false };
  const facts = { responseCode, authorisationCode };
  const said = { event: 'AUTHORISED_FOR_CAPTURE', amount: asked, actor: THE_BANK, at, facts } as const;
  recordTransaction(writes, deps, transaction, [said], {
    response_code: responseCode,
    authorisation_code: authorisationCode,
    scheme_transaction_id: transaction.scheme_transaction_id ?? schemeTransactionId,
    authorised_at: at,
    authorisation_expires_at: authorisationDeadline(lifetime, at).at,
    answer_due_at: null,
  });
}

/** Nobody may be asked a third time: the payment has expired, with the issuer's no. */
export async function declinedAgain(
  writes: Writes,
  deps: Deps,
  { shop, transaction, asked }: ClaimedAuthorisation,
  { responseCode }: AuthorisationAnswered,
  reverse: boolean,
): Promise<void> {
  const at = nowAt(shop, deps.clock);
  const amount = openAmount(amountsOf(transaction));
  const facts = { responseCode, meaning: readResponseCode(responseCode).meaning };
  const said = { event: 'REAUTHORISATION_DECLINED', amount, actor: THE_BANK, at, facts } as const;
  const undone = { event: 'RELEASE_REQUESTED', amount: asked, actor: THE_TILL, at } as const;
  recordTransaction(writes, deps, transaction, reverse ? [said, undone] : [said], {
    response_code: responseCode,
    answer_due_at: null,
  });
  if (reverse) await writeUndo(writes, deps, shop, transaction, askedOf(transaction, asked), { kind: 'REVERSAL' });
}
