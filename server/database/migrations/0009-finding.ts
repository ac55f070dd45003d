import { Migration } from '@mikro-orm/migrations';

/**
 * What transactions are filtered by that has few values: one index for all of it, in which PostgreSQL skips from value to value of
 * what was not asked for (version 18). Equal entries lie in one, so it is a twentieth of the others, and counts are read from it alone.
 */
export class Finding extends Migration {
  override up(): void {
    this.addSql(`create index transaction_of_kind on transaction
      (shop_id, status, brand, currency, capture_plan, authentication_outcome)`);
    // Which of them come together: what is expired was to be validated. Without it the planner multiplies their shares.
    this.addSql(`create statistics transaction_kinds (mcv)
      on status, brand, currency, capture_plan, authentication_outcome from transaction`);
    this.addSql(`alter statistics transaction_kinds set statistics 1000`);
    // Otherwise they would be known when autovacuum next comes by, which may be after a tenth as many more payments.
    this.addSql(`analyze transaction`);
  }
}
