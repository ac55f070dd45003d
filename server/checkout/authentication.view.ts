/**
 * What the shopper's browser needs while its issuer authenticates the shopper.
 */
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enums.js';
import { AS_ITS_OWNER, May } from '../api/rules.js';
import type { AuthenticationRow } from '../authentication/authentication.js';
import { NOT_AUTHENTICATED_REASONS } from '../core/authentication-states.js';
import type { Deps } from '../database/deps.js';

/** What the shopper is told: why an authentication gave no right, or that the right came too late. */
const SHOWN_REASONS = [...NOT_AUTHENTICATED_REASONS, 'ORDER_TAKEN'] as const;
type ShownReason = (typeof SHOWN_REASONS)[number];

const ReasonEnum = enumOf(SHOWN_REASONS);
registerEnumType(ReasonEnum, {
  name: 'NotAuthenticatedReason',
  description: 'Why an authentication gave no right to ask for the money.',
  valuesConfig: {
    FAILED: { description: 'The issuer did not recognise the shopper, or refuses.' },
    CANCELLED: { description: 'The shopper cancelled it.' },
    TIMED_OUT: { description: 'It was not ended in time.' },
    UNREACHABLE: { description: 'The issuer or its directory could not be reached.' },
    TECHNICAL: { description: 'A technical fault.' },
    ORDER_TAKEN: { description: 'Meanwhile the order was paid, or is being paid, in another session.' },
  },
});

@ObjectType('AuthenticationMethod', { description: "The issuer's hidden frame (3DS method)." })
@May(AS_ITS_OWNER)
export class AuthenticationMethodView {
  @Field(() => String, { description: 'Where the frame posts to.' })
  url!: string;

  @Field(() => String, { description: 'The field `threeDSMethodData`, base64url.' })
  data!: string;

  static of({ authenticator, publicUrl }: Deps, row: AuthenticationRow): AuthenticationMethodView | null {
    if (!authenticator || row.method_url === null) return null;
    const notificationUrl = `${publicUrl}/pay/${row.session_id}/method`;
    const data = authenticator.methodData({ transactionId: row.server_transaction_id, notificationUrl });
    return Object.assign(new AuthenticationMethodView(), { url: row.method_url, data });
  }
}

@ObjectType('AuthenticationChallenge', { description: 'The issuer asks the shopper to prove who they are.' })
@May(AS_ITS_OWNER)
export class AuthenticationChallengeView {
  @Field(() => String, { description: 'Where the browser posts to.' })
  acsUrl!: string;

  @Field(() => String, { description: 'The field `creq`, base64url.' })
  creq!: string;

  @Field(() => String, { description: 'The field `threeDSSessionData`, base64url.' })
  sessionData!: string;

  @Field(() => GraphQLDateTime, { description: "Until when, by the shop's clock." })
  expiresAt!: Date;

  static of({ authenticator }: Deps, row: AuthenticationRow): AuthenticationChallengeView | null {
    if (!authenticator || row.acs_url === null || row.acs_transaction_id === null) return null;
    const creq = authenticator.challengeRequest({
      transactionId: row.server_transaction_id,
      acsTransactionId: row.acs_transaction_id,
      version: row.version,
      windowSize: '05',
    });
    const sessionData = Buffer.from(row.session_id).toString('base64url');
    return Object.assign(new AuthenticationChallengeView(), {
      acsUrl: row.acs_url,
      creq,
      sessionData,
      expiresAt: row.due_at,
    });
  }
}

@ObjectType('NotAuthenticated', { description: 'The authentication gave no right to ask for the money.' })
@May(AS_ITS_OWNER)
export class NotAuthenticatedView {
  @Field(() => ReasonEnum, { description: 'Why.' })
  readonly reason: ShownReason;

  constructor(reason: ShownReason) {
    this.reason = reason;
  }
}
