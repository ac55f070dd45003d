/**
 * What several screens ask of the same things.
 */
import { graphql } from '../../graphql/generated/till/index.ts';
import type { TillRowFragment } from '../../graphql/generated/till/graphql.ts';

/** A transaction as the list shows it; the live feed brings exactly this, so that rows change in place. */
export type TransactionRow = TillRowFragment;

export const RowFields = graphql(/* GraphQL */ `
  fragment TillRow on Transaction {
    id
    reference
    orderId
    status
    createdAt
    updatedAt
    amount {
      amount
      currency
      formatted(locale: $locale)
    }
    amounts {
      captured {
        amount
        currency
        formatted(locale: $locale)
      }
      refunded {
        amount
        currency
        formatted(locale: $locale)
      }
      refundPending {
        amount
        currency
        formatted(locale: $locale)
      }
    }
    card {
      masked
      brand
    }
    authentication {
      outcome
      liability
    }
    decline {
      code
    }
    capture {
      plan
      day
      deadline
      heldBecause
    }
  }
`);

export const ShellQuery = graphql(/* GraphQL */ `
  query TillShell {
    feedCursor
    me {
      id
      email
      profile
      lastSignInAt
      signInEndsAt
      shop {
        id
        name
        mode
        timeZone
        cutOff
        now
        currencies
        operatorCeiling
      }
    }
  }
`);

export const StayQuery = graphql(/* GraphQL */ `
  query TillStay {
    me {
      id
    }
  }
`);

export const SignOutMutation = graphql(/* GraphQL */ `
  mutation TillSignOut {
    signOut {
      __typename
    }
  }
`);

export const SignOutEverywhereMutation = graphql(/* GraphQL */ `
  mutation TillSignOutEverywhere {
    signOutEverywhere {
      __typename
    }
  }
`);

/** Everything that happens at this shop, from a cursor on. */
export const FeedSubscription = graphql(/* GraphQL */ `
  subscription TillFeed($after: String, $locale: String!) {
    transactionEvents(after: $after) {
      id
      cursor
      transaction {
        ...TillRow
      }
    }
  }
`);
