import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { MANAGE_MEMBERS, May } from '../api/rules.js';
import type { CreatedKey, KeyRow } from './api-key.js';

@ObjectType('ApiKey', { description: "A key of a merchant's server. The key itself is shown once, when it is made." })
@May(MANAGE_MEMBERS)
export class ApiKeyView {
  @Field(() => ID, { description: 'Id, `key_…`.' })
  readonly id: string;

  @Field(() => String, { description: 'What it is for.' })
  readonly name: string;

  @Field(() => [String], { description: 'What it may do, such as sessions:write.' })
  readonly scopes: string[];

  @Field(() => ID, { nullable: true, description: 'Id of the member who made it; null for the first key of a shop.' })
  readonly createdBy: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was made, in real time.' })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was revoked, in real time; null = it works.' })
  readonly revokedAt: Date | null;

  constructor(row: KeyRow) {
    this.id = row.id;
    this.name = row.name;
    this.scopes = row.scopes;
    this.createdBy = row.created_by;
    this.createdAt = row.created_at;
    this.revokedAt = row.revoked_at;
  }
}

@ObjectType('ApiKeyCreated', { description: 'A key that was made.' })
@May(MANAGE_MEMBERS)
export class ApiKeyCreatedView {
  @Field(() => String, { description: 'The key, `sk_…`: shown this once, kept nowhere.' })
  readonly key: string;

  @Field(() => ApiKeyView, { description: 'What is kept of it.' })
  readonly apiKey: ApiKeyView;

  constructor({ key, row }: CreatedKey) {
    this.key = key.reveal();
    this.apiKey = new ApiKeyView(row);
  }
}
