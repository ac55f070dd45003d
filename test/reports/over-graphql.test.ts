/** Reports and settings as callers see them: who may, what is shown, what is refused, and what the log keeps. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DemoShop } from '../../server/demo-shop.js';
import { sequenceEvents } from '../../server/notifications/sequence-events.js';
import { sendReports } from '../../server/reports/send-reports.js';
import { createKey } from '../support/callers.js';
import type { Authority } from '../support/graphql.js';
import { startHouse, type House } from '../support/house.js';
import { Browser, signIn } from '../support/members.js';
import { endDayNow } from '../support/reports.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';
import { advanceClock } from '../support/till.js';
import type { TestMailbox } from '../support/mailbox.js';

let house: House;
let mailbox: TestMailbox;
let shop: DemoShop;
let books: Browser;

beforeAll(async () => {
  // Without a timetable of its own: what is due happens when a test says so.
  house = await startHouse({ run: 'api', mailbox: true });
  if (!house.mailbox) throw new Error('There is a mailbox.');
  mailbox = house.mailbox;
});
afterAll(() => house?.close());
beforeEach(async () => {
  await mailbox.empty();
  shop = await house.openShop({ enrolled: false });
  books = await signIn(house, 'ACCOUNTANT', shop);
});

const REPORTS = `{ dailyReports(first: 10) { totalCount edges { node {
  id businessDay from until madeAt locale status sentAt subject text html csv
  recipients { recipient status endedAt nextTryAt tries { number replyCode reply fault } } } } } }`;
const SEND = `mutation ($input: SendDailyReportInput!) { sendDailyReport(input: $input) { __typename
  ... on DailyReport { id status } ... on Refusal { code path } } }`;
const SET = `mutation ($input: UpdateShopSettingsInput!) { updateShopSettings(input: $input) { __typename
  ... on ShopSettings { version reportRecipients reportLocale operatorCeiling } ... on Refusal { code path } } }`;

interface Shown {
  readonly id: string;
  readonly businessDay: string;
  readonly status: string;
  readonly sentAt: string | null;
  readonly html: string;
  readonly csv: string;
  readonly recipients: readonly {
    readonly recipient: string;
    readonly status: string;
    readonly tries: readonly unknown[];
  }[];
}

async function seeReports(authority: Authority = shop.apiKey): Promise<Shown[]> {
  const { data, errors } = await house.ask<{ dailyReports: { edges: { node: Shown }[] } }>(REPORTS, {}, authority);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.dailyReports.edges.map(({ node }) => node);
}

const set = async (input: object) => (await books.ask(SET, { input })).data['updateShopSettings'];
const send = async (reportId: string, key: string = randomUUID(), authority: Authority = { headers: books.headers }) =>
  (await house.ask(SEND, { input: { idempotencyKey: key, reportId } }, authority)).data?.['sendDailyReport'];

test('a report is shown as it was mailed, with every try', async () => {
  const id = await endDayNow(house, shop.shopId);
  expect(await seeReports()).toMatchObject([{ id, status: 'SENDING', sentAt: null, locale: 'fr' }]);
  await sendReports(house.server.app.deps);
  const [report] = await seeReports();
  expect(report).toMatchObject({
    status: 'SENT',
    sentAt: expect.any(String),
    recipients: [
      {
        recipient: 'books@example.com',
        status: 'SENT',
        nextTryAt: null,
        tries: [{ number: 1, replyCode: 250, fault: null }],
      },
    ],
  });
  const [listed] = await mailbox.list();
  const email = await mailbox.read(listed?.id ?? '');
  expect(email.html?.trimEnd()).toBe(report?.html.trimEnd());
  expect(Buffer.from(email.attachments[0]?.content as ArrayBuffer).toString()).toBe(report?.csv);
});

test('sent again it is the same letter, to those who are named now; the same request sends it once', async () => {
  const { deps } = house.server.app;
  const id = await endDayNow(house, shop.shopId);
  await sendReports(deps);
  await set({ reportRecipients: ['Books@Example.com', 'second@example.com'] });
  const key = randomUUID();
  expect(await send(id, key)).toEqual({ __typename: 'DailyReport', id, status: 'SENDING' });
  expect(await send(id, key)).toMatchObject({ __typename: 'DailyReport', id });
  expect(await send('rep_00000000000000000000000000', key)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  while ((await sendReports(deps)) > 0);
  const letters = await mailbox.list();
  expect(letters.map(({ to }) => to[0]).toSorted()).toEqual([
    'books@example.com',
    'books@example.com',
    'second@example.com',
  ]);
  const bytes = await Promise.all(letters.map(letter => mailbox.raw(letter.id)));
  expect(new Set(bytes.map(each => each.toString('hex'))).size).toBe(1);
  const events = deps.sql.selectFrom('event').select(['event', 'actor_kind', 'sequence']).where('subject_id', '=', id);
  expect(await events.orderBy('sequence').execute()).toEqual([
    { event: 'MADE', actor_kind: 'TILL', sequence: 1 },
    { event: 'SENDING_ASKED', actor_kind: 'MEMBER', sequence: 2 },
  ]);
});

test('a foreign report is neither seen nor sent, and looks like one that nobody has', async () => {
  const id = await endDayNow(house, shop.shopId);
  const stranger = await house.openShop();
  expect(await seeReports(stranger.apiKey)).toEqual([]);
  const absent = await send('rep_77777777777777777777777777', randomUUID(), stranger.apiKey);
  expect(absent).toEqual({ __typename: 'Refusal', code: 'NOT_FOUND', path: 'reportId' });
  expect(await send(id, randomUUID(), stranger.apiKey)).toEqual(absent);
});

test('a day that is running is no report yet', async () => {
  await endDayNow(house, shop.shopId);
  const { deps } = house.server.app;
  const running = await deps.sql
    .selectFrom('daily_report')
    .select('id')
    .where('shop_id', '=', shop.shopId)
    .where('status', '=', 'OPEN')
    .executeTakeFirstOrThrow();
  expect(await seeReports()).toHaveLength(1);
  expect(await send(running.id)).toMatchObject({ code: 'NOT_FOUND' });
});

test('without anybody to send it to it says so, and shows that it was not sent', async () => {
  await set({ reportRecipients: [] });
  const id = await endDayNow(house, shop.shopId);
  expect(await seeReports()).toMatchObject([{ id, status: 'NOT_SENT', recipients: [] }]);
  const key = randomUUID();
  expect(await send(id, key)).toMatchObject({ code: 'ACTION_NOT_POSSIBLE' });
  await set({ reportRecipients: ['books@example.com'] });
  expect(await send(id, key)).toMatchObject({ __typename: 'DailyReport' });
});

test('reports are for accountants and for keys that may read them, and reading is not sending', async () => {
  await endDayNow(house, shop.shopId);
  for (const profile of ['VIEWER', 'OPERATOR'] as const) {
    const person = await signIn(house, profile, shop);
    expect((await person.ask('{ dailyReports(first: 1) { totalCount } }')).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  }
  const reader = await createKey(house, shop.shopId, ['reports:read']);
  const [report] = await seeReports(reader);
  const { errors } = await house.ask(SEND, { input: { idempotencyKey: 'a', reportId: report?.id } }, reader);
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('settings are changed one by one, and each change is one entry of the log without the addresses', async () => {
  const { deps } = house.server.app;
  expect((await books.ask('{ shopSettings { version reportLocale cutOff } }')).data).toEqual({
    shopSettings: { version: 1, reportLocale: 'fr', cutOff: '22:00' },
  });
  expect(await set({ version: 1, reportLocale: 'en', operatorCeiling: 5000 })).toMatchObject({
    version: 2,
    reportLocale: 'en',
    operatorCeiling: 5000,
  });
  expect(await set({ version: 1, operatorCeiling: 1 })).toMatchObject({ code: 'ACTION_NOT_POSSIBLE', path: 'version' });
  expect(await set({ reportRecipients: ['a@example.com', 'A@EXAMPLE.com'] })).toMatchObject({
    version: 3,
    operatorCeiling: 5000,
    reportRecipients: ['a@example.com'],
  });
  expect(await set({ reportRecipients: ['a@example.com'] })).toMatchObject({ version: 3 });
  expect(await set({ operatorCeiling: null })).toMatchObject({ version: 4, operatorCeiling: null, reportLocale: 'en' });
  await sequenceEvents(deps);
  const log = await books.ask<{ auditLog: { edges: { node: { facts: unknown; actor: { name: string } } }[] } }>(
    '{ auditLog(first: 3) { edges { node { type subject facts actor { kind name } } } } }',
  );
  const actor = { kind: 'MEMBER', name: shop.members.find(({ profile }) => profile === 'ACCOUNTANT')?.email };
  const change = { type: 'SETTINGS_CHANGED', subject: 'SHOP', actor };
  expect(log.data.auditLog.edges.map(({ node }) => node)).toEqual([
    { ...change, facts: { before: { operatorCeiling: '5000' }, after: { operatorCeiling: null } } },
    { ...change, facts: { before: { reportRecipients: 1 }, after: { reportRecipients: 1 } } },
    {
      ...change,
      facts: {
        before: { reportLocale: 'fr', operatorCeiling: null },
        after: { reportLocale: 'en', operatorCeiling: '5000' },
      },
    },
  ]);
});

test.each([
  ['no address', ['books']],
  ['a second header', ['a@example.com\r\nBcc: b@example.com']],
  ['two in one', ['a@example.com,b@example.com']],
  ['a name before it', ['Books <a@example.com>']],
  ['an option of a program', ['"-oQ/tmp"@example.com']],
  ['a domain of dots', ['a@example..com']],
  ['more than twenty', Array.from({ length: 21 }, (_, place) => `a${place}@example.com`)],
])('%s is no list of recipients', async (_, reportRecipients) => {
  expect(await set({ reportRecipients })).toEqual({
    __typename: 'Refusal',
    code: 'INPUT_INVALID',
    path: 'reportRecipients',
  });
});

test("a test shop's clock that is moved over days mails each of them on the way", async () => {
  const session = await openSession(house, { bearer: shop.apiKey });
  await pay(house, session, sandboxCard('00'));
  await advanceClock(house, 3 * 86_400, shop.apiKey);
  const reports = await seeReports();
  expect(reports).toHaveLength(3);
  expect(reports.map(({ status }) => status)).toEqual(['SENT', 'SENT', 'SENT']);
  const names = (await mailbox.list()).map(({ messageId }) => messageId).filter(name => name.includes(shop.shopId));
  expect(names).toHaveLength(3);
  expect(new Set(names).size).toBe(3);
  expect(reports.at(-1)?.csv).toContain('CAPTURED');
});
