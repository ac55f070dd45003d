import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Profile } from '../core/caller.js';

/** A person who signs in to the till of a shop. */
@Entity({ tableName: 'member' })
export class Member {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text', fieldName: 'shop_id' })
  shopId!: string;

  @Property({ type: 'text' })
  email!: string;

  @Property({ type: 'text' })
  profile!: Profile;

  /** argon2id, PHC string format; null until an invitation is accepted. */
  @Property({ type: 'text', fieldName: 'password_hash', nullable: true })
  passwordHash!: string | null;

  /** How many events there are of this member: the version that a change is decided on. */
  @Property({ type: 'integer' })
  sequence!: number;

  /** Of the invitation that may still be accepted, as stored for look-up; null when there is none. */
  @Property({ type: 'text', fieldName: 'invitation_hash', nullable: true })
  invitationHash!: string | null;

  @Property({ type: 'timestamptz', fieldName: 'invitation_ends_at', nullable: true })
  invitationEndsAt!: Date | null;

  @Property({ type: 'timestamptz', fieldName: 'created_at' })
  createdAt!: Date;

  @Property({ type: 'timestamptz', fieldName: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
}
