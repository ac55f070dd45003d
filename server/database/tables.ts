/**
 * The tables as Kysely sees them: what the driver gives and takes. Written by hand beside the migrations; a test
 * compares them with the database.
 *
 * bigint columns are `bigint`, timestamps are `Date`, dates are `YYYY-MM-DD` text.
 */
import type { ColumnType } from 'kysely';
import type { AuthenticationOutcome } from '../core/authentication.js';
import type { AuthenticationStatus, NotAuthenticatedReason } from '../core/authentication-states.js';
import type { Brand, Funding } from '../core/card.js';
import type { RefundStatus } from '../core/refund.js';
import type { RemittanceStatus } from '../core/remittance.js';
import type { SessionStatus } from '../core/session.js';
import type { ThreedsVersion } from '../core/threeds-ranges.js';
import type { TransactionStatus } from '../core/transaction.js';
import type { NotificationTables } from './notification-tables.js';
import type { ReportSettings, ReportTables } from './report-tables.js';

/** jsonb: any JSON value out, JSON text in. */
type Json<T> = ColumnType<T, string, string>;

export type ShopMode = 'TEST' | 'LIVE';
export type CapturePlan = 'IMMEDIATE' | 'DEFERRED' | 'VALIDATION';
export type ActorKind = 'SHOPPER' | 'MEMBER' | 'KEY' | 'BANK' | 'TILL';
export type Subject =
  | 'SESSION'
  | 'TRANSACTION'
  | 'AUTHENTICATION'
  | 'REFUND'
  | 'REMITTANCE'
  | 'SHOP'
  | 'KEY'
  | 'MEMBER'
  | 'ENDPOINT'
  | 'REPORT';

export interface Branding {
  readonly logoUrl?: string;
  readonly accentColour?: string;
}

export interface ShopTable extends ReportSettings {
  id: string;
  merchant_id: string;
  name: string;
  mode: ShopMode;
  currencies: string[];
  brands: Brand[];
  time_zone: string;
  cut_off: string;
  acquirer_id: string;
  acceptor: string;
  terminal_prefix: string;
  merchant_category: string;
  town: string;
  country: string;
  enrolled: boolean;
  attempts_allowed: number;
  clock_offset_ms: bigint;
  locale: string;
  branding: Json<Branding>;
  operator_ceiling: bigint | null;
  created_at: Date;
  authorise_if_unavailable: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface MemberTable {
  id: string;
  shop_id: string;
  email: string;
  profile: 'VIEWER' | 'OPERATOR' | 'ACCOUNTANT';
  sequence: number;
  password_hash: string | null;
  invitation_hash: string | null;
  invitation_ends_at: Date | null;
  last_signed_in_at: Date | null;
  created_at: Date;
  disabled_at: Date | null;
}

export interface SignInTable {
  id: string;
  shop_id: string;
  member_id: string;
  token_hash: string;
  previous_at: Date | null;
  created_at: Date;
  last_seen_at: Date;
  ends_at: Date;
}

export interface ShopKeyTable {
  id: string;
  shop_id: string;
  name: string;
  hash: string;
  scopes: string[];
  created_by: string | null;
  sequence: number;
  created_at: Date;
  revoked_at: Date | null;
}

export interface CardRangeTable {
  low: string;
  high: string;
  brands: Brand[];
  product: string;
  funding: Funding;
  issuing_country: string;
  issuer: string;
  number_length: number;
  enrolled: boolean;
  source: string;
  as_of: Date;
}

export interface OrderLine {
  readonly label: string;
  readonly quantity: number;
  /** Minor units, as text: JSON has no bigint. */
  readonly amount: string;
}

export interface Shopper {
  readonly email?: string | undefined;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly country?: string | undefined;
}

export interface PaymentSessionTable {
  id: string;
  shop_id: string;
  order_id: string;
  status: SessionStatus;
  sequence: number;
  amount: bigint;
  currency: string;
  capture_plan: CapturePlan;
  capture_days: number | null;
  attempts_allowed: number;
  attempts: number;
  extensions: number;
  expires_at: Date;
  current_transaction_id: string | null;
  token_hash: string;
  locale: string;
  shopper: Json<Shopper | null> | null;
  lines: Json<readonly OrderLine[]>;
  metadata: Json<Record<string, unknown> | null> | null;
  return_url: string | null;
  cancel_url: string | null;
  created_at: Date;
}

export interface CardTable {
  id: string;
  shop_id: string;
  fingerprint: string;
  masked: string;
  brand: Brand;
  brand_chosen_by: 'SHOPPER' | 'SHOP' | 'ONLY_ONE';
  brands: Brand[];
  product: string | null;
  funding: Funding | null;
  issuing_country: string | null;
  issuer: string | null;
  enrolled: boolean;
  range_source: string | null;
  range_as_of: Date | null;
  expiry_month: number;
  expiry_year: number;
  holder_name: string | null;
  save_consented: boolean;
  sealed_number: Uint8Array | null;
  sealed_key_id: string | null;
  created_at: Date;
}

export interface TransactionTable {
  id: string;
  shop_id: string;
  session_id: string;
  reference: string;
  attempt: number;
  order_id: string;
  status: TransactionStatus;
  sequence: number;
  requested: bigint;
  currency: string;
  authorised: bigint;
  cancelled: bigint;
  to_validate: bigint;
  to_capture: bigint;
  remitting: bigint;
  captured: bigint;
  refund_pending: bigint;
  refunded: bigint;
  charged_back: bigint;
  card_id: string;
  card_fingerprint: string;
  /** First six and last four digits, as on its card. */
  card_masked: string;
  /** A keyed digest of where the shopper's browser asked from; null where nobody knows. */
  visitor: string | null;
  brand: Brand;
  channel: 'ECOMMERCE' | 'TELEPHONE' | 'DUPLICATE';
  initiator: 'SHOPPER' | 'MERCHANT';
  authentication_id: string | null;
  /** Null while the shopper is being authenticated. */
  authentication_outcome: AuthenticationOutcome | null;
  rrn: string;
  /** Of the last request to the acquirer; null until it was asked. */
  terminal: string | null;
  stan: string | null;
  transmitted_at: Date | null;
  response_code: string | null;
  authorisation_code: string | null;
  scheme_transaction_id: string | null;
  security_code_result: string | null;
  authorised_at: Date | null;
  authorisation_expires_at: Date | null;
  refusal_reason: string | null;
  capture_plan: CapturePlan;
  capture_day: string | null;
  validation_deadline: Date | null;
  held_because: string | null;
  remittance_id: string | null;
  answer_due_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export interface RefundTable {
  id: string;
  shop_id: string;
  transaction_id: string;
  reference: string;
  status: RefundStatus;
  sequence: number;
  amount: bigint;
  currency: string;
  rrn: string;
  reason: string | null;
  response_code: string | null;
  requested_by_kind: ActorKind;
  requested_by_id: string | null;
  remittance_id: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface RemittanceTable {
  id: string;
  shop_id: string;
  currency: string;
  number: number;
  business_day: string;
  status: RemittanceStatus;
  sequence: number;
  due_at: Date;
  closed_at: Date | null;
  closed_by_kind: ActorKind | null;
  closed_by_id: string | null;
  debit_count: number;
  debit_amount: bigint;
  credit_count: number;
  credit_amount: bigint;
  bank_debit_count: number | null;
  bank_debit_amount: bigint | null;
  bank_credit_count: number | null;
  bank_credit_amount: bigint | null;
  response_code: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface RemittanceItemTable {
  id: string;
  shop_id: string;
  remittance_id: string;
  kind: 'CAPTURE' | 'REFUND';
  transaction_id: string;
  refund_id: string | null;
  amount: bigint;
  currency: string;
  status: 'PENDING' | 'ACCEPTED' | 'REJECTED';
  response_code: string | null;
  created_at: Date;
  updated_at: Date;
}

export type ExchangeKind = 'AUTHORISATION' | 'REVERSAL' | 'RELEASE' | 'CAPTURE' | 'REFUND' | 'TOTALS';

export interface ExchangeTable {
  id: string;
  shop_id: string;
  kind: ExchangeKind;
  transaction_id: string | null;
  refund_id: string | null;
  remittance_id: string | null;
  item_id: string | null;
  terminal: string;
  stan: string;
  day: string;
  transmitted_at: Date;
  rrn: string | null;
  amount: bigint | null;
  currency: string | null;
  remaining: bigint | null;
  original_stan: string | null;
  original_transmitted_at: Date | null;
  status: 'PENDING' | 'ANSWERED' | 'UNANSWERED';
  attempts: number;
  unreachable: number;
  next_at: Date | null;
  leased_until: Date | null;
  not_found_once: boolean;
  cause: string | null;
  /** How often in a row it was this cause. */
  cause_count: number;
  response_code: string | null;
  request: Json<Record<string, string>> | null;
  answer: Json<Record<string, string>> | null;
  created_at: Date;
  answered_at: Date | null;
}

export interface EventTable {
  id: string;
  shop_id: string;
  subject: Subject;
  subject_id: string;
  transaction_id: string | null;
  sequence: number;
  event: string;
  from_status: string;
  to_status: string;
  amount: bigint | null;
  currency: string | null;
  actor_kind: ActorKind;
  actor_id: string | null;
  facts: Json<Record<string, unknown>>;
  at: Date;
  recorded_at: Date;
}

export interface IdempotencyTable {
  shop_id: string;
  scope: string;
  key: string;
  operation: string;
  input_digest: string;
  answer_type: 'SESSION' | 'CHECKOUT' | 'TRANSACTION' | 'REFUND' | 'REMITTANCE' | 'ENDPOINT' | 'REPORT' | 'REFUSAL';
  answer_id: string | null;
  refusal: Json<Record<string, unknown>> | null;
  created_at: Date;
}

export interface WorkItemTable {
  id: string;
  shop_id: string;
  kind: string;
  transaction_id: string | null;
  remittance_id: string | null;
  opened_at: Date;
  closed_at: Date | null;
  closed_by_kind: ActorKind | null;
  closed_by_id: string | null;
}

/** What the browser said of itself when the card was sent. */
export interface BrowserFacts {
  readonly acceptHeader: string;
  readonly userAgent: string;
  readonly language: string;
  readonly address: string | null;
  /** Null where no JavaScript ran. */
  readonly script: {
    readonly javaEnabled: boolean;
    readonly colorDepth: number;
    readonly screenHeight: number;
    readonly screenWidth: number;
    readonly timeZoneOffset_minutes: number;
  } | null;
}

export interface AuthenticationTable {
  id: string;
  shop_id: string;
  session_id: string;
  transaction_id: string;
  status: AuthenticationStatus;
  sequence: number;
  server_transaction_id: string;
  directory_transaction_id: string | null;
  acs_transaction_id: string | null;
  version: ThreedsVersion;
  result_token_hash: string;
  mandated: boolean;
  method: 'DONE' | 'NOT_DONE' | 'NONE';
  method_url: string | null;
  browser: Json<BrowserFacts>;
  acs_url: string | null;
  trans_status: string | null;
  reason: string | null;
  eci: string | null;
  outcome: AuthenticationOutcome | null;
  ended_because: NotAuthenticatedReason | null;
  sealed_cavv: Uint8Array | null;
  cavv_key_id: string | null;
  sealed_code: Uint8Array | null;
  code_key_id: string | null;
  due_at: Date;
  request: Json<Record<string, string>> | null;
  answer: Json<Record<string, string>> | null;
  result: Json<Record<string, string>> | null;
  created_at: Date;
  updated_at: Date;
}

export interface Tables extends NotificationTables, ReportTables {
  merchant: { id: string; name: string; created_at: Date };
  shop: ShopTable;
  member: MemberTable;
  sign_in: SignInTable;
  member_device: { id: string; member_id: string; created_at: Date; last_used_at: Date };
  try_counter: { id: string; tries: number; locked_until: Date | null; last_at: Date };
  shop_key: ShopKeyTable;
  card_range: CardRangeTable;
  payment_session: PaymentSessionTable;
  card: CardTable;
  transaction: TransactionTable;
  refund: RefundTable;
  stan_lease: { shop_id: string; terminal: string; day: string; next_stan: number };
  remittance: RemittanceTable;
  remittance_item: RemittanceItemTable;
  exchange: ExchangeTable;
  work_item: WorkItemTable;
  authentication: AuthenticationTable;
  threeds_directory: { id: string; serial: string; first_version: string; last_version: string; asked_at: Date };
  threeds_range: {
    low: string;
    high: string;
    first_version: string;
    last_version: string;
    method_url: string | null;
  };
  event: EventTable;
  outbox: { event_id: string };
  feed: { position: bigint; shop_id: string; event_id: string };
  idempotency: IdempotencyTable;
}
