/**
 * A line of the log in words: what happened, to what, and what else the log knows of it.
 */
import { shortDateTime } from '../../../../ui/format-time.ts';
import type { MessageKey, Translate } from '../../../../ui/text.ts';
import type { TillKnows } from '../../../context.ts';
import type { AuditEntryShown } from '../../../queries/audit.queries.ts';
import { scopesInWords } from '../keys/scopes.ts';

/** Each kind of event has its sentence; one that this page does not know yet keeps the name it has in the log. */
export function sentenceOf({ subject, type }: AuditEntryShown, t: Translate): string {
  return worded(`till.${SENTENCES[subject] ?? `audit.${subject}`}.${type}`, t) ?? type;
}

/** Told in the same words as on a transaction's page. */
const SENTENCES: Readonly<Partial<Record<AuditEntryShown['subject'], string>>> = {
  TRANSACTION: 'event',
  AUTHENTICATION: 'authenticationEvent',
};

function worded(key: string, t: Translate): string | null {
  const text = t(key as MessageKey);
  return text === key ? null : text;
}

export interface Subject {
  readonly name: string;
  /** Its page here, if it has one. */
  readonly address: string | null;
}

export function subjectOf(entry: AuditEntryShown, t: Translate): Subject | null {
  const { subject, subjectId, subjectName, transactionId } = entry;
  if (transactionId !== null)
    return { name: subjectName ?? t('till.transaction.title'), address: `/till/transactions/${transactionId}` };
  switch (subject) {
    case 'REMITTANCE':
      return {
        name: t('till.remittance.name', { number: subjectName ?? '' }),
        address: `/till/remittances/${subjectId}`,
      };
    case 'REPORT':
      return { name: t('till.audit.theReport'), address: `/till/reports/${subjectId}` };
    case 'ENDPOINT':
      return { name: subjectName ?? subjectId, address: `/till/notifications?endpoint=${subjectId}` };
    case 'SESSION':
      return { name: t('till.transaction.order', { order: subjectName ?? '' }), address: null };
    case 'SHOP':
      return null;
    default:
      return { name: subjectName ?? subjectId, address: null };
  }
}

type Facts = Readonly<Record<string, unknown>>;

/** What is worth reading of the rest, by the name it has in the log; the ids of other things are not. */
export function detailsOf({ facts }: AuditEntryShown, till: TillKnows): string {
  return Object.entries(facts)
    .flatMap(([name, value]) => detail(name, value, facts, till) ?? [])
    .filter(text => text !== '')
    .join(' · ');
}

function detail(name: string, value: unknown, facts: Facts, till: TillKnows): string | null {
  const { t } = till;
  switch (name) {
    case 'profile':
      return worded(`till.profile.${String(value)}`, t);
    case 'after':
      return changes(facts['before'], value, t);
    case 'scopes':
      return Array.isArray(value) ? scopesInWords(value.map(String), t).join(', ') : null;
    case 'from':
      return typeof value === 'string' ? t('till.audit.from', { place: value.slice(0, 6) }) : null;
    case 'device':
      return value === 'NEW' ? t('till.audit.newBrowser') : null;
    case 'to':
      return isInstant(value) ? t('till.audit.to', { time: shortDateTime(till, value) }) : null;
    case 'ended':
    case 'recipients':
    case 'debits':
    case 'credits':
      return typeof value === 'number' ? t(`till.audit.${name}`, { count: value }) : null;
    case 'responseCode':
    case 'authorisationCode':
    case 'code':
      return typeof value === 'string' && value !== '' ? `${t(`till.fact.${name}`)} ${value}` : null;
    case 'outcome':
      return worded(`till.threeds.${String(value)}`, t);
    case 'cause':
    case 'because':
      return worded(`till.cause.${String(value)}`, t) ?? String(value);
    case 'reason':
      return typeof value === 'string' ? value : null;
    default:
      return null;
  }
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

/** One thing that changed, or several by name. */
function changes(before: unknown, after: unknown, t: Translate): string | null {
  if (!isObject(before) || !isObject(after)) return `${plain(before, t)} → ${plain(after, t)}`;
  return Object.keys(after)
    .map(
      name => `${worded(`till.audit.setting.${name}`, t) ?? name} ${plain(before[name], t)} → ${plain(after[name], t)}`,
    )
    .join(' · ');
}

function plain(value: unknown, t: Translate): string {
  if (value === null || value === undefined) return '–';
  return worded(`till.profile.${String(value)}`, t) ?? String(value);
}

function isObject(value: unknown): value is Facts {
  return value !== null && typeof value === 'object';
}
