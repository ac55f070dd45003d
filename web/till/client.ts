/**
 * How the till asks the API: from the browser, on our own origin, with the member's cookie, which no script can read. What
 * comes back is kept once per thing, so that a change shows wherever the thing is shown.
 */
import { type CombinedError, Client, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core';
import { type KeyGenerator, cacheExchange } from '@urql/exchange-graphcache';
import { type FeedStateChange, feedTransport } from './feed.ts';
import { ShellQuery } from './queries/fragments.queries.ts';

export interface ClientWishes {
  /** Nobody is signed in (any more). */
  readonly onSignedOut: () => void;
  /** A request went out: the API has seen this member. */
  readonly onAsked: () => void;
  readonly onFeedState: (change: FeedStateChange) => void;
}

/** Parts of other things, which have no id of their own. */
const WITHOUT_ID = [
  'Money',
  'CardInformation',
  'Exposure',
  'MoneyTotal',
  'Authentication',
  'Authorisation',
  'Capture',
  'Decline',
  'PossibleAction',
  'TransactionAmounts',
  'TransactionConnection',
  'TransactionEdge',
  // The same event carries its cursor in the feed and none in a timeline: kept as one, each would spoil the other.
  'TransactionEvent',
  'TransactionEventConnection',
  'TransactionEventEdge',
  'ProtocolMessage',
  'PageInfo',
  'Refusal',
  'RemittanceConnection',
  'RemittanceEdge',
  'RemittanceItemConnection',
  'RemittanceItemEdge',
  'RemittanceTotals',
  'DailyReportConnection',
  'DailyReportEdge',
  'ReportMailTry',
  'SignedOut',
  'CapturePlanDetails',
  'AuditActor',
  'AuditEntryConnection',
  'AuditEntryEdge',
  'DeliveryAttempt',
  'DeliveryConnection',
  'DeliveryEdge',
  'TestClock',
  // Answers with a secret, which are to be kept nowhere.
  'ApiKeyCreated',
  'WebhookEndpointCreated',
  'WebhookSecretRotated',
] as const;

/**
 * A member is kept under its id, unless the link of its invitation comes with it, which is shown once: what has no key is
 * handed to whoever asked, and kept nowhere.
 */
const keyOfMember: KeyGenerator = ({ id, invitationUrl }) =>
  typeof invitationUrl === 'string' || typeof id !== 'string' ? null : id;

export function createTillClient({ onSignedOut, onAsked, onFeedState }: ClientWishes): Client {
  const keys = { ...Object.fromEntries(WITHOUT_ID.map(name => [name, () => null])), Member: keyOfMember };
  const client: Client = new Client({
    url: '/graphql',
    // The API's protection against forged requests refuses queries that come by GET.
    preferGetMethod: false,
    exchanges: [
      mapExchange({
        onOperation(operation) {
          if (operation.kind === 'query' || operation.kind === 'mutation') onAsked();
        },
        onError(error) {
          if (isSignedOut(error)) onSignedOut();
        },
      }),
      cacheExchange({ keys }),
      fetchExchange,
      subscriptionExchange({ forwardSubscription: feedTransport(onFeedState, () => askWhoIsThere(client)) }),
    ],
  });
  return client;
}

/** The feed was refused: a request tells whether the sign-in has ended, or what the member may by now. */
function askWhoIsThere(client: Client): void {
  void client.query(ShellQuery, {}, { requestPolicy: 'network-only' }).toPromise();
}

export function codeOf(error: CombinedError | undefined): string | null {
  const code = error?.graphQLErrors[0]?.extensions['code'];
  return typeof code === 'string' ? code : null;
}

export function requestIdOf(error: CombinedError | undefined): string | null {
  const id = error?.graphQLErrors[0]?.extensions['requestId'];
  return typeof id === 'string' ? id : null;
}

function isSignedOut(error: CombinedError): boolean {
  return codeOf(error) === 'UNAUTHENTICATED';
}
