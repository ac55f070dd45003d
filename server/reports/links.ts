import type { TransactionStatus } from '../core/transaction.js';
import type { ReportRow } from './daily-report.js';

export interface Links {
  /** Those of the day, all or in one status. */
  transactions(status?: TransactionStatus): string;
  transaction(id: string): string;
  remittance(id: string): string;
  work(): string;
  reports(): string;
  /** Those that stand so, whatever their day. */
  standing(status: TransactionStatus): string;
  webhooks(): string;
}

/** From a report into the till. */
export function linksOf(publicUrl: string, { from_at, until_at }: ReportRow): Links {
  const till = `${publicUrl}/till`;
  const day = { from: from_at.toISOString(), until: until_at.toISOString() };
  const list = (filter: Readonly<Record<string, string>>) => `${till}/transactions?${new URLSearchParams(filter)}`;
  return {
    transactions: status => list({ ...(status ? { status } : {}), ...day }),
    transaction: id => `${till}/transactions/${id}`,
    remittance: id => `${till}/remittances/${id}`,
    work: () => `${till}/work`,
    reports: () => `${till}/reports`,
    standing: status => list({ status }),
    webhooks: () => `${till}/webhooks`,
  };
}
