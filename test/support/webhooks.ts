/**
 * What a shop does about its endpoints in the stories, over GraphQL.
 */
import { randomUUID } from 'node:crypto';
import type { House } from './house.js';

export interface SeenEndpoint {
  readonly id: string;
  readonly url: string;
  readonly status: string;
  readonly disabledBecause: string | null;
  readonly events: readonly string[];
}

export interface SeenDelivery {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly body: string;
  readonly cursor: string;
  readonly nextAttemptAt: string | null;
  readonly attempts: readonly {
    readonly number: number;
    readonly statusCode: number | null;
    readonly fault: string | null;
    readonly durationMs: number | null;
    readonly answer: string | null;
  }[];
}

export interface SeenRefusal {
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
}

export const freshKey = (): string => randomUUID();

type Bearer = string | undefined;
const REFUSAL = '... on Refusal { code message path }';
const ENDPOINT = 'id url status disabledBecause events';
const DELIVERY = `id type status body cursor nextAttemptAt
  attempts { number statusCode fault durationMs answer }`;

async function ask<T>(house: House, field: string, input: object, selection: string, bearer: Bearer): Promise<T> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const { data, errors } = await house.ask<Record<string, T>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ${selection} ${REFUSAL} } }`,
    { input },
    bearer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[field] as T;
}

export type Created = { readonly endpoint: SeenEndpoint; readonly secret: string } & Partial<SeenRefusal>;

export function createEndpoint(
  house: House,
  input: { url: string; events?: readonly string[]; idempotencyKey?: string; description?: string },
  bearer?: string,
): Promise<Created> {
  const selection = `... on WebhookEndpointCreated { endpoint { ${ENDPOINT} } secret }`;
  return ask(house, 'createWebhookEndpoint', input, selection, bearer);
}

export function rotateSecret(house: House, endpointId: string, bearer?: string): Promise<Created> {
  const selection = `... on WebhookSecretRotated { endpoint { ${ENDPOINT} } secret }`;
  return ask(house, 'rotateWebhookSecret', { endpointId }, selection, bearer);
}

export function switchEndpoint(
  house: House,
  way: 'disable' | 'enable',
  endpointId: string,
  bearer?: string,
): Promise<SeenEndpoint & Partial<SeenRefusal>> {
  return ask(house, `${way}WebhookEndpoint`, { endpointId }, `... on WebhookEndpoint { ${ENDPOINT} }`, bearer);
}

export function redeliver(
  house: House,
  deliveryId: string,
  bearer?: string,
): Promise<SeenDelivery & Partial<SeenRefusal>> {
  return ask(house, 'redeliver', { deliveryId }, `... on Delivery { ${DELIVERY} }`, bearer);
}

export async function seeEndpoints(house: House, bearer?: string): Promise<SeenEndpoint[]> {
  const { data, errors } = await house.ask<{ webhookEndpoints: SeenEndpoint[] }>(
    `{ webhookEndpoints { ${ENDPOINT} } }`,
    {},
    bearer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.webhookEndpoints;
}

/** The deliveries at an endpoint, oldest first. */
export async function seeDeliveries(
  house: House,
  which: { endpointId?: string; status?: string } = {},
  bearer?: string,
): Promise<SeenDelivery[]> {
  const { data, errors } = await house.ask<{ deliveries: { edges: { node: SeenDelivery }[] } }>(
    `query ($endpointId: ID, $status: DeliveryStatus) { deliveries(endpointId: $endpointId, status: $status, first: 50) {
       edges { node { ${DELIVERY} } } } }`,
    which,
    bearer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.deliveries.edges
    .map(({ node }) => node)
    .toSorted((one, other) => Number(BigInt(one.cursor) - BigInt(other.cursor)));
}
