import { Field, InputType } from 'type-graphql';

@InputType('SignInInput', { description: 'Who signs in.' })
export class SignInInput {
  @Field(() => String, { description: 'E-mail address.' })
  email!: string;

  @Field(() => String, { description: 'Password.' })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description: 'One-time code of a member who has enrolled one. No member can yet; it is not looked at.',
  })
  code?: string | null;
}

@InputType('ChangePasswordInput', { description: 'A new password for oneself.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The present one.' })
  current!: string;

  @Field(() => String, {
    description: '12–128 characters, none that many people use, without the address. Any characters.',
  })
  new!: string;
}

@InputType('AcceptInvitationInput', { description: 'The first password of somebody who was invited.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'What stands at the end of the link: `inv_…`.' })
  token!: string;

  @Field(() => String, {
    description: '12–128 characters, none that many people use, without the address. Any characters.',
  })
  password!: string;
}
