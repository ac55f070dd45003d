/**
 * 3, its other half. Everything that reached the bank had been written down before; an authorisation is asked once and never
 * repeated; and the answer we wrote down is the one the bank gave.
 */
import { fieldSeven, nameOf, type JournalLine } from './bank-book.js';
import { Check } from './check.js';
import type { Evidence } from './read.js';
import type { ExchangeRow } from './rows.js';

const REQUEST_OF: Readonly<Record<string, readonly string[]>> = {
  '0100': ['AUTHORISATION'],
  '0400': ['REVERSAL', 'RELEASE'],
  '0420': ['REVERSAL', 'RELEASE'],
  '0401': ['REVERSAL', 'RELEASE'],
  '0421': ['REVERSAL', 'RELEASE'],
  '0220': ['CAPTURE', 'REFUND'],
  '0221': ['CAPTURE', 'REFUND'],
  '0500': ['TOTALS'],
  '0501': ['TOTALS'],
};

export function heardIsWritten(evidence: Evidence): Check {
  const check = new Check(3, 'what the bank heard and said');
  const { tables, journal } = evidence;
  const written = new Map(
    tables.exchange.map(row => [`${row.terminal} ${row.stan} ${fieldSeven(row.transmitted_at)}`, row]),
  );
  const authorisations = new Set<string>();
  for (const { mti = '', fields = {}, unit, kind, fault } of journal) {
    // What the bank could not read it has answered with 30; bytes are falsified on the way.
    if (kind !== 'IN' || !REQUEST_OF[mti] || fault !== undefined) continue;
    const name = `${fields['41']?.trimEnd()} ${fields['11']} ${fields['7']}`;
    const row = written.get(name);
    check.that(row !== undefined, `The bank heard ${mti} ${name}, which we never wrote down.`, { unit });
    check.that(!row || isSame(row, mti, fields), `The bank heard ${mti} ${name} otherwise than we wrote it down.`, {
      unit,
      exchange: row?.id,
      fields,
    });
    if (mti !== '0100') continue;
    check.that(!authorisations.has(name), `An authorisation was asked twice: ${name}.`, { unit, exchange: row?.id });
    authorisations.add(name);
  }
  believedIsSaid(check, evidence);
  return check;
}

function isSame(row: ExchangeRow, mti: string, fields: NonNullable<JournalLine['fields']>): boolean {
  if (!REQUEST_OF[mti]?.includes(row.kind)) return false;
  if (row.rrn !== null && fields['37'] !== undefined && fields['37'].trimEnd() !== row.rrn.trimEnd()) return false;
  return row.amount === null || fields['4'] === undefined || Number(fields['4']) === row.amount;
}

/**
 * A code that the bank never gave may only be one that was falsified on demand, and no such one is a yes; or the 30 by which it says that
 * bytes came which it could not read.
 */
function believedIsSaid(check: Check, { tables, book, journal }: Evidence): void {
  const acceptors = new Map(tables.shop.map(shop => [shop.id, shop.acceptor]));
  const said = new Map(book.authorisations.map(line => [nameOf(line), line.code]));
  const falsified = new Set(
    journal
      .filter(line => line.kind === 'OUT' && line.befell === 'UNKNOWN_CODE')
      .map(({ fields = {} }) => `${fields['41']?.trimEnd()} ${fields['11']}`),
  );
  const unreadable = new Set(
    journal
      .filter(line => line.kind === 'IN' && line.mti === '0100' && line.fault !== undefined)
      .map(({ fields = {} }) => `${fields['41']?.trimEnd()} ${fields['11']} ${fields['7']}`),
  );
  for (const row of tables.exchange) {
    if (row.kind !== 'AUTHORISATION' || row.status !== 'ANSWERED' || row.rrn === null) continue;
    const sentAt = fieldSeven(row.transmitted_at);
    const name = nameOf({ acceptor: acceptors.get(row.shop_id) ?? '', rrn: row.rrn, stan: row.stan, sentAt });
    const wasUnreadable = unreadable.has(`${row.terminal} ${row.stan} ${sentAt}`) && row.response_code === '30';
    const excused = (falsified.has(`${row.terminal} ${row.stan}`) && row.response_code !== '00') || wasUnreadable;
    check.that(
      excused || said.get(name) === row.response_code,
      `We believe ${row.response_code}, the bank said ${said.get(name) ?? 'nothing'}.`,
      {
        exchange: row.id,
        transaction: row.transaction_id,
      },
    );
  }
}
