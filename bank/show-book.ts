/**
 * The book as JSON, to be laid beside the till's: amounts in minor units, currencies by their letters.
 */
import { SEPARATOR } from './changes.js';
import { currencyName, limitIn } from './currencies.js';
import type { Ledger } from './ledger.js';

export function showBook(ledger: Ledger): unknown {
  return {
    messages: ledger.messages,
    clocks: Object.fromEntries(ledger.clocks),
    accounts: [...ledger.accounts.values()].map(account => ({
      ...without(account, ['cardHash']),
      currency: currencyName(account.currency),
      limit: limitIn(account.currency),
      available: ledger.available(account.cardHash, account.currency),
    })),
    authorisations: [...ledger.authorisations.values()].map(authorisation => ({
      ...without(authorisation, ['kind', 'id', 'cardHash']),
      currency: currencyName(authorisation.currency),
    })),
    refunds: [...ledger.refunds.values()].map(({ id, rrn, amount, batch, at }) => {
      const originalRrn = id.split(SEPARATOR)[1];
      return { ...batchName(batch), rrn, originalRrn, amount, at };
    }),
    batches: [...ledger.batches.all].map(([id, batch]) => ({
      ...batchName(id),
      ...batch,
      totals: ledger.batches.totals(id),
    })),
  };
}

function without(record: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

function batchName(id: string): { acceptor: string; currency: string; batch: string } {
  const [acceptor = '', currency = '', batch = ''] = id.split(SEPARATOR);
  return { acceptor, currency: currencyName(currency), batch };
}
