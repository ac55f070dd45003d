import { graphql } from '../graphql/generated/index.ts';

/** What a merchant's server asks first; here the demo's start page asks it with the demo's key. */
export const CreateDemoSessionMutation = graphql(/* GraphQL */ `
  mutation CreateDemoSession($input: CreatePaymentSessionInput!) {
    createPaymentSession(input: $input) {
      __typename
      ... on PaymentSession {
        id
        checkoutUrl
      }
      ... on Refusal {
        code
        message
        path
      }
    }
  }
`);
