/**
 * Which lines of the log are shown is in the address: a view can be kept, shared and gone back to.
 */
import type { AuditSubject } from '../../../../graphql/generated/till/graphql.ts';

/** People and settings first, then the closing of the day, then payments, of which there are most. */
export const SUBJECTS = [
  'MEMBER',
  'KEY',
  'ENDPOINT',
  'SHOP',
  'REMITTANCE',
  'REPORT',
  'TRANSACTION',
  'REFUND',
  'SESSION',
  'AUTHENTICATION',
] as const satisfies readonly AuditSubject[];

export interface AuditView {
  /** None for all. */
  readonly subjects: readonly AuditSubject[];
  /** Cursor that the page comes after; null for the newest. */
  readonly after: string | null;
}

export function viewOf(address: string): AuditView {
  const given = new URLSearchParams(address.split('?')[1] ?? '');
  const about = (given.get('about') ?? '').split(',');
  return { subjects: SUBJECTS.filter(each => about.includes(each)), after: given.get('after') };
}

export function addressOf({ subjects, after }: AuditView): string {
  const parameters = new URLSearchParams();
  if (subjects.length > 0) parameters.set('about', subjects.join(','));
  if (after !== null) parameters.set('after', after);
  // Commas may stand in a query as they are (RFC 3986, 3.4), and can be read.
  const query = parameters.toString().replaceAll('%2C', ',');
  return query === '' ? '/till/audit' : `/till/audit?${query}`;
}
