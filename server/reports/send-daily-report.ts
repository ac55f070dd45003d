/**
 * Mails a report again, by somebody's word: the very bytes that were made, to those who are to get reports now.
 */
import { claimKey, keepAnswer, once, SHOP_SCOPE } from '../api/idempotency.js';
import type { Actor } from '../core/caller.js';
import { refuse } from '../core/refusal.js';
import type { Deps } from '../database/deps.js';
import { Writes } from '../database/writes.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { recordReport, requireReport, type ReportRow } from './daily-report.js';
import { listMails, newMail } from './report-mail.js';

export interface SendInput {
  readonly idempotencyKey: string;
  readonly reportId: string;
}

/** Refusals: `NOT_FOUND`, and `ACTION_NOT_POSSIBLE` without a mail server or without anybody to send it to. */
export async function sendDailyReport(
  deps: Deps,
  shopId: string,
  actor: Actor,
  { idempotencyKey: key, reportId }: SendInput,
): Promise<ReportRow> {
  const claim = claimKey(deps, { shopId, scope: SHOP_SCOPE, operation: 'sendDailyReport', key, input: { reportId } });
  const send = async () => {
    const report = await requireReport(deps.sql, shopId, reportId);
    const shop = await loadShop(deps.sql, shopId);
    requirePossible(deps.mailer.isConnected, shop.report_recipients);
    const at = nowAt(shop, deps.clock);
    const writes = new Writes();
    const facts = { recipients: shop.report_recipients.length };
    const row = recordReport(writes, deps, report, { event: 'SENDING_ASKED', actor, at, facts });
    const known = new Map((await listMails(deps.sql, [reportId])).map(mail => [mail.recipient, mail]));
    for (const recipient of shop.report_recipients) {
      const mail = known.get(recipient);
      if (!mail) writes.insert('report_mail', newMail(deps, report, recipient, at));
      // One that still waits is due at once, and is not mailed twice for it.
      else if (mail.status === 'PENDING')
        writes.update('report_mail', { id: mail.id, status: 'PENDING' }, { due_at: at });
      else {
        const again = { status: 'PENDING', due_at: at, ended_at: null, attempts_before: mail.attempts } as const;
        writes.update('report_mail', { id: mail.id, status: mail.status, attempts: mail.attempts }, again);
      }
    }
    keepAnswer(writes, deps, claim, 'REPORT', reportId);
    await writes.commit(deps.sql);
    return row;
  };
  const row = await once(deps, claim, send, id => requireReport(deps.sql, shopId, id));
  deps.nudge('OUTBOX');
  deps.nudge('MAIL');
  return row;
}

function requirePossible(isConnected: boolean, recipients: readonly string[]): void {
  const again = { path: 'reportId', retryable: true };
  if (!isConnected) throw refuse('ACTION_NOT_POSSIBLE', 'This installation has no mail server.', again);
  if (recipients.length === 0)
    throw refuse('ACTION_NOT_POSSIBLE', 'Nobody is to get reports: name recipients in the settings first.', again);
}
