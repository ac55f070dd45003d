/**
 * Our own rules said no: what to tell the member, by the rule's name. The API's own sentence is English; it is what is shown
 * for a rule that this page has no words for.
 */
import type { TillRefusalFragment } from '../../graphql/generated/till/graphql.ts';
import type { MessageKey, Translate } from '../../ui/text.ts';

/** `most` is the limit as money, where the screen has it: the API's is a plain number with a currency. */
export function refusalText({ code, message, limit }: TillRefusalFragment, t: Translate, most?: string): string {
  if (code === 'INPUT_INVALID') return message;
  const key = `till.refusal.${code}` as MessageKey;
  const text = t(key, { limit: (code === 'AMOUNT_NOT_POSSIBLE' ? most : null) ?? limit ?? '' });
  return text === key ? message : text;
}
