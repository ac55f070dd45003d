/**
 * What a shop's server does and asks around a payment. Tests read each against `schema.graphql` and ask it of a running
 * house, so that none can grow stale.
 */
export interface Example {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Stands for the id of a transaction of one's own. */
export const SOME_TRANSACTION = 'txn_…';

const CREATE_SESSION = /* GraphQL */ `
  # Open a payment session: what a shop's server does first. Send the shopper to checkoutUrl.
  mutation CreateSession($input: CreatePaymentSessionInput!) {
    createPaymentSession(input: $input) {
      __typename
      ... on PaymentSession {
        id
        status
        checkoutUrl
        expiresAt
      }
      ... on Refusal {
        code
        message
        path
      }
    }
  }
`;

const READ_SESSION = /* GraphQL */ `
  # Where a session stands, by the shop's own order reference.
  query ReadSession($orderId: String!) {
    paymentSession(orderId: $orderId) {
      id
      status
      attemptsLeft
      amount {
        formatted(locale: "en")
      }
      transactions {
        id
        status
        outcome
      }
    }
  }
`;

const LIST_TRANSACTIONS = /* GraphQL */ `
  # The newest transactions with what may be done to each.
  query Transactions($first: Int!) {
    transactions(first: $first) {
      edges {
        node {
          id
          reference
          status
          createdAt
          card {
            masked
            brand
          }
          possibleActions {
            action
            maxAmount {
              formatted(locale: "en")
            }
            blockedBecause
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const VALIDATE = /* GraphQL */ `
  # Release an authorised amount to be captured; without an amount, all of it.
  mutation Validate($input: ValidateTransactionInput!) {
    validateTransaction(input: $input) {
      __typename
      ... on Transaction {
        id
        status
      }
      ... on Refusal {
        code
        message
        limit
      }
    }
  }
`;

const REFUND = /* GraphQL */ `
  # Pay back what was captured, all or part.
  mutation Refund($input: RefundTransactionInput!) {
    refundTransaction(input: $input) {
      __typename
      ... on Refund {
        id
        status
        amount {
          formatted(locale: "en")
        }
      }
      ... on Refusal {
        code
        message
        limit
      }
    }
  }
`;

const OPERATION = { idempotencyKey: 'choose-a-new-one-each-time', transactionId: SOME_TRANSACTION };

const CANCEL = /* GraphQL */ `
  # Give up, before its remittance, what was authorised.
  mutation Cancel($input: CancelTransactionInput!) {
    cancelTransaction(input: $input) {
      __typename
      ... on Transaction {
        id
        status
      }
      ... on Refusal {
        code
        message
        possibleActions {
          action
          blockedBecause
        }
      }
    }
  }
`;

export const PAYMENT_EXAMPLES: readonly Example[] = [
  {
    query: CREATE_SESSION,
    variables: {
      input: {
        idempotencyKey: 'choose-a-new-one-each-time',
        orderId: 'A-1001',
        amount: { amount: 1050, currency: 'EUR' },
        capture: { plan: 'VALIDATION', days: 6 },
        locale: 'fr',
      },
    },
  },
  { query: READ_SESSION, variables: { orderId: 'A-1001' } },
  { query: LIST_TRANSACTIONS, variables: { first: 20 } },
  { query: VALIDATE, variables: { input: OPERATION } },
  { query: CANCEL, variables: { input: OPERATION } },
  { query: REFUND, variables: { input: { ...OPERATION, amount: 500 } } },
];
