import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enums.js';
import { NodeView } from '../api/node.view.js';
import { AS_ITS_OWNER, May } from '../api/rules.js';
import { PROFILES, type Profile } from '../core/caller.js';
import type { Secret } from '../core/secret.js';
import { MEMBER_STATUSES, statusOf, type MemberRow, type MemberStatus } from './member.js';
import type { SignedIn } from './sign-in.js';

export const ProfileEnum = enumOf(PROFILES);
registerEnumType(ProfileEnum, {
  name: 'Profile',
  description: 'What a member may do.',
  valuesConfig: {
    VIEWER: { description: 'Read transactions, tickets, remittances and card information.' },
    OPERATOR: { description: 'Also cancel and refund, up to a ceiling.' },
    ACCOUNTANT: { description: 'Everything: also validate, remit, and members, keys and settings.' },
  },
});

export const MemberStatusEnum = enumOf(Object.keys(MEMBER_STATUSES) as MemberStatus[]);
registerEnumType(MemberStatusEnum, {
  name: 'MemberStatus',
  description: 'Whether a member may sign in.',
  valuesConfig: Object.fromEntries(
    Object.entries(MEMBER_STATUSES).map(([status, description]) => [status, { description }]),
  ),
});

export interface ShownToSelf {
  readonly signIn?: Pick<SignedIn, 'previousAt' | 'endsAt'>;
  readonly invitationUrl?: Secret;
}

@ObjectType('Member', {
  implements: NodeView,
  description: 'A person who signs in to the till of one shop. Seen by that person and by accountants of the shop.',
})
@May(AS_ITS_OWNER)
export class MemberView extends NodeView {
  @Field(() => ID, { description: 'Global id, `mem_…`.' })
  declare readonly id: string;

  @Field(() => String, { description: 'E-mail address, in small letters: what the member signs in with.' })
  readonly email: string;

  @Field(() => ProfileEnum, { description: 'What the member may do.' })
  readonly profile: Profile;

  @Field(() => MemberStatusEnum, { description: 'Whether the member may sign in.' })
  readonly status: MemberStatus;

  @Field(() => GraphQLDateTime, { description: 'When the member was invited, in real time.' })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The last sign-in, in real time; of oneself, the one before this one. Null = never.',
  })
  readonly lastSignInAt: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'Of oneself: when this sign-in ends at the latest, in real time; fifteen idle minutes end it sooner. Else null.',
  })
  readonly signInEndsAt: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when the invitation may be accepted, in real time; null when there is none.',
  })
  readonly invitationEndsAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only in the answer of `inviteMember`: the link to hand to the member, who chooses a password there. Shown once.',
  })
  readonly invitationUrl: string | null;

  readonly shopId: string;

  constructor(row: MemberRow, { signIn, invitationUrl }: ShownToSelf = {}) {
    super(row.id);
    this.email = row.email;
    this.profile = row.profile;
    this.status = statusOf(row);
    this.createdAt = row.created_at;
    this.lastSignInAt = signIn ? signIn.previousAt : row.last_signed_in_at;
    this.signInEndsAt = signIn?.endsAt ?? null;
    this.invitationEndsAt = row.invitation_ends_at;
    this.invitationUrl = invitationUrl?.reveal() ?? null;
    this.shopId = row.shop_id;
  }
}
