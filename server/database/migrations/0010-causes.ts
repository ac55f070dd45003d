import { Migration } from '@mikro-orm/migrations';

/** How often in a row a message came to the same cause: a code that nobody lists is not believed at once. */
export class Causes extends Migration {
  override up(): void {
    this.addSql(`alter table exchange add column cause_count integer not null default 0`);
  }
}
