/**
 * What happens by itself. Every job looks for what is due and wakes up the verb for it; any number of workers may run them, since
 * each job takes rows under a lease, a lock or a version.
 */
import { forgetKeys } from './api/forget-keys.js';
import { eraseCards } from './cards/erase-cards.js';
import { expireSessions } from './checkout/expire-session.js';
import type { Deps, Queue } from './database/deps.js';
import { forgetOldDevices } from './members/device.js';
import { forgetSignIns } from './members/sign-out.js';
import { forgetOldTries } from './members/try-counter.js';
import { tellEndpoints } from './notifications/tell-endpoints.js';
import { sequenceEvents } from './notifications/sequence-events.js';
import { closeDueRemittances } from './remittance/close-remittance.js';
import { sendRemittances } from './remittance/send-remittance.js';
import { makeReports } from './reports/make-reports.js';
import { sendReports } from './reports/send-reports.js';
import { expireValidations } from './transactions/expire-validations.js';
import { lapseAuthorisations } from './transactions/lapse-authorisations.js';
import { reauthoriseDue } from './transactions/reauthorise.js';
import { refreshRanges } from './authentication/ranges.js';
import { abandonAuthentications, continueInterrupted } from './transactions/authenticating/due-authentications.js';
import { recoverUnsettled } from './transactions/recover.js';
import { tellUndone } from './transactions/tell-undone.js';

export interface Job {
  readonly name: string;
  /** Real time between two looks when nothing nudges. */
  readonly every_ms: number;
  /** A nudge of this queue makes it look at once. */
  readonly queue?: Queue;
  /** How long nudges are gathered before it looks, and the pause between two looks that find something; at once if absent. */
  readonly gather_ms?: number;
  /**
   * Does what is due; answers how much that was. A job that is handed `stopping` may go on with what becomes due
   * meanwhile, until it is told to stop; without it, it ends by itself.
   */
  readonly run: (deps: Deps, stopping?: AbortSignal) => Promise<number>;
}

/** In this order: what a closing that is overdue still carries has not lapsed. */
async function closeThenLapse(deps: Deps): Promise<number> {
  return (await closeDueRemittances(deps)) + (await lapseAuthorisations(deps));
}

export const TIMETABLE: readonly Job[] = [
  { name: 'expire sessions', every_ms: 5_000, run: expireSessions },
  { name: 'refresh the ranges of the directory', every_ms: 60_000, run: refreshRanges },
  { name: 'abandon authentications', every_ms: 2_000, run: abandonAuthentications },
  { name: 'continue after authentications', every_ms: 5_000, run: continueInterrupted },
  { name: 'recover unsettled authorisations', every_ms: 2_000, run: recoverUnsettled },
  { name: 'tell reversals and releases', every_ms: 500, queue: 'EXCHANGES', run: tellUndone },
  { name: 'close remittances', every_ms: 1_000, run: closeThenLapse },
  { name: 'expire validations', every_ms: 5_000, run: expireValidations },
  { name: 'authorise again', every_ms: 5_000, run: reauthoriseDue },
  { name: 'send remittances', every_ms: 1_000, queue: 'EXCHANGES', run: sendRemittances },
  { name: 'sequence events', every_ms: 200, queue: 'OUTBOX', gather_ms: 40, run: sequenceEvents },
  { name: 'tell endpoints', every_ms: 500, queue: 'DELIVERIES', run: tellEndpoints },
  { name: 'make daily reports', every_ms: 2_000, run: makeReports },
  { name: 'send daily reports', every_ms: 1_000, queue: 'MAIL', run: sendReports },
  { name: 'erase card numbers', every_ms: 60_000, run: eraseCards },
  { name: 'forget idempotency keys', every_ms: 600_000, run: forgetKeys },
  { name: 'forget ended sign-ins', every_ms: 600_000, run: forgetSignIns },
  { name: 'forget wrong tries', every_ms: 600_000, run: forgetOldTries },
  { name: 'forget devices', every_ms: 3_600_000, run: forgetOldDevices },
];

/** Runs every job until nothing is due any more; for a clock that was moved. Bounded: what is always due is a bug. */
export async function runDue(deps: Deps): Promise<void> {
  for (let round = 0; round < 1_000; round++) {
    let done = 0;
    for (const job of TIMETABLE) done += await job.run(deps);
    if (done === 0) return;
  }
  throw new Error('Something is due again and again.');
}
