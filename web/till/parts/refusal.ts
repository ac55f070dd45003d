/**
 * Our own rules said no: what to tell the member, by the rule's name. The API's own sentence is English; it is what is shown
 * for a rule that this page has no words for.
 */
import type { TillRefusalFragment } from '../../graphql/generated/till/graphql.ts';
import type { MessageKey, Translate } from '../../ui/text.ts';

export function refusalText({ code, message, limit }: TillRefusalFragment, t: Translate): string {
  if (code === 'INPUT_INVALID') return message;
  const key = `till.refusal.${code}` as MessageKey;
  const text = t(key, { limit: limit ?? '' });
  return text === key ? message : text;
}
