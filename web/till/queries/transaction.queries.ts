import { graphql } from '../../graphql/generated/till/index.ts';
import type { TillTransactionQuery } from '../../graphql/generated/till/graphql.ts';

export type TransactionWhole = NonNullable<TillTransactionQuery['transaction']>;

export const TransactionQuery = graphql(/* GraphQL */ `
  query TillTransaction($id: ID!, $locale: String!) {
    transaction(id: $id) {
      ...TillRow
      outcome
      attempt
      refusalReason
      amounts {
        requested {
          ...TillMoney
        }
        authorised {
          ...TillMoney
        }
        cancelled {
          ...TillMoney
        }
        toValidate {
          ...TillMoney
        }
        toCapture {
          ...TillMoney
        }
        remitting {
          ...TillMoney
        }
        chargedBack {
          ...TillMoney
        }
      }
      possibleActions {
        action
        blockedBecause
        until
        maxAmount {
          ...TillMoney
        }
      }
      decline {
        code
        family
        sameCardAgain
        otherCard
      }
      authorisation {
        code
        rrn
        stan
        terminal
        authorisedAt
        expiresAt
      }
      authentication {
        version
        challenged
        eci
        transStatus
        reason
      }
      card {
        brandChosenBy
        brandsAvailable
        product
        funding
        issuingCountry
        issuer
        expiry
        enrolled
        source
        asOf
        day: exposure(window: DAY_1) {
          ...TillExposure
        }
        week: exposure(window: DAYS_7) {
          ...TillExposure
        }
        month: exposure(window: DAYS_30) {
          ...TillExposure
        }
      }
      remittance {
        id
        number
        businessDay
        status
      }
      refunds {
        ...TillRefund
      }
      session {
        id
        createdAt
        metadata
      }
      events {
        id
        subjectId
        type
        from
        to
        actor
        actorName
        at
        facts
        amount {
          ...TillMoney
        }
      }
    }
  }
`);

export const MoneyFields = graphql(/* GraphQL */ `
  fragment TillMoney on Money {
    amount
    currency
    formatted(locale: $locale)
  }
`);

export const ExposureFields = graphql(/* GraphQL */ `
  fragment TillExposure on Exposure {
    count
    refused
    firstSeen
    amount {
      currency
      formatted(locale: $locale)
    }
  }
`);

export const RefundFields = graphql(/* GraphQL */ `
  fragment TillRefund on Refund {
    id
    reference
    status
    reason
    responseCode
    createdAt
    amount {
      ...TillMoney
    }
    remittance {
      id
      number
    }
  }
`);

/** What was said to the acquirer, asked for only when somebody wants to see it. */
export const MessagesQuery = graphql(/* GraphQL */ `
  query TillMessages($id: ID!) {
    transaction(id: $id) {
      id
      messages {
        kind
        status
        stan
        attempts
        responseCode
        cause
        request
        answer
        transmittedAt
      }
    }
  }
`);

export const ValidateMutation = graphql(/* GraphQL */ `
  mutation TillValidate($input: ValidateTransactionInput!, $locale: String!) {
    validateTransaction(input: $input) {
      __typename
      ...TillRow
      ...TillRefusal
    }
  }
`);

export const CancelMutation = graphql(/* GraphQL */ `
  mutation TillCancel($input: CancelTransactionInput!, $locale: String!) {
    cancelTransaction(input: $input) {
      __typename
      ...TillRow
      ...TillRefusal
    }
  }
`);

export const RefundMutation = graphql(/* GraphQL */ `
  mutation TillRefundIt($input: RefundTransactionInput!, $locale: String!) {
    refundTransaction(input: $input) {
      __typename
      ... on Refund {
        id
        transaction {
          ...TillRow
        }
      }
      ...TillRefusal
    }
  }
`);

export const HoldMutation = graphql(/* GraphQL */ `
  mutation TillHold($input: HoldCaptureInput!, $locale: String!) {
    holdCapture(input: $input) {
      __typename
      ...TillRow
      ...TillRefusal
    }
  }
`);

export const ReleaseMutation = graphql(/* GraphQL */ `
  mutation TillRelease($input: ReleaseCaptureInput!, $locale: String!) {
    releaseCapture(input: $input) {
      __typename
      ...TillRow
      ...TillRefusal
    }
  }
`);

export const ResolveUnknownMutation = graphql(/* GraphQL */ `
  mutation TillResolveUnknown($input: ResolveUnknownInput!, $locale: String!) {
    resolveUnknown(input: $input) {
      __typename
      ...TillRow
      ...TillRefusal
    }
  }
`);

export const RefusalFields = graphql(/* GraphQL */ `
  fragment TillRefusal on Refusal {
    code
    message
    path
    limit
    retryable
  }
`);
