import { Migration } from '@mikro-orm/migrations';

/**
 * What transactions are found and counted by. Every update of a transaction writes all its indexes again, because its status
 * stands in the conditions of some: so there are few, on columns that do not change, led by the shop.
 */
export class Reads extends Migration {
  override up(): void {
    for (const statement of READS) this.addSql(statement);
  }
}

const READS = [
  // First six and last four digits, as on the card: looked for by people, and counted by risk. Who tried, as a keyed digest.
  `alter table transaction add column card_masked text, add column visitor text`,
  `update transaction set card_masked = card.masked from card where card.id = transaction.card_id`,
  `alter table transaction alter column card_masked set not null`,
  // By code point whatever the database's locale: what begins with a text is a range of the index.
  `alter table transaction alter column order_id type text collate "C"`,
  `create index transaction_by_time on transaction (shop_id, created_at)`,
  `create index transaction_of_last_four on transaction (shop_id, right(card_masked, 4))`,
  `create index transaction_of_amount on transaction (shop_id, requested)`,
  `create index transaction_of_code on transaction (shop_id, authorisation_code) where authorisation_code is not null`,
  // Ends that few come to, and no payment on its way: looked for by status they would be met after reading nearly all.
  `create index transaction_ended on transaction (shop_id, status, id)
     where status in ('REFUSED', 'REVERSED', 'CANCELLED', 'EXPIRED')`,
  // What card testing looks like from here (core/card-testing.ts): declined lately. A payment on its way is not in it.
  `create index transaction_not_paid on transaction (shop_id, created_at) where status in ('DECLINED', 'REFUSED')`,
];
