import { Field, ID, InputType } from 'type-graphql';
import type { Profile } from '../core/caller.js';
import { ProfileEnum } from './member.view.js';

@InputType('InviteMemberInput', { description: 'Whom to invite.' })
export class InviteMemberInput {
  @Field(() => String, { description: 'E-mail address, at most 254 characters. Nobody has two shops under one.' })
  email!: string;

  @Field(() => ProfileEnum, { description: 'What the member may do.' })
  profile!: Profile;
}

@InputType('ChangeMemberProfileInput', { description: 'Another profile for a member.' })
export class ChangeMemberProfileInput {
  @Field(() => ID, { description: 'Id of the member.' })
  memberId!: string;

  @Field(() => ProfileEnum, { description: 'What the member may do from now on.' })
  profile!: Profile;
}

@InputType('DisableMemberInput', { description: 'Who leaves.' })
export class DisableMemberInput {
  @Field(() => ID, { description: 'Id of the member.' })
  memberId!: string;
}

@InputType('CreateApiKeyInput', { description: "A key for a merchant's server." })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for, 1–100 characters.' })
  name!: string;

  @Field(() => [String], {
    description:
      'What it may do, at least one: sessions:read, sessions:write, transactions:read, transactions:write, remittances:read, remittances:write, webhooks:write, reports:read, analytics:read, clock:write.',
  })
  scopes!: string[];
}

@InputType('RevokeApiKeyInput', { description: 'Which key to revoke.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'Id of the key, `key_…`; not the key itself.' })
  keyId!: string;
}
