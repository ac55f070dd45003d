import { graphql } from '../../graphql/generated/till/index.ts';
import type { TillWorkQuery } from '../../graphql/generated/till/graphql.ts';

export type WorkItem = TillWorkQuery['workList'][number];

export const WorkQuery = graphql(/* GraphQL */ `
  query TillWork($locale: String!) {
    workList {
      id
      kind
      openedAt
      transaction {
        ...TillRow
      }
      remittance {
        id
        number
        businessDay
        status
      }
    }
  }
`);
