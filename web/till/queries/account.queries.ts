import { graphql } from '../../graphql/generated/till/index.ts';

export const ChangePasswordMutation = graphql(/* GraphQL */ `
  mutation TillChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      __typename
      ...TillRefusal
    }
  }
`);
