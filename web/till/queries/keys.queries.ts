import { graphql } from '../../graphql/generated/till/index.ts';
import type { TillKeyFragment } from '../../graphql/generated/till/graphql.ts';

export type KeyShown = TillKeyFragment;

export const KeyFields = graphql(/* GraphQL */ `
  fragment TillKey on ApiKey {
    id
    name
    scopes
    createdBy
    createdAt
    revokedAt
  }
`);

/** With the members' addresses: a key knows its maker by id alone. */
export const KeysQuery = graphql(/* GraphQL */ `
  query TillKeys {
    apiKeys {
      ...TillKey
    }
    members {
      id
      email
    }
  }
`);

/** The key stands in this answer only: what holds it has no id, so the cache keeps nothing of it. */
export const CreateKeyMutation = graphql(/* GraphQL */ `
  mutation TillCreateKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      __typename
      ... on ApiKeyCreated {
        key
        apiKey {
          ...TillKey
        }
      }
      ...TillRefusal
    }
  }
`);

export const RevokeKeyMutation = graphql(/* GraphQL */ `
  mutation TillRevokeKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      __typename
      ... on ApiKey {
        ...TillKey
      }
      ...TillRefusal
    }
  }
`);
