/**
 * Rows of the dump, as far as the checker looks at them, written from what the tables are for and not from the server's types. Amounts
 * are minor units in a number: twelve digits, and sums of a run stay far below 2^53.
 */
export interface ShopRow {
  readonly id: string;
  readonly acceptor: string;
  readonly clock_offset_ms: number;
  readonly sequence: number;
}

export interface SessionRow {
  readonly id: string;
  readonly shop_id: string;
  readonly order_id: string;
  readonly status: string;
  readonly sequence: number;
  readonly amount: number;
  readonly currency: string;
  readonly attempts: number;
  readonly attempts_allowed: number;
  readonly current_transaction_id: string | null;
}

export interface TransactionRow {
  readonly id: string;
  readonly shop_id: string;
  readonly session_id: string;
  readonly order_id: string;
  readonly status: string;
  readonly sequence: number;
  readonly requested: number;
  readonly currency: string;
  readonly authorised: number;
  readonly cancelled: number;
  readonly to_validate: number;
  readonly to_capture: number;
  readonly remitting: number;
  readonly captured: number;
  readonly refund_pending: number;
  readonly refunded: number;
  readonly charged_back: number;
  readonly brand: string;
  readonly channel: string;
  readonly rrn: string;
  readonly terminal: string | null;
  readonly stan: string | null;
  readonly transmitted_at: string | null;
  readonly authorisation_expires_at: string | null;
  readonly remittance_id: string | null;
}

export interface RefundRow {
  readonly id: string;
  readonly shop_id: string;
  readonly transaction_id: string;
  readonly status: string;
  readonly sequence: number;
  readonly amount: number;
  readonly currency: string;
  readonly rrn: string;
  readonly remittance_id: string | null;
}

export interface RemittanceRow {
  readonly id: string;
  readonly shop_id: string;
  readonly currency: string;
  readonly number: number;
  readonly status: string;
  readonly sequence: number;
  readonly debit_count: number;
  readonly debit_amount: number;
  readonly credit_count: number;
  readonly credit_amount: number;
}

export interface ItemRow {
  readonly id: string;
  readonly shop_id: string;
  readonly remittance_id: string;
  readonly kind: 'CAPTURE' | 'REFUND';
  readonly transaction_id: string;
  readonly refund_id: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly status: 'PENDING' | 'ACCEPTED' | 'REJECTED';
  readonly response_code: string | null;
}

/** A message to the acquirer and what became of it. */
export interface ExchangeRow {
  readonly id: string;
  readonly shop_id: string;
  readonly kind: 'AUTHORISATION' | 'REVERSAL' | 'RELEASE' | 'CAPTURE' | 'REFUND' | 'TOTALS';
  readonly transaction_id: string | null;
  readonly refund_id: string | null;
  readonly remittance_id: string | null;
  readonly item_id: string | null;
  readonly terminal: string;
  readonly stan: string;
  readonly day: string;
  readonly transmitted_at: string;
  readonly rrn: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly remaining: number | null;
  readonly original_stan: string | null;
  readonly original_transmitted_at: string | null;
  readonly status: 'PENDING' | 'ANSWERED' | 'UNANSWERED';
  readonly not_found_once: boolean;
  readonly response_code: string | null;
  readonly created_at: string;
}

export interface WorkRow {
  readonly id: string;
  readonly shop_id: string;
  readonly kind: string;
  readonly transaction_id: string | null;
  readonly remittance_id: string | null;
  readonly opened_at: string;
  readonly closed_at: string | null;
}

/** The one log: journal, feed and audit. */
export interface EventRow {
  readonly id: string;
  readonly shop_id: string;
  readonly subject: string;
  readonly subject_id: string;
  readonly transaction_id: string | null;
  readonly sequence: number;
  readonly event: string;
  readonly from_status: string;
  readonly to_status: string;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly recorded_at: string;
}

export interface FeedRow {
  readonly position: number;
  readonly shop_id: string;
  readonly event_id: string;
}

export interface IdempotencyRow {
  readonly shop_id: string;
  readonly scope: string;
  readonly key: string;
  readonly operation: string;
  readonly answer_type: string;
  readonly answer_id: string | null;
}

export interface EndpointRow {
  readonly id: string;
  readonly shop_id: string;
  readonly types: readonly string[] | null;
  readonly status: string;
  readonly sequence: number;
}

export interface DeliveryRow {
  readonly id: string;
  readonly shop_id: string;
  readonly endpoint_id: string;
  readonly event_id: string;
  readonly position: number;
  readonly lane: string;
  readonly type: string;
  readonly body: string;
  readonly status: 'PENDING' | 'DELIVERED' | 'ABANDONED';
  readonly attempts: number;
}

/** Sealed columns are bytes in the dump's own writing; only whether they are there is looked at. */
export interface AuthenticationRow {
  readonly id: string;
  readonly transaction_id: string;
  readonly status: string;
  readonly sequence: number;
  readonly sealed_code: string | null;
}

export interface Numbered {
  readonly id: string;
  readonly sequence: number;
}

/** By the names of the tables. */
export interface Tables {
  readonly shop: readonly ShopRow[];
  readonly member: readonly Numbered[];
  readonly shop_key: readonly Numbered[];
  readonly payment_session: readonly SessionRow[];
  readonly transaction: readonly TransactionRow[];
  readonly authentication: readonly AuthenticationRow[];
  readonly refund: readonly RefundRow[];
  readonly remittance: readonly RemittanceRow[];
  readonly remittance_item: readonly ItemRow[];
  readonly exchange: readonly ExchangeRow[];
  readonly work_item: readonly WorkRow[];
  readonly event: readonly EventRow[];
  readonly feed: readonly FeedRow[];
  readonly outbox: readonly { readonly event_id: string }[];
  readonly idempotency: readonly IdempotencyRow[];
  readonly webhook_endpoint: readonly EndpointRow[];
  readonly delivery: readonly DeliveryRow[];
  readonly daily_report: readonly (Numbered & { readonly status: string })[];
}
