/**
 * The core's lists of names as public enums, each registered once.
 */
import { registerEnumType } from 'type-graphql';
import { BRANDS, FUNDINGS } from '../core/card.js';
import { CAPTURE_PLANS } from '../core/deadlines.js';
import { FAMILIES } from '../core/response-codes.js';
import { SESSION_STATUSES, SESSION_STATUS_MEANINGS } from '../core/session.js';
import { OUTCOMES, TRANSACTION_STATUSES, TRANSACTION_STATUS_MEANINGS } from '../core/transaction.js';
import { enumOf } from './enums.js';

export const BrandEnum = enumOf(BRANDS);
registerEnumType(BrandEnum, {
  name: 'Brand',
  description: 'A brand that a card may be used as.',
  valuesConfig: described({
    CB: 'Cartes Bancaires.',
    VISA: 'Visa.',
    MASTERCARD: 'Mastercard.',
    AMEX: 'American Express.',
    MAESTRO: 'Maestro.',
  }),
});

export const FundingEnum = enumOf(FUNDINGS);
registerEnumType(FundingEnum, {
  name: 'Funding',
  description: 'Where the money of a card comes from.',
  valuesConfig: described({
    CREDIT: 'Paid back later.',
    DEBIT: 'Taken from an account.',
    PREPAID: 'Loaded before.',
    CORPORATE: "A company's card.",
  }),
});

export const CapturePlanEnum = enumOf(CAPTURE_PLANS);
registerEnumType(CapturePlanEnum, {
  name: 'CapturePlan',
  description: 'When an authorised amount is captured.',
  valuesConfig: described({
    IMMEDIATE: 'In the next remittance.',
    DEFERRED: 'In the remittance of the business day so many days later (0–99).',
    VALIDATION: 'Once the shop has validated it, within so many days (1–99).',
  }),
});

export const SessionStatusEnum = enumOf(SESSION_STATUSES);
registerEnumType(SessionStatusEnum, {
  name: 'PaymentSessionStatus',
  description: 'Where a payment session stands.',
  valuesConfig: described(SESSION_STATUS_MEANINGS),
});

export const TransactionStatusEnum = enumOf(TRANSACTION_STATUSES);
registerEnumType(TransactionStatusEnum, {
  name: 'TransactionStatus',
  description: 'Where a transaction stands: the fold of its journal.',
  valuesConfig: described(TRANSACTION_STATUS_MEANINGS),
});

export const OutcomeEnum = enumOf(OUTCOMES);
registerEnumType(OutcomeEnum, {
  name: 'TransactionOutcome',
  description: 'The coarse answer to "is it paid?".',
  valuesConfig: described({
    PENDING: 'Not known yet.',
    UNPAID: 'No money will come.',
    ACCEPTED: 'Authorised; the money is on its way.',
    PAID: 'Captured and acknowledged by the bank.',
  }),
});

export const FamilyEnum = enumOf(FAMILIES);
registerEnumType(FamilyEnum, {
  name: 'ResponseFamily',
  description: 'What kind of answer a response code is (ISO 8583 field 39).',
  valuesConfig: described({
    APPROVED: 'Yes.',
    DECLINED: 'No, without a reason of its own.',
    LIMIT: 'Not enough money, or a limit was passed.',
    CARD_DATA: 'Something entered is wrong.',
    OPPOSED: 'Lost, stolen or stopped.',
    RISK: 'Suspected fraud.',
    AUTHENTICATION: 'The issuer wants the shopper authenticated first.',
    CANCELLED: 'Cancelled by the shopper.',
    CONTRACT: "The shop's contract does not cover it.",
    TECHNICAL: 'A technical fault on the way.',
    UNKNOWN: 'The outcome is not known.',
  }),
});

function described<Name extends string>(meanings: Readonly<Record<Name, string>>) {
  const entries = Object.entries<string>(meanings).map(([name, description]) => [name, { description }]);
  return Object.fromEntries(entries) as Partial<Record<Name, { description: string }>>;
}
