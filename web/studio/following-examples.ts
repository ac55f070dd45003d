/**
 * The log of a shop, read and followed.
 */
import type { Example } from './payment-examples.ts';

const EVENTS = /* GraphQL */ `
  # The log: everything that happened, oldest first. Read on with after = endCursor; nothing is missed.
  query Events($after: String, $first: Int) {
    events(after: $after, first: $first) {
      nodes {
        cursor
        at
        type
        from
        to
        actor
        amount {
          formatted(locale: "en")
        }
        transaction {
          id
          reference
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const FOLLOW = /* GraphQL */ `
  # The same log as it is written. Come back with the last cursor, and nothing is missed or doubled;
  # after "0" it begins with the very first event, without a cursor with the next.
  subscription Follow($after: String, $filter: TransactionEventFilter) {
    transactionEvents(after: $after, filter: $filter) {
      cursor
      at
      type
      to
      transaction {
        id
        reference
        status
        card {
          masked
          brand
        }
      }
    }
  }
`;

const END_OF_LOG = /* GraphQL */ `
  # Where the log ends now, and what stands in the list: follow transactionEvents after this cursor.
  query EndOfLog {
    feedCursor
    transactions(first: 5) {
      edges {
        node {
          id
          status
          createdAt
        }
      }
    }
  }
`;

export const FOLLOWING_EXAMPLES: readonly Example[] = [
  { query: EVENTS, variables: { after: null, first: 20 } },
  { query: FOLLOW, variables: { after: '0', filter: { type: ['AUTHORISED_FOR_CAPTURE', 'DECLINED'] } } },
  { query: END_OF_LOG, variables: {} },
];
