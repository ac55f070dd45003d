/** What is asked, in three languages: of our API, of PostGraphile, and as the one statement that somebody would write by hand for it. */

const NODE = `id reference orderId status outcome createdAt amount { amount currency }
  amounts { captured { amount } refunded { amount } }
  card { masked brand issuingCountry expiry }
  authentication { outcome eci liability }
  refunds { id status amount { amount currency } createdAt }`;

export const LIST = `query List($filter: TransactionFilter) {
  transactions(first: 50, filter: $filter) { nodes { ${NODE} } pageInfo { hasNextPage endCursor } }
}`;
export const COUNTED_LIST = `query CountedList($filter: TransactionFilter) {
  transactions(first: 50, filter: $filter) { totalCount nodes { ${NODE} } pageInfo { hasNextPage endCursor } }
}`;
export const ONE = `query One($id: ID!) { transaction(id: $id) { ${NODE} } }`;

/** The tables by their own names: what ours calls `outcome` and `liability` it does not know. */
const TABLE_NODE = `rowId reference orderId status createdAt requested currency captured refunded authenticationOutcome
  cardByCardId { masked brand issuingCountry expiryMonth expiryYear }
  authenticationsByTransactionId { nodes { outcome eci } }
  refundsByTransactionId { nodes { rowId status amount currency createdAt } }`;

const tableList = (count: string): string => `query List($shop: String!) {
  allTransactions(first: 50, orderBy: PRIMARY_KEY_DESC, condition: { shopId: $shop }) { ${count} nodes { ${TABLE_NODE} } pageInfo { hasNextPage endCursor } }
}`;
export const TABLE_LIST = tableList('');
export const TABLE_COUNTED_LIST = tableList('totalCount');
export const TABLE_ONE = `query One($id: String!) { transactionByRowId(rowId: $id) { ${TABLE_NODE} } }`;

/** The same node as the database makes it. Of one transaction there are few refunds, and they are read with it. */
const AS_JSON = `json_build_object('id', t.id, 'reference', t.reference, 'orderId', t.order_id, 'status', t.status, 'createdAt', t.created_at,
    'amount', json_build_object('amount', t.requested, 'currency', t.currency),
    'amounts', json_build_object('captured', json_build_object('amount', t.captured), 'refunded', json_build_object('amount', t.refunded)),
    'card', json_build_object('masked', c.masked, 'brand', c.brand, 'issuingCountry', c.issuing_country,
      'expiry', lpad(c.expiry_month::text, 2, '0') || '/' || right(c.expiry_year::text, 2)),
    'authentication', json_build_object('outcome', t.authentication_outcome, 'eci', a.eci),
    'refunds', coalesce((select json_agg(json_build_object('id', r.id, 'status', r.status, 'createdAt', r.created_at,
        'amount', json_build_object('amount', r.amount, 'currency', r.currency)) order by r.id) from refund r where r.transaction_id = t.id), '[]'))`;

export interface ByHand {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** `where` begins with its second parameter: the first is the shop. */
export function listByHand(shopId: string, where = '', values: readonly unknown[] = [], order = 't.id desc'): ByHand {
  return {
    text: `select json_build_object('nodes', coalesce(json_agg(node), '[]'), 'more', count(*) > 50) from (
      select ${AS_JSON} as node from (select * from transaction t where t.shop_id = $1 ${where} order by ${order} limit 51) t
        join card c on c.id = t.card_id left join authentication a on a.id = t.authentication_id order by ${order}) page`,
    values: [shopId, ...values],
  };
}

export function countByHand(shopId: string, where = '', values: readonly unknown[] = []): ByHand {
  const list = listByHand(shopId, where, values);
  return {
    text: `select (${list.text}), (select count(*) from transaction t where t.shop_id = $1 ${where})`,
    values: list.values,
  };
}

export function oneByHand(shopId: string, id: string): ByHand {
  return {
    text: `select ${AS_JSON} from transaction t join card c on c.id = t.card_id left join authentication a on a.id = t.authentication_id
      where t.shop_id = $1 and t.id = $2`,
    values: [shopId, id],
  };
}
