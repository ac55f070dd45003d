import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Scope } from '../core/caller.js';

/** A key of a merchant's server. Only its hash is stored; the key itself is shown once. */
@Entity({ tableName: 'shop_key' })
export class ShopKey {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text', fieldName: 'shop_id' })
  shopId!: string;

  @Property({ type: 'text' })
  name!: string;

  /** SHA-256 in hex: the key has 256 random bits, so nothing slower is needed to keep it secret. */
  @Property({ type: 'text' })
  hash!: string;

  @Property({ type: 'text[]' })
  scopes!: Scope[];

  /** The member who made it; null for the first key of a new shop. */
  @Property({ type: 'text', fieldName: 'created_by', nullable: true })
  createdBy!: string | null;

  /** How many events there are of this key. */
  @Property({ type: 'integer' })
  sequence!: number;

  @Property({ type: 'timestamptz', fieldName: 'created_at' })
  createdAt!: Date;

  @Property({ type: 'timestamptz', fieldName: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
