/** Mail servers that say no, later, or nothing at all; and workers that are quick, slow or dead. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createMailer } from '../../server/adapters/mailer.js';
import { systemTimers } from '../../server/adapters/system.js';
import type { App } from '../../server/app.js';
import { HOUR_ms, SECOND_ms } from '../../server/core/time.js';
import { makeReports } from '../../server/reports/make-reports.js';
import { sendReports } from '../../server/reports/send-reports.js';
import { sendDailyReport } from '../../server/reports/send-daily-report.js';
import { BY_KEY, Rig } from '../remittance/rig.js';
import { MailServer, silentServer } from '../support/mail-server.js';
import { mailServerAt, newMailedShop, reportsOf } from './rig.js';

let rig: Rig;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  rig = await Rig.start('2027-03-10T09:00:00Z');
});
afterAll(() => rig?.stop());
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

/** Another process of the house, that mails through the server at this port. */
async function processMailingTo(port: number, timeout_ms = 5_000): Promise<App> {
  const mailer = createMailer({
    server: mailServerAt(port),
    from: 'till@guichet.example',
    name: 'guichet.example',
    timers: systemTimers,
    timeout_ms,
  });
  const app = await rig.otherProcess({ mailer });
  open.push(app);
  return app;
}

async function mailServer(): Promise<MailServer> {
  const server = await MailServer.start();
  open.push(server);
  return server;
}

/** A day of a new shop ends, and its report is made by this process. */
async function endDayOf({ deps }: App, recipients: readonly string[]): Promise<void> {
  const shopId = await newMailedShop(rig, recipients);
  const { until_at } = await deps.sql
    .selectFrom('daily_report')
    .select('until_at')
    .where('shop_id', '=', shopId)
    .where('status', '=', 'OPEN')
    .executeTakeFirstOrThrow();
  rig.clock.pass(until_at.getTime() - rig.clock.now().getTime());
  while ((await makeReports(deps)) > 0);
}

async function outcomes(): Promise<Record<string, (string | number | null)[]>> {
  const mails = await rig.deps.sql.selectFrom('report_mail').selectAll().where('shop_id', '=', rig.shopId).execute();
  const entries = mails.map(async (mail): Promise<[string, (string | number | null)[]]> => {
    const tries = await rig.deps.sql
      .selectFrom('report_mail_attempt')
      .selectAll()
      .where('mail_id', '=', mail.id)
      .orderBy('number')
      .execute();
    return [mail.recipient, [mail.status, ...tries.map(each => each.reply_code ?? each.fault)]];
  });
  return Object.fromEntries(await Promise.all(entries));
}

const A = 'a@shop.example';
const B = 'b@shop.example';

test('a recipient who is refused for good does not keep the others from getting theirs', async () => {
  const server = await mailServer();
  server.behave({ toRecipient: address => (address === A ? 550 : undefined) });
  const app = await processMailingTo(server.port);
  await endDayOf(app, [A, B]);
  await sendReports(app.deps);
  rig.clock.pass(HOUR_ms);
  expect(await sendReports(app.deps)).toBe(0);
  expect(await outcomes()).toEqual({ [A]: ['REFUSED', 550], [B]: ['SENT', 250] });
  expect(server.heard.map(({ to }) => to)).toEqual([[B]]);
});

test.each([
  ['the recipient is to be tried later', { toRecipient: () => 450 }, 450],
  ['the letter is to be tried later', { toLetter: () => 451 }, 451],
] as const)('when %s, it is, after five seconds', async (_, behaviour, code) => {
  const server = await mailServer();
  server.behave(behaviour);
  const app = await processMailingTo(server.port);
  await endDayOf(app, [A]);
  await sendReports(app.deps);
  server.behave({});
  rig.clock.pass(4 * SECOND_ms);
  expect(await sendReports(app.deps)).toBe(0);
  rig.clock.pass(SECOND_ms);
  expect(await sendReports(app.deps)).toBe(1);
  expect(await outcomes()).toEqual({ [A]: ['SENT', code, 250] });
});

test('a letter that is refused for good is not tried again', async () => {
  const server = await mailServer();
  server.behave({ toLetter: () => 554 });
  const app = await processMailingTo(server.port);
  await endDayOf(app, [A]);
  await sendReports(app.deps);
  expect(await outcomes()).toEqual({ [A]: ['REFUSED', 554] });
});

test('a server that says nothing is given up after its time, and tried again', async () => {
  const silent = await silentServer();
  open.push(silent);
  const app = await processMailingTo(silent.port, 200);
  await endDayOf(app, [A]);
  await sendReports(app.deps);
  expect(await outcomes()).toEqual({ [A]: ['PENDING', 'TIMED_OUT'] });
});

test('a server that is down for more than three days gets nothing, and everything once somebody asks for it', async () => {
  const closed = await MailServer.start();
  const { port } = closed;
  await closed.close();
  const app = await processMailingTo(port);
  await endDayOf(app, [A]);
  for (let hours = 0; hours < 74; hours += 1) {
    await sendReports(app.deps);
    rig.clock.pass(HOUR_ms);
  }
  expect((await outcomes())[A]?.[0]).toBe('PENDING');
  for (let hours = 0; hours < 12; hours += 1) {
    await sendReports(app.deps);
    rig.clock.pass(HOUR_ms);
  }
  const tries = Array.from({ length: 10 }, () => 'CONNECTION_REFUSED');
  expect(await outcomes()).toEqual({ [A]: ['ABANDONED', ...tries] });

  const server = await mailServer();
  const { deps } = await processMailingTo(server.port);
  const [report] = await reportsOf(rig);
  const asked = { idempotencyKey: rig.key(), reportId: report?.id ?? '' };
  await sendDailyReport(deps, rig.shopId, BY_KEY, asked);
  await sendReports(deps);
  expect(await outcomes()).toEqual({ [A]: ['SENT', ...tries, 250] });
  expect(server.heard[0]?.raw.equals(Buffer.from(report?.message ?? []))).toBe(true);
});

test('two workers at once make one report, and mail it once', async () => {
  const server = await mailServer();
  const [one, other] = [await processMailingTo(server.port), await processMailingTo(server.port)];
  await newMailedShop(rig, [A, B]);
  rig.clock.pass(24 * HOUR_ms);
  await Promise.all([makeReports(one.deps), makeReports(other.deps)]);
  await Promise.all([sendReports(one.deps), sendReports(other.deps)]);
  expect(await reportsOf(rig)).toHaveLength(1);
  expect(server.heard.map(({ to }) => to[0]).toSorted()).toEqual([A, B]);
});

test('what a process has made before it died, the next one mails', async () => {
  const server = await mailServer();
  await endDayOf(await processMailingTo(server.port), [A]);
  expect(server.heard).toEqual([]);
  const next = await processMailingTo(server.port);
  await sendReports(next.deps);
  expect(await outcomes()).toEqual({ [A]: ['SENT', 250] });
});

test('of a process that stopped between sending and writing it down, the letter may come twice, in the same bytes', async () => {
  const server = await mailServer();
  let goOn = (): void => undefined;
  const stopped = new Promise<number>(resolve => {
    goOn = () => resolve(451);
  });
  server.behave({ toLetter: () => stopped });
  const [one, other] = [await processMailingTo(server.port), await processMailingTo(server.port)];
  await endDayOf(one, [A]);
  const slow = sendReports(one.deps);
  while (server.heard.length === 0) await new Promise(resolve => setTimeout(resolve, 10));
  // Its lease protects it from being sent by another meanwhile, but not for ever.
  expect(await sendReports(other.deps)).toBe(0);
  rig.clock.pass(70 * SECOND_ms);
  server.behave({});
  expect(await sendReports(other.deps)).toBe(1);
  expect(await outcomes()).toEqual({ [A]: ['SENT', null, 250] });
  goOn();
  await slow;
  // What the stale one hears is kept, and decides nothing any more.
  expect(await outcomes()).toEqual({ [A]: ['SENT', 451, 250] });
  const [first, second] = server.heard;
  expect(first && second?.raw.equals(first.raw)).toBe(true);
});

test('without a mail server a report is made and kept, and mailed to nobody', async () => {
  await endDayOf(rig.app, [A]);
  expect(await sendReports(rig.deps)).toBe(0);
  expect(await outcomes()).toEqual({});
  expect(await reportsOf(rig)).toHaveLength(1);
});

test('what is made of a day that another worker has meanwhile passed over is not written under another day', async () => {
  const server = await mailServer();
  const { deps } = await processMailingTo(server.port);
  await newMailedShop(rig, [A]);
  rig.clock.pass(24 * HOUR_ms);
  let goOn = (): void => undefined;
  const gate = new Promise<void>(resolve => {
    goOn = resolve;
  });
  let begin = (): void => undefined;
  const begun = new Promise<void>(resolve => {
    begin = resolve;
  });
  const compose: typeof deps.mailer.compose = async letter => {
    begin();
    await gate;
    return deps.mailer.compose(letter);
  };
  const slow = makeReports({ ...deps, mailer: { ...deps.mailer, isConnected: true, compose } });
  await begun;
  rig.clock.pass(30 * 24 * HOUR_ms);
  expect(await makeReports(rig.deps)).toBeGreaterThan(0);
  goOn();
  await slow;
  while ((await makeReports(rig.deps)) > 0);
  const reports = await reportsOf(rig);
  expect(reports.length).toBeGreaterThanOrEqual(7);
  for (const { business_day, message } of reports)
    expect(Buffer.from(message ?? []).toString()).toContain(`<daily.${business_day}.`);
});
