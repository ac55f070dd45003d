import { describe, expect, test } from '@jest/globals';
import {
  foldJournal,
  NO_AMOUNTS,
  refundableAmount,
  type Amounts,
  type JournalEntry,
} from '../../server/core/amounts.js';
import type { TransactionEvent } from '../../server/core/transaction.js';

function journal(...entries: readonly (readonly [TransactionEvent, bigint])[]): JournalEntry[] {
  return entries.map(([event, amount]) => ({ event, amount }));
}

function amounts(given: Partial<Amounts>): Amounts {
  return { ...NO_AMOUNTS, ...given };
}

const asked = ['AUTHORISATION_REQUESTED', 100n] as const;
const toCapture = [asked, ['AUTHORISED_FOR_CAPTURE', 100n]] as const;
const toValidate = [asked, ['AUTHORISED_FOR_VALIDATION', 100n]] as const;
const toAuthorise = [...toCapture, ['CANCELLED_IN_PART', 30n], ['AUTHORISATION_LAPSED', 70n]] as const;
const captured = [...toCapture, ['REMITTANCE_CLOSED', 100n], ['CAPTURE_ACCEPTED', 100n]] as const;

describe('a first authorisation', () => {
  test('nothing is authorised by asking, by a no, or by silence', () => {
    for (const last of ['DECLINED', 'SOFT_DECLINED', 'ANSWER_MISSING'] as const)
      expect(foldJournal(journal(asked, [last, 100n])).amounts).toEqual(NO_AMOUNTS);
    const reversed = foldJournal(journal(asked, ['ANSWER_MISSING', 100n], ['REVERSAL_CONFIRMED', 100n]));
    expect(reversed).toEqual({ status: 'REVERSED', amounts: NO_AMOUNTS });
  });

  test('a late approval of a reversed transaction changes no amount', () => {
    const late = journal(asked, ['ANSWER_MISSING', 0n], ['REVERSAL_CONFIRMED', 0n], ['LATE_APPROVAL', 100n]);
    expect(foldJournal(late)).toEqual({ status: 'REVERSED', amounts: NO_AMOUNTS });
  });

  test('a validation in part cancels the rest at once', () => {
    expect(foldJournal(journal(...toValidate, ['VALIDATED', 60n]))).toEqual({
      status: 'TO_CAPTURE',
      amounts: amounts({ authorised: 100n, toCapture: 60n, cancelled: 40n }),
    });
  });

  test('cancelled in part, what is left is validated, captured and refunded', () => {
    const entries = journal(
      ...toValidate,
      ['CANCELLED_IN_PART', 10n],
      ['VALIDATED', 90n],
      ['REMITTANCE_CLOSED', 90n],
      ['CAPTURE_ACCEPTED', 90n],
      ['REFUND_REQUESTED', 50n],
      ['REFUND_CREDITED', 50n],
      ['REFUND_REQUESTED', 40n],
    );
    expect(foldJournal(entries)).toEqual({
      status: 'CAPTURED',
      amounts: amounts({ authorised: 100n, cancelled: 10n, captured: 90n, refunded: 50n, refundPending: 40n }),
    });
  });

  test('what is held for review waits as what is to be validated does, and goes where the plan says', () => {
    const held = [asked, ['AUTHORISED_FOR_REVIEW', 100n]] as const;
    expect(foldJournal(journal(...held)).amounts).toEqual(amounts({ authorised: 100n, toValidate: 100n }));
    const accepted = foldJournal(journal(...held, ['REVIEW_ACCEPTED_FOR_CAPTURE', 100n]));
    expect(accepted.amounts).toEqual(amounts({ authorised: 100n, toCapture: 100n }));
    for (const no of ['REVIEW_REFUSED', 'REVIEW_LAPSED'] as const)
      expect(foldJournal(journal(...held, [no, 100n])).amounts).toEqual(amounts({ authorised: 100n, cancelled: 100n }));
  });

  test('a rejected capture is to be captured again', () => {
    const rejected = journal(...toCapture, ['REMITTANCE_CLOSED', 100n], ['CAPTURE_REJECTED', 100n], ['HELD', 100n]);
    expect(foldJournal(rejected)).toEqual({
      status: 'TO_CAPTURE',
      amounts: amounts({ authorised: 100n, toCapture: 100n }),
    });
  });
});

describe('a second authorisation', () => {
  test('until it is answered, the equation speaks of the former one', () => {
    const pending = amounts({ authorised: 100n, cancelled: 30n, toCapture: 70n });
    const again = [...toAuthorise, ['AUTHORISATION_REQUESTED', 70n]] as const;
    expect(foldJournal(journal(...again))).toEqual({ status: 'AUTHORISING', amounts: pending });
    const unknown = journal(...again, ['ANSWER_MISSING', 70n], ['REAUTHORISATION_REVERSED', 70n]);
    expect(foldJournal(unknown)).toEqual({ status: 'TO_AUTHORISE', amounts: pending });
  });

  test('a yes starts the equation afresh with what was open', () => {
    const again = journal(...toAuthorise, ['AUTHORISATION_REQUESTED', 70n], ['AUTHORISED_FOR_CAPTURE', 70n]);
    expect(foldJournal(again)).toEqual({
      status: 'TO_CAPTURE',
      amounts: amounts({ authorised: 70n, toCapture: 70n }),
    });
  });

  test('a no, or no time left, cancels what was open', () => {
    const gone = amounts({ authorised: 100n, cancelled: 100n });
    const declined = journal(...toAuthorise, ['AUTHORISATION_REQUESTED', 70n], ['REAUTHORISATION_DECLINED', 70n]);
    expect(foldJournal(declined)).toEqual({ status: 'EXPIRED', amounts: gone });
    const lapsed = journal(...toAuthorise, ['REAUTHORISATION_LAPSED', 70n]);
    expect(foldJournal(lapsed)).toEqual({ status: 'EXPIRED', amounts: gone });
  });

  test('validated after the lapse, it is asked again for the validated part only', () => {
    const entries = journal(...toValidate, ['VALIDATED_AFTER_LAPSE', 25n], ['AUTHORISATION_REQUESTED', 25n]);
    expect(foldJournal(entries).amounts).toEqual(amounts({ authorised: 100n, cancelled: 75n, toCapture: 25n }));
  });

  test.each([
    ['for another amount than is open', [['AUTHORISATION_REQUESTED', 71n]]],
    [
      'authorised for another amount',
      [
        ['AUTHORISATION_REQUESTED', 70n],
        ['AUTHORISED_FOR_CAPTURE', 69n],
      ],
    ],
    [
      'to be validated a second time',
      [
        ['AUTHORISATION_REQUESTED', 70n],
        ['AUTHORISED_FOR_VALIDATION', 70n],
      ],
    ],
    [
      'declined as if it were the first',
      [
        ['AUTHORISATION_REQUESTED', 70n],
        ['DECLINED', 70n],
      ],
    ],
    [
      'sent back to the shopper, who has gone',
      [
        ['AUTHORISATION_REQUESTED', 70n],
        ['SOFT_DECLINED', 70n],
      ],
    ],
    [
      'reversed as if it were the first',
      [
        ['AUTHORISATION_REQUESTED', 70n],
        ['ANSWER_MISSING', 70n],
        ['REVERSAL_CONFIRMED', 70n],
      ],
    ],
  ] as [string, [TransactionEvent, bigint][]][])('is never %s', (_, entries) => {
    expect(() => foldJournal(journal(...toAuthorise, ...entries))).toThrow();
  });

  test('a first one never ends as a second one does', () => {
    expect(() => foldJournal(journal(asked, ['REAUTHORISATION_DECLINED', 0n]))).toThrow('second authorisation');
    const unknown = journal(asked, ['ANSWER_MISSING', 0n], ['REAUTHORISATION_REVERSED', 0n]);
    expect(() => foldJournal(unknown)).toThrow('second authorisation');
  });
});

describe('amounts that cannot be', () => {
  test.each([
    ['a negative amount', [...toCapture, ['HELD', -1n]]],
    ['nothing authorised', [asked, ['AUTHORISED_FOR_CAPTURE', 0n]]],
    ['nothing validated', [...toValidate, ['VALIDATED', 0n]]],
    ['more validated than is there', [...toValidate, ['VALIDATED', 101n]]],
    ['nothing cancelled', [...toCapture, ['CANCELLED_IN_PART', 0n]]],
    ['all cancelled "in part"', [...toCapture, ['CANCELLED_IN_PART', 100n]]],
    ['a part cancelled as all', [...toCapture, ['CANCELLED', 99n]]],
    ['a part remitted', [...toCapture, ['REMITTANCE_CLOSED', 99n]]],
    ['another amount captured than remitted', [...toCapture, ['REMITTANCE_CLOSED', 100n], ['CAPTURE_ACCEPTED', 99n]]],
    ['a refund above the capture', [...captured, ['REFUND_REQUESTED', 101n]]],
    ['a refund of nothing', [...captured, ['REFUND_REQUESTED', 0n]]],
    [
      'a refund of what another one has spoken for',
      [...captured, ['REFUND_REQUESTED', 60n], ['REFUND_REQUESTED', 41n]],
    ],
    ['a credit nobody asked for', [...captured, ['REFUND_CREDITED', 1n]]],
    ['a refund freed that was not pending', [...captured, ['REFUND_FREED', 1n]]],
    ['a refund of what was charged back', [...captured, ['CHARGED_BACK', 60n], ['REFUND_REQUESTED', 41n]]],
    ['more charged back than captured', [...captured, ['CHARGED_BACK', 101n]]],
    ['a dispute won that was not lost', [...captured, ['CHARGEBACK_WON', 1n]]],
  ] as [string, [TransactionEvent, bigint][]][])('%s', (_, entries) => {
    expect(() => foldJournal(journal(...entries))).toThrow();
    expect(foldJournal(journal(...entries.slice(0, -1)))).toBeDefined();
  });

  test('a chargeback after a full refund leaves nothing to refund, and less than nothing is nothing', () => {
    const twice = journal(...captured, ['REFUND_REQUESTED', 100n], ['REFUND_CREDITED', 100n], ['CHARGED_BACK', 100n]);
    expect(refundableAmount(foldJournal(twice).amounts)).toBe(0n);
  });

  test('a freed refund may be asked for again', () => {
    const freed = foldJournal(journal(...captured, ['REFUND_REQUESTED', 80n], ['REFUND_FREED', 80n]));
    expect(refundableAmount(freed.amounts)).toBe(100n);
  });
});
