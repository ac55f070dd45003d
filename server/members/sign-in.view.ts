import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { AS_ITS_OWNER, May } from '../api/rules.js';
import type { Profile } from '../core/caller.js';
import type { MemberRow } from './member.js';
import { ProfileEnum } from './member.view.js';

@ObjectType('SignedOut', { description: 'Sign-ins were ended.' })
@May(AS_ITS_OWNER)
export class SignedOutView {
  @Field(() => Int, { description: 'How many.' })
  readonly ended: number;

  constructor(ended: number) {
    this.ended = ended;
  }
}

@ObjectType('Invitation', { description: 'An invitation that may be accepted, as its link shows it.' })
@May(AS_ITS_OWNER)
export class InvitationView {
  @Field(() => String, { description: 'Whom it is for.' })
  readonly email: string;

  @Field(() => String, { description: 'Name of the shop.' })
  readonly shopName: string;

  @Field(() => ProfileEnum, { description: 'What the member will be able to do.' })
  readonly profile: Profile;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when, in real time.' })
  readonly endsAt: Date | null;

  constructor(row: MemberRow, shopName: string) {
    this.email = row.email;
    this.shopName = shopName;
    this.profile = row.profile;
    this.endsAt = row.invitation_ends_at;
  }
}
