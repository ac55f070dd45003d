import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** The company; owns one or more shops. */
@Entity({ tableName: 'merchant' })
export class Merchant {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'timestamptz', fieldName: 'created_at' })
  createdAt!: Date;
}
