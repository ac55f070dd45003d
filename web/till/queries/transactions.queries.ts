import { graphql } from '../../graphql/generated/till/index.ts';

export const TransactionsQuery = graphql(/* GraphQL */ `
  query TillTransactions($filter: TransactionFilter, $first: Int!, $after: String, $locale: String!) {
    transactions(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          ...TillRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/**
 * For a view that is filtered: which rows would be there now. The API decides what belongs to a view. Its order is named
 * so that the cache keeps this answer apart: under the same arguments it would become the list that is on the screen.
 */
export const TransactionIdsQuery = graphql(/* GraphQL */ `
  query TillTransactionIds($filter: TransactionFilter, $first: Int!) {
    transactions(filter: $filter, first: $first, orderBy: NEWEST_FIRST) {
      edges {
        node {
          id
        }
      }
    }
  }
`);
