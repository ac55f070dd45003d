import { expect, test } from '@jest/globals';
import english from '../../messages/en.json' with { type: 'json' };
import { NO_AMOUNTS } from '../../server/core/amounts.js';
import { possibleActions, type TransactionFacts } from '../../server/core/possible-actions.js';
import { REFUND_EVENTS, REFUND_STATUSES } from '../../server/core/refund.js';
import { TRANSACTION_EVENTS, TRANSACTION_STATUSES } from '../../server/core/transaction.js';
import { textsOf } from '../../web/till/texts-of.ts';
import { statusesOf } from '../../web/ui/status-words.ts';

/** The actions that the till offers. */
const OFFERED: ReadonlySet<string> = new Set(['VALIDATE', 'CANCEL', 'REFUND']);
const NOW = new Date('2026-03-10T12:00:00Z');
const PASSED = new Date('2026-03-10T11:00:00Z');

const PLAIN: Omit<TransactionFacts, 'status'> = {
  amounts: NO_AMOUNTS,
  currency: 'EUR',
  validationDeadline: null,
  reviewDeadline: null,
  captureClosesAt: null,
  authorisationExpiresAt: null,
  cardKept: true,
  reversalPending: false,
  mayBeDuplicated: false,
};

/** Everything that can make an action impossible, with every status. */
const CIRCUMSTANCES: readonly Partial<TransactionFacts>[] = [
  {},
  { validationDeadline: PASSED },
  { cardKept: false, authorisationExpiresAt: PASSED, amounts: { ...NO_AMOUNTS, captured: 10n } },
  { reversalPending: true },
];

test('the till says in both languages why something is not possible', () => {
  const sentences = TRANSACTION_STATUSES.flatMap(status =>
    CIRCUMSTANCES.flatMap(given => possibleActions({ ...PLAIN, status, ...given }, NOW)),
  ).flatMap(({ action, blockedBecause }) => (OFFERED.has(action) && blockedBecause ? [blockedBecause] : []));
  const { reasons } = textsOf('fr');
  const unsaid = [...new Set(sentences)].filter(sentence => !reasons[sentence] || reasons[sentence] === sentence);
  expect(unsaid).toEqual([]);
  expect(new Set(sentences).size).toBeGreaterThan(15);
});

test('every status has a word, and every event of the journal a sentence', () => {
  const kinds = ['status', 'refundStatus', 'remittanceStatus', 'itemStatus', 'reportStatus', 'mailStatus'] as const;
  const keys = [
    ...kinds.flatMap(kind => statusesOf(kind).map(status => `till.${kind}.${status}`)),
    ...TRANSACTION_STATUSES.flatMap(status => [`till.status.${status}`, `till.story.${status}`]),
    ...REFUND_STATUSES.map(status => `till.refundStatus.${status}`),
    ...TRANSACTION_EVENTS.map(event => `till.event.${event}`),
    // Two of a refund's are told by the transaction's own journal.
    ...REFUND_EVENTS.filter(event => event !== 'REQUESTED' && event !== 'CREDIT_ACCEPTED').map(
      event => `till.refundEvent.${event}`,
    ),
  ];
  expect(keys.filter(key => !Object.hasOwn(english, key))).toEqual([]);
});

test('the words that travel to the browser are those of one language, and of the till', () => {
  const { words } = textsOf('fr');
  expect(words['till.screen.remittances']).toBe('Remises');
  expect(Object.keys(words).filter(key => !/^(?:till|page)\./.test(key))).toEqual([]);
});
