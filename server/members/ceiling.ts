import type { Profile } from '../core/caller.js';
import { decimalText, type Money } from '../core/money.js';
import { refuse } from '../core/refusal.js';
import type { ShopRow } from '../shops/shop.js';

/**
 * An OPERATOR cancels or refunds at most so much at once (domain: members and keys). Asked with the amount that was worked
 * out, because "all" is not known before. The ceiling counts minor units of whatever currency: there are no rates here.
 */
export function requireBelowCeiling(
  who: { readonly profile?: Profile },
  shop: Pick<ShopRow, 'operator_ceiling'>,
  amount: Money,
): void {
  const ceiling = shop.operator_ceiling;
  if (who.profile !== 'OPERATOR' || ceiling === null || amount.amount <= ceiling) return;
  throw refuse('ABOVE_CEILING', 'This is above what an operator may cancel or refund at once; ask an accountant.', {
    path: 'amount',
    limit: `${decimalText({ ...amount, amount: ceiling })} ${amount.currency}`,
  });
}
