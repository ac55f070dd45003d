import { graphql } from '../../graphql/generated/till/index.ts';
import type { TillRemittanceRowFragment } from '../../graphql/generated/till/graphql.ts';

export type RemittanceRow = TillRemittanceRowFragment;

export const RemittanceFields = graphql(/* GraphQL */ `
  fragment TillRemittanceRow on Remittance {
    id
    number
    businessDay
    status
    currency
    dueAt
    closedAt
    closedBy
    debitCount
    creditCount
    responseCode
    debits {
      ...TillMoney
    }
    credits {
      ...TillMoney
    }
    bankTotals {
      debitCount
      creditCount
      debits {
        ...TillMoney
      }
      credits {
        ...TillMoney
      }
    }
  }
`);

export const RemittancesQuery = graphql(/* GraphQL */ `
  query TillRemittances($first: Int!, $after: String, $locale: String!) {
    remittances(first: $first, after: $after) {
      edges {
        node {
          ...TillRemittanceRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const RemittanceQuery = graphql(/* GraphQL */ `
  query TillRemittance($id: ID!, $after: String, $locale: String!) {
    remittance(id: $id) {
      ...TillRemittanceRow
      items(first: 100, after: $after) {
        edges {
          node {
            id
            kind
            status
            responseCode
            updatedAt
            amount {
              ...TillMoney
            }
            transaction {
              id
              reference
              orderId
              card {
                brand
                masked
              }
            }
            refund {
              id
              reference
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const CloseRemittanceMutation = graphql(/* GraphQL */ `
  mutation TillCloseRemittance($input: CloseRemittanceInput!, $locale: String!) {
    closeRemittance(input: $input) {
      __typename
      ...TillRemittanceRow
      ...TillRefusal
    }
  }
`);

export const ResolveRemittanceMutation = graphql(/* GraphQL */ `
  mutation TillResolveRemittance($input: ResolveRemittanceInput!, $locale: String!) {
    resolveRemittance(input: $input) {
      __typename
      ...TillRemittanceRow
      ...TillRefusal
    }
  }
`);
