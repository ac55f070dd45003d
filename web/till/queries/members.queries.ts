import { graphql } from '../../graphql/generated/till/index.ts';
import type { TillMemberFragment } from '../../graphql/generated/till/graphql.ts';

export type MemberShown = TillMemberFragment;

export const MemberFields = graphql(/* GraphQL */ `
  fragment TillMember on Member {
    id
    email
    profile
    status
    createdAt
    lastSignInAt
    invitationEndsAt
  }
`);

export const MembersQuery = graphql(/* GraphQL */ `
  query TillMembers {
    members {
      ...TillMember
    }
  }
`);

/** The link is in this answer only: a member that comes with one is not kept (client.ts). */
export const InviteMutation = graphql(/* GraphQL */ `
  mutation TillInvite($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      __typename
      ... on Member {
        ...TillMember
        invitationUrl
      }
      ...TillRefusal
    }
  }
`);

export const ChangeProfileMutation = graphql(/* GraphQL */ `
  mutation TillChangeProfile($input: ChangeMemberProfileInput!) {
    changeMemberProfile(input: $input) {
      __typename
      ... on Member {
        id
        profile
      }
      ...TillRefusal
    }
  }
`);

export const DisableMemberMutation = graphql(/* GraphQL */ `
  mutation TillDisableMember($input: DisableMemberInput!) {
    disableMember(input: $input) {
      __typename
      ... on Member {
        id
        status
        invitationEndsAt
      }
      ...TillRefusal
    }
  }
`);
