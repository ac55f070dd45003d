import { graphql } from '../../graphql/generated/till/index.ts';
import type { TillAuditEntryFragment } from '../../graphql/generated/till/graphql.ts';

export type AuditEntryShown = TillAuditEntryFragment;

export const AuditEntryFields = graphql(/* GraphQL */ `
  fragment TillAuditEntry on AuditEntry {
    id
    subject
    subjectId
    subjectName
    transactionId
    type
    amount {
      amount
      currency
      formatted(locale: $locale)
    }
    facts
    at
    recordedAt
    actor {
      kind
      id
      name
    }
  }
`);

export const AuditQuery = graphql(/* GraphQL */ `
  query TillAudit($subject: [AuditSubject!], $first: Int!, $after: String, $locale: String!) {
    auditLog(subject: $subject, first: $first, after: $after) {
      edges {
        node {
          ...TillAuditEntry
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
