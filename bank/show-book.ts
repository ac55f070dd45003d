/**
 * The book as JSON, to be laid beside the till's: amounts in minor units, currencies by their letters.
 */
import { SEPARATOR } from './changes.js';
import { currencyName, limitIn } from './currencies.js';
import type { Ledger } from './ledger.js';
import type { Authentication } from './threeds/authentications.js';

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
    authentications: [...ledger.authentications.all.values()].map(showAuthentication),
  };
}

/** `transStatus` is the last that the till was told, or would have been: of a challenge the RReq's. */
function showAuthentication({ end, ...authentication }: Authentication): unknown {
  const { tries, opened, failures, transStatus, acceptor, card, amount, at, behaviour } = authentication;
  const { acsTransID, dsTransID, threeDSServerTransID, usedBy } = authentication;
  const last = { transStatusReason: authentication.transStatusReason, eci: authentication.eci, ...end };
  return {
    acsTransID,
    dsTransID,
    threeDSServerTransID,
    acceptor,
    card,
    behaviour,
    amount,
    currency: currencyName(authentication.currency),
    at,
    aresStatus: transStatus,
    transStatus: end?.transStatus ?? transStatus,
    transStatusReason: last.transStatusReason,
    eci: last.eci,
    ...(transStatus === 'C' && { opened, failures, rreqs: tries }),
    ...(end && { cresStatus: end.cresStatus, challengeCancel: end.challengeCancel, plan: end.plan }),
    usedBy,
  };
}

function without(record: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

function batchName(id: string): { acceptor: string; currency: string; batch: string } {
  const [acceptor = '', currency = '', batch = ''] = id.split(SEPARATOR);
  return { acceptor, currency: currencyName(currency), batch };
}
