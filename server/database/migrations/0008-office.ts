import { Migration } from '@mikro-orm/migrations';

/**
 * What people and the till's own calendar do to a shop is a few lines among thousands of payments, and is asked for by
 * itself: the log has an index of them. Payments, which are not in it, do not pay for it.
 */
export class Office extends Migration {
  override up(): void {
    this.addSql(`create index event_of_office on event (shop_id, id)
      where subject in ('SHOP', 'KEY', 'MEMBER', 'ENDPOINT', 'REMITTANCE', 'REPORT')`);
  }
}
