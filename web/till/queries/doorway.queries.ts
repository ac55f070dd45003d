/**
 * What the pages before the till ask, from the server's side.
 */
import { graphql } from '../../graphql/generated/till/index.ts';

export const SignInMutation = graphql(/* GraphQL */ `
  mutation TillSignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on Member {
        id
      }
      ... on Refusal {
        code
      }
    }
  }
`);

export const InvitationQuery = graphql(/* GraphQL */ `
  query TillInvitation($token: String!) {
    invitation(token: $token) {
      email
      shopName
      profile
      endsAt
    }
  }
`);

export const AcceptInvitationMutation = graphql(/* GraphQL */ `
  mutation TillAcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      __typename
      ... on Member {
        email
      }
      ... on Refusal {
        code
      }
    }
  }
`);
