/**
 * 13, the numbers: STANs are unique per terminal and day, RRNs per shop, and what is sent again is the same message: one exchange for each
 * item, each batch's totals, each thing to be reversed.
 */
import { Check, grouped } from './check.js';
import type { Evidence } from './read.js';

export function numbers(evidence: Evidence): Check {
  const check = new Check(13, 'numbers of messages');
  const { tables } = evidence;
  for (const [name, rows] of grouped(tables.exchange, row => `${row.terminal} ${row.day} ${row.stan}`))
    check.that(rows.length === 1, `${rows.length} messages have one STAN: ${name}.`, {
      exchanges: rows.map(({ id }) => id),
    });
  for (const row of tables.exchange)
    check.that(row.transmitted_at.startsWith(row.day), 'A STAN is counted for another day than that of its message.', {
      exchange: row.id,
    });
  references(check, evidence);
  sentAgain(check, evidence);
  heardOnce(check, evidence);
  return check;
}

/** An authorisation has one RRN, in its reversals and its capture as well; a refund has its own. */
function references(check: Check, { tables }: Evidence): void {
  const uses = tables.exchange.flatMap(row => {
    const owner = row.kind === 'REFUND' ? row.refund_id : row.transaction_id;
    return row.rrn === null ? [] : [{ name: `${row.shop_id} ${row.rrn}`, owner, exchange: row.id }];
  });
  for (const [rrn, own] of grouped(uses, ({ name }) => name)) {
    const owners = new Set(own.map(({ owner }) => owner));
    check.that(owners.size === 1, `One RRN stands for ${owners.size} things.`, { rrn, owners: [...owners] });
  }
  const asked = tables.exchange.filter(({ kind }) => kind === 'AUTHORISATION');
  for (const [rrn, rows] of grouped(asked, row => `${row.shop_id} ${row.rrn}`))
    check.that(rows.length === 1, `${rows.length} authorisations have one RRN.`, {
      rrn,
      exchanges: rows.map(({ id }) => id),
    });
}

function sentAgain(check: Check, { tables, histories }: Evidence): void {
  const items = tables.exchange.filter(row => row.item_id !== null);
  for (const [item, rows] of grouped(items, row => row.item_id))
    check.that(rows.length === 1, `${rows.length} messages tell one item.`, {
      item,
      exchanges: rows.map(({ id }) => id),
    });
  const totals = tables.exchange.filter(({ kind }) => kind === 'TOTALS');
  for (const [remittance, rows] of grouped(totals, row => row.remittance_id))
    check.that(rows.length === 1, `${rows.length} messages tell the totals of one remittance.`, { remittance });
  const reversals = tables.exchange.filter(({ kind }) => kind === 'REVERSAL');
  for (const [what, rows] of grouped(reversals, row => `${row.transaction_id} ${row.original_stan}`)) {
    const [transaction = '', stan] = what.split(' ');
    const history = histories.get(transaction) ?? [];
    const late = history.filter(({ event, facts }) => event === 'LATE_APPROVAL' && facts['stan'] === stan).length;
    const first = rows.filter(row => !row.not_found_once).length;
    check.that(first <= 1 + late, `${first} reversals of one authorisation, for ${late} late approvals.`, {
      transaction,
      stan,
    });
    const again = rows.length - first;
    const notFound = rows.filter(({ response_code }) => response_code === '25').length;
    check.that(again <= notFound, 'A reversal was sent again under a new STAN though none was answered with 25.', {
      transaction,
      stan,
    });
  }
}

/** The bank heard each STAN for one thing only: repeats say the same. */
function heardOnce(check: Check, { journal }: Evidence): void {
  const heard = new Map<string, string>();
  for (const { kind, mti = '', fields = {}, fault, unit } of journal) {
    if (kind !== 'IN' || fault !== undefined || mti.startsWith('08')) continue;
    const name = `${fields['41']} ${fields['11']} ${fields['7']?.slice(0, 4)}`;
    const said = JSON.stringify([mti.slice(0, 3), fields['7'], fields['37'], fields['4'], fields['95'], fields['90']]);
    check.that((heard.get(name) ?? said) === said, `The bank heard one STAN for two things: ${name}.`, { unit });
    heard.set(name, said);
  }
}
