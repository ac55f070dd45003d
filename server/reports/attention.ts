import { OPEN_ANSWERS } from './answered.js';
import type { Cell, Section } from './layout.js';
import type { Links } from './links.js';
import type { Day } from './read-day.js';
import type { Words } from './words.js';

/** What waits for somebody, most urgent first; and a sentence when nothing does, so that nobody wonders. */
export function attention(words: Words, links: Links, { attention: waiting, remittances }: Day): Section {
  const title = words.say('mail.attention');
  const late = remittances.filter(({ status }) => OPEN_ANSWERS.has(status)).length;
  const lines = [
    ...waiting.work.map(({ kind, count }) => line(words, `mail.work.${kind}`, kind, count, links.work())),
    line(words, 'mail.attention.unanswered', '', late, links.reports()),
    line(words, 'mail.attention.toValidate', '', waiting.toValidate, links.standing('TO_VALIDATE')),
    line(words, 'mail.attention.toReview', '', waiting.toReview, links.standing('TO_REVIEW')),
    line(words, 'mail.attention.held', '', waiting.held, links.standing('TO_CAPTURE')),
    line(words, 'mail.attention.toApprove', '', waiting.toApprove, links.work()),
    line(words, 'mail.attention.endpointsGone', '', waiting.endpointsGone, links.webhooks()),
    line(words, 'mail.attention.abandoned', '', waiting.notificationsAbandoned, links.webhooks()),
  ].filter(row => row !== null);
  if (lines.length === 0) return { title, blocks: [{ kind: 'paragraph', text: words.say('mail.attention.none') }] };
  const head = [{ text: words.say('mail.column.what') }, { text: words.say('mail.column.count'), figure: true }];
  return { title, blocks: [{ kind: 'table', head, rows: lines }] };
}

function line(words: Words, key: string, otherwise: string, count: number, href: string): Cell[] | null {
  if (count === 0) return null;
  return [
    { text: words.sayIfThere(key, otherwise), href },
    { text: words.count(count), figure: true },
  ];
}
