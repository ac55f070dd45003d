/**
 * Everything the checkout asks of the API. One fragment carries all that any screen shows, so that every answer is a
 * whole page: the state decides which.
 */
import { graphql } from '../graphql/generated/index.ts';
import type { CheckoutFieldsFragment } from '../graphql/generated/graphql.ts';

export type Checkout = CheckoutFieldsFragment;

export const CheckoutFields = graphql(/* GraphQL */ `
  fragment CheckoutFields on CheckoutSession {
    id
    step
    status
    orderId
    locale
    testMode
    brands
    attemptsLeft
    expiresAt
    secondsLeft
    extensionsLeft
    returnTo
    cancelTo
    shop {
      name
      branding {
        logoUrl
        accentColour
      }
    }
    amount {
      fr: formatted(locale: "fr")
      en: formatted(locale: "en")
    }
    lines {
      label
      quantity
      amount {
        fr: formatted(locale: "fr")
        en: formatted(locale: "en")
      }
    }
    sameCard {
      masked
      brand
      expiry
    }
    decline(locale: $locale) {
      title
      explanation
      moneyTaken
      nextStep
    }
    lastAttemptReversed
    method {
      url
      data
    }
    challenge {
      acsUrl
      creq
      sessionData
      expiresAt
    }
    notAuthenticated {
      reason
    }
    unknown {
      reference
    }
    ticket(locale: $locale) {
      reference
      shopName
      contractNumber
      createdAtText
      brand
      masked
      authorisationCode
      capturePlan
      captureDay
      authenticated
      testMode
      amount {
        fr: formatted(locale: "fr")
        en: formatted(locale: "en")
      }
    }
  }
`);

export const CheckoutQuery = graphql(/* GraphQL */ `
  query Checkout($locale: String) {
    checkout {
      ...CheckoutFields
    }
  }
`);

export const CardBrandsQuery = graphql(/* GraphQL */ `
  query CardBrands($prefix: String!) {
    checkout {
      id
      cardBrands(prefix: $prefix)
    }
  }
`);

export const SubmitCardMutation = graphql(/* GraphQL */ `
  mutation SubmitCard($input: SubmitCardInput!) {
    submitCard(input: $input) {
      __typename
      ... on Refusal {
        code
        path
      }
    }
  }
`);

export const ExtendCheckoutMutation = graphql(/* GraphQL */ `
  mutation ExtendCheckout($input: ExtendCheckoutInput!) {
    extendCheckout(input: $input) {
      __typename
      ... on Refusal {
        code
        path
      }
    }
  }
`);

export const CancelCheckoutMutation = graphql(/* GraphQL */ `
  mutation CancelCheckout($input: CancelCheckoutInput!) {
    cancelCheckout(input: $input) {
      __typename
      ... on Refusal {
        code
        path
      }
    }
  }
`);

export const CompleteMethodMutation = graphql(/* GraphQL */ `
  mutation CompleteMethod($input: CompleteMethodInput!) {
    completeMethod(input: $input) {
      __typename
      ... on Refusal {
        code
        path
      }
    }
  }
`);

export const CompleteChallengeMutation = graphql(/* GraphQL */ `
  mutation CompleteChallenge($input: CompleteChallengeInput!) {
    completeChallenge(input: $input) {
      __typename
      ... on CheckoutSession {
        step
      }
      ... on Refusal {
        code
        path
      }
    }
  }
`);

export const AbandonAuthenticationMutation = graphql(/* GraphQL */ `
  mutation AbandonAuthentication {
    abandonAuthentication {
      __typename
      ... on Refusal {
        code
        path
      }
    }
  }
`);
