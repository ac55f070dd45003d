import { graphql } from '../../graphql/generated/till/index.ts';
import type { TillDeliveryFragment, TillEndpointFragment } from '../../graphql/generated/till/graphql.ts';

export type EndpointShown = TillEndpointFragment;
export type DeliveryShown = TillDeliveryFragment;

export const EndpointFields = graphql(/* GraphQL */ `
  fragment TillEndpoint on WebhookEndpoint {
    id
    url
    description
    events
    status
    disabledBecause
    createdAt
  }
`);

export const DeliveryFields = graphql(/* GraphQL */ `
  fragment TillDelivery on Delivery {
    id
    endpointId
    type
    body
    status
    nextAttemptAt
    createdAt
    endedAt
    attempts {
      number
      at
      durationMs
      statusCode
      fault
      answer
    }
  }
`);

export const EndpointsQuery = graphql(/* GraphQL */ `
  query TillEndpoints {
    webhookEndpoints {
      ...TillEndpoint
    }
  }
`);

export const DeliveriesQuery = graphql(/* GraphQL */ `
  query TillDeliveries($endpointId: ID, $status: DeliveryStatus, $first: Int!, $after: String) {
    deliveries(endpointId: $endpointId, status: $status, first: $first, after: $after) {
      edges {
        node {
          ...TillDelivery
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const DeliveriesOfTransactionQuery = graphql(/* GraphQL */ `
  query TillDeliveriesOfTransaction($id: ID!) {
    transaction(id: $id) {
      id
      deliveries {
        ...TillDelivery
      }
    }
    webhookEndpoints {
      ...TillEndpoint
    }
  }
`);

export const CreateEndpointMutation = graphql(/* GraphQL */ `
  mutation TillCreateEndpoint($input: CreateWebhookEndpointInput!) {
    createWebhookEndpoint(input: $input) {
      __typename
      ... on WebhookEndpointCreated {
        secret
        endpoint {
          ...TillEndpoint
        }
      }
      ...TillRefusal
    }
  }
`);

export const RotateSecretMutation = graphql(/* GraphQL */ `
  mutation TillRotateSecret($input: RotateWebhookSecretInput!) {
    rotateWebhookSecret(input: $input) {
      __typename
      ... on WebhookSecretRotated {
        secret
        endpoint {
          ...TillEndpoint
        }
      }
      ...TillRefusal
    }
  }
`);

export const DisableEndpointMutation = graphql(/* GraphQL */ `
  mutation TillDisableEndpoint($input: DisableWebhookEndpointInput!) {
    disableWebhookEndpoint(input: $input) {
      __typename
      ... on WebhookEndpoint {
        ...TillEndpoint
      }
      ...TillRefusal
    }
  }
`);

export const EnableEndpointMutation = graphql(/* GraphQL */ `
  mutation TillEnableEndpoint($input: EnableWebhookEndpointInput!) {
    enableWebhookEndpoint(input: $input) {
      __typename
      ... on WebhookEndpoint {
        ...TillEndpoint
      }
      ...TillRefusal
    }
  }
`);

export const RedeliverMutation = graphql(/* GraphQL */ `
  mutation TillRedeliver($input: RedeliverInput!) {
    redeliver(input: $input) {
      __typename
      ... on Delivery {
        ...TillDelivery
      }
      ...TillRefusal
    }
  }
`);
