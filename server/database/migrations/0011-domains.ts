import { Migration } from '@mikro-orm/migrations';

/**
 * What one column by itself may hold is said by its type. A check of a table is read from the catalogue and made ready again for every
 * statement that writes to it, thirty of them for each of a payment's three; a type's is kept ready by the connection. It took a
 * quarter of what a payment's writes cost the database. Checks that compare columns stay checks.
 *
 * The tables are written again: two minutes or three for a million transactions, in which nobody pays.
 */
export class Domains extends Migration {
  override up(): void {
    for (const [name, [type, what]] of Object.entries(DOMAINS))
      this.addSql(`create domain ${name} as ${type} constraint ${name} check (${what})`);
    for (const [table, columns] of Object.entries(TYPES)) {
      const pairs = Object.entries(columns);
      const drop = pairs.map(([column]) => `drop constraint ${table}_${column}_check`);
      const type = pairs.map(([column, name]) => `alter column ${column} type ${name}`);
      // One statement, so that the table and its indexes are written again once.
      this.addSql(`alter table ${table} ${[...drop, ...type].join(', ')}`);
    }
    // Made again with a column's type, they have forgotten how many values to keep (0009-finding.ts), and what these were.
    this.addSql(`alter statistics transaction_kinds set statistics 1000`);
    for (const table of Object.keys(TYPES)) this.addSql(`analyze ${table}`);
  }
}

type Definition = readonly [type: string, check: string];

const oneOf = (words: string): Definition => ['text', `value in ('${words.split(' ').join("', '")}')`];

const DOMAINS = {
  minor_units: ['bigint', 'value >= 0'],
  amount_asked: ['bigint', 'value between 1 and 999999999999'],
  currency_code: ['text', 'length(value) = 3'],
  place_in_order: ['integer', 'value > 0'],
  how_often: ['integer', 'value >= 0'],
  up_to_ten: ['integer', 'value between 0 and 10'],
  one_to_ten: ['integer', 'value between 1 and 10'],
  capture_days: ['integer', 'value between 0 and 99'],
  month_of_expiry: ['integer', 'value between 1 and 12'],
  year_of_expiry: ['integer', 'value between 2000 and 2099'],
  order_name: ['text', 'length(value) between 1 and 64'],
  idempotency_key: ['text', 'length(value) between 1 and 255'],
  capture_plan: oneOf('IMMEDIATE DEFERRED VALIDATION'),
  session_status: oneOf('OPEN PROCESSING PAID REFUSED CANCELLED EXPIRED'),
  transaction_status: oneOf(
    'AUTHENTICATING AUTHORISING UNKNOWN REVERSED REFUSED DECLINED TO_REVIEW TO_VALIDATE TO_AUTHORISE TO_CAPTURE REMITTING CAPTURED CANCELLED EXPIRED',
  ),
  channel: oneOf('ECOMMERCE TELEPHONE DUPLICATE'),
  initiator: oneOf('SHOPPER MERCHANT'),
  brand_chooser: oneOf('SHOPPER SHOP ONLY_ONE'),
  exchange_kind: oneOf('AUTHORISATION REVERSAL RELEASE CAPTURE REFUND TOTALS'),
  exchange_status: oneOf('PENDING ANSWERED UNANSWERED'),
  event_subject: oneOf('SESSION TRANSACTION AUTHENTICATION REFUND REMITTANCE SHOP KEY MEMBER ENDPOINT REPORT'),
  actor_kind: oneOf('SHOPPER MEMBER KEY BANK TILL'),
  answer_type: oneOf('SESSION CHECKOUT TRANSACTION REFUND REMITTANCE ENDPOINT REPORT REFUSAL'),
} satisfies Readonly<Record<string, Definition>>;

type Domain = keyof typeof DOMAINS;

/** Of the tables that every payment writes. */
const TYPES: Readonly<Record<string, Readonly<Record<string, Domain>>>> = {
  payment_session: {
    order_id: 'order_name',
    status: 'session_status',
    sequence: 'place_in_order',
    amount: 'amount_asked',
    currency: 'currency_code',
    capture_plan: 'capture_plan',
    capture_days: 'capture_days',
    attempts_allowed: 'one_to_ten',
    extensions: 'up_to_ten',
  },
  card: {
    brand_chosen_by: 'brand_chooser',
    expiry_month: 'month_of_expiry',
    expiry_year: 'year_of_expiry',
  },
  transaction: {
    attempt: 'place_in_order',
    status: 'transaction_status',
    sequence: 'place_in_order',
    requested: 'amount_asked',
    currency: 'currency_code',
    authorised: 'minor_units',
    cancelled: 'minor_units',
    to_validate: 'minor_units',
    to_capture: 'minor_units',
    remitting: 'minor_units',
    captured: 'minor_units',
    refund_pending: 'minor_units',
    refunded: 'minor_units',
    charged_back: 'minor_units',
    channel: 'channel',
    initiator: 'initiator',
    capture_plan: 'capture_plan',
  },
  exchange: {
    kind: 'exchange_kind',
    status: 'exchange_status',
    attempts: 'how_often',
    unreachable: 'how_often',
  },
  event: {
    subject: 'event_subject',
    sequence: 'place_in_order',
    actor_kind: 'actor_kind',
  },
  idempotency: {
    key: 'idempotency_key',
    answer_type: 'answer_type',
  },
};
