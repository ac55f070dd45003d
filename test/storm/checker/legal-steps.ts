/**
 * 9. Only legal steps; final states absorb: a late approval changes nothing and is reversed again. And the database refuses what the
 * table refuses: it is looked at, because a guard that is gone is missed only on the day it is needed.
 */
import type { Catalogue } from '../evidence.js';
import { Check } from './check.js';
import type { Evidence } from './read.js';
import type { EventRow } from './rows.js';
import { FINAL, STEPS, stepFrom } from './states.js';

export function legalSteps(evidence: Evidence): Check {
  const check = new Check(9, 'legal steps');
  for (const history of evidence.histories.values())
    history.forEach((event, index) => isLegal(check, history, event, index));
  lateApprovals(check, evidence);
  guards(check, evidence.catalogue);
  return check;
}

function isLegal(check: Check, history: readonly EventRow[], event: EventRow, index: number): void {
  const { subject, from_status: from, to_status: to } = event;
  const where = { event: event.id, subject: event.subject_id, sequence: event.sequence };
  const before = history[index - 1]?.to_status ?? 'NEW';
  check.that(from === before, `${event.event} begins in ${from}, where ${before} was.`, where);
  if (!STEPS[subject]) return;
  const step = stepFrom(subject, from, event.event);
  check.that(step?.to === to, `${from} does not lead by ${event.event} to ${to}.`, where);
  check.that(
    !FINAL[subject]?.has(from) || to === from,
    `${from} is final, and ${event.event} left it for ${to}.`,
    where,
  );
}

/** Each is followed by a fresh reversal of the very message that was approved too late, and the bank has acknowledged it. */
function lateApprovals(check: Check, { tables, histories }: Evidence): void {
  for (const history of histories.values()) {
    history.forEach((event, index) => {
      if (event.event !== 'LATE_APPROVAL') return;
      const where = { event: event.id, transaction: event.subject_id };
      check.that(history[index + 1]?.event === 'RELEASE_REQUESTED', 'A late approval was not reversed afresh.', where);
      const reversals = tables.exchange.filter(
        row =>
          row.kind === 'REVERSAL' &&
          row.transaction_id === event.subject_id &&
          row.original_stan === event.facts['stan'] &&
          Date.parse(row.created_at) >= Date.parse(event.recorded_at),
      );
      check.that(reversals.length > 0, 'Of a late approval the bank was told nothing.', where);
    });
  }
}

/** What must be among the guards, as a text that their definitions hold. */
const UNIQUE: readonly (readonly [table: string, columns: RegExp])[] = [
  ['idempotency', /\(shop_id, scope, key\)/],
  ['exchange', /\(terminal, day, stan\)/],
  ['transaction', /\(shop_id, rrn\)/],
  ['transaction', /\(shop_id, order_id\) where/i],
  ['transaction', /\(session_id\) where/i],
  ['refund', /\(shop_id, rrn\)/],
  ['remittance_item', /\(transaction_id\) where/i],
  ['remittance_item', /\(refund_id\) where/i],
  ['exchange', /\(remittance_id\) where/i],
  ['event', /\(subject_id, sequence\)/],
  ['feed', /\(event_id\)/],
  ['delivery', /\(endpoint_id, event_id\)/],
];

const CHECKS: readonly (readonly [table: string, meaning: RegExp])[] = [
  ['transaction', /authorised = .*cancelled.*to_validate.*to_capture.*remitting.*captured/],
  ['transaction', /captured <= authorised/],
  ['transaction', /refunded \+ refund_pending <= captured/],
];

/** A check as one would write it: the catalogue names the type of each column that has one of our own, and puts it in brackets. */
const bare = (definition: string): string => definition.replaceAll(/[()]|::\w+/g, '');

function guards(check: Check, { uniques, checks, triggers, grants }: Catalogue): void {
  for (const [table, columns] of UNIQUE) {
    const found = uniques.some(each => each.table === table && columns.test(each.definition));
    check.that(found, `The database has no unique key of ${table} on ${columns.source}.`, { table });
  }
  for (const [table, meaning] of CHECKS) {
    const found = checks.some(each => each.table === table && meaning.test(bare(each.definition)));
    check.that(found, `The database does not check of ${table} that ${meaning.source}.`, { table });
  }
  for (const table of ['event', 'feed']) {
    const isSeen = grants.some(each => each.table === table && each.privilege === 'INSERT');
    check.that(isSeen, `Of the rights on ${table} nothing was seen.`, { table });
    for (const word of ['UPDATE', 'DELETE', 'TRUNCATE']) {
      const refuses = triggers.some(each => each.table === table && each.enabled && each.definition.includes(word));
      check.that(refuses, `No trigger refuses ${word} on ${table}.`, { table });
      const granted = grants.some(each => each.table === table && each.privilege === word);
      check.that(!granted, `The role that runs may ${word} on ${table}.`, { table });
    }
  }
}
