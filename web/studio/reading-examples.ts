/**
 * What the till shows: one transaction whole, work to be done, remittances, notifications and figures.
 */
import { type Example, SOME_TRANSACTION } from './payment-examples.ts';

const ONE_TRANSACTION = /* GraphQL */ `
  # One transaction whole: its journal, its messages to the acquirer, and what its card did lately.
  query OneTransaction($id: ID!) {
    transaction(id: $id) {
      reference
      status
      authentication {
        outcome
        eci
      }
      card {
        masked
        brand
        issuingCountry
        exposure(window: DAYS_30) {
          count
          refused
          lastSeen
        }
      }
      events {
        at
        type
        to
        actor
      }
      messages {
        kind
        status
        responseCode
        request
        answer
      }
    }
  }
`;

const WORK_LIST = /* GraphQL */ `
  # What waits for a person.
  query WorkList {
    workList {
      id
      kind
      openedAt
      transaction {
        reference
        status
      }
      remittance {
        number
      }
    }
  }
`;

const REMITTANCES = /* GraphQL */ `
  # What was and will be sent to the bank together, the newest first.
  query Remittances($first: Int!) {
    remittances(first: $first) {
      edges {
        node {
          id
          status
          businessDay
          debitCount
          debits {
            formatted(locale: "en")
          }
          creditCount
          credits {
            formatted(locale: "en")
          }
        }
      }
    }
  }
`;

const DELIVERIES = /* GraphQL */ `
  # How the shop's own server was told: every attempt, and what it answered.
  query Deliveries($first: Int!) {
    webhookEndpoints {
      id
      url
      status
    }
    deliveries(first: $first) {
      edges {
        node {
          id
          type
          status
          nextAttemptAt
          attempts {
            at
            statusCode
            fault
          }
        }
      }
    }
  }
`;

const STATISTICS = /* GraphQL */ `
  # Counted and added up. The acceptance rate is of what the issuers answered.
  query Statistics($groupBy: [StatsDimension!]!) {
    transactionStats(groupBy: $groupBy) {
      day
      brand
      currency
      count
      accepted
      acceptanceRate
    }
  }
`;

const REPORTS = /* GraphQL */ `
  # The reports of the last business days, and whether they were sent.
  query Reports($first: Int!) {
    dailyReports(first: $first) {
      edges {
        node {
          businessDay
          status
          subject
          sentAt
        }
      }
    }
  }
`;

export const READING_EXAMPLES: readonly Example[] = [
  { query: ONE_TRANSACTION, variables: { id: SOME_TRANSACTION } },
  { query: WORK_LIST, variables: {} },
  { query: REMITTANCES, variables: { first: 10 } },
  { query: DELIVERIES, variables: { first: 20 } },
  { query: REPORTS, variables: { first: 7 } },
  { query: STATISTICS, variables: { groupBy: ['DAY', 'BRAND'] } },
];
