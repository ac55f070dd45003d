/** Days of 23 and 25 hours, days in which nothing happens, and a bank that keeps a day waiting. Clocks only go forward: the tests stand in the order of the calendar. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HOUR_ms, MINUTE_ms } from '../../server/core/time.js';
import { makeReports } from '../../server/reports/make-reports.js';
import { sendRemittances } from '../../server/remittance/send-remittance.js';
import { rowsOfCsv } from './csv.js';
import { endDay, newMailedShop, onlyLetter, openMailedHouse, reportsOf, type MailedHouse } from './rig.js';

let house: MailedHouse;

beforeAll(async () => {
  house = await openMailedHouse('2027-03-10T09:00:00Z');
});
afterAll(() => house?.close());

/** Ids of the transactions in each report, by business day. */
async function told(): Promise<Record<string, string[]>> {
  const reports = await reportsOf(house.rig);
  return Object.fromEntries(
    reports.map(({ business_day, csv }) => {
      const [, ...lines] = rowsOfCsv(Buffer.from(csv ?? ''));
      return [business_day, lines.map(([id = '']) => id).toSorted()];
    }),
  );
}

const hoursOf = (report: { from_at: Date; until_at: Date }) =>
  (report.until_at.getTime() - report.from_at.getTime()) / HOUR_ms;

test('a day waits for its bank for an hour, and then says that it has not answered', async () => {
  const { rig, mailbox } = house;
  await newMailedShop(rig);
  await rig.pay();
  await rig.order({ kind: 'REFUSE_CONNECTIONS', probability: 1 });
  rig.clock.passUntil('2027-03-10T21:00:00Z');
  await endDay(rig);
  rig.clock.passUntil('2027-03-10T21:59:59Z');
  await endDay(rig);
  expect(await mailbox.list()).toEqual([]);
  rig.clock.passUntil('2027-03-10T22:00:00Z');
  await endDay(rig);
  const { email } = await onlyLetter(mailbox);
  expect(email.text).toMatch(/Remittances that the bank has not answered yet +1\n/);
  expect(email.text).toMatch(/No\. 1, EUR +1 +€10\.00 +0 +€0\.00 +Sent; the bank has not answered yet\./);
  expect(email.date).toBe('2027-03-10T21:00:00.000Z');
  await rig.clearFaults();
  await mailbox.empty();
});

test('a day whose bank answers within the hour is told at once, with what it rejected', async () => {
  const { rig, mailbox } = house;
  await newMailedShop(rig);
  const paid = await rig.pay({ serial: 77, amount: 2500n });
  await rig.order({ kind: 'REJECT_ITEM', probability: 1, code: '57' });
  await rig.order({ kind: 'REFUSE_CONNECTIONS', probability: 1 });
  rig.clock.passUntil('2027-03-11T21:00:00Z');
  await endDay(rig);
  expect(await mailbox.list()).toEqual([]);
  await rig.clearFaults();
  await rig.order({ kind: 'REJECT_ITEM', probability: 1, code: '57' });
  rig.clock.pass(10 * MINUTE_ms);
  await sendRemittances(rig.deps);
  await endDay(rig);
  const { email } = await onlyLetter(mailbox);
  expect(email.text).toMatch(new RegExp(`${paid.order_id} +Capture +€25\\.00 +57\n`));
  expect(email.text).toContain(`/till/transactions/${paid.id}>`);
  expect(email.text).toMatch(/Captures held out of the remittances +1\n/);
  await rig.clearFaults();
  await mailbox.empty();
});

test('a day in which nothing happens is told as well, a week of them at most', async () => {
  const { rig, mailbox } = house;
  await newMailedShop(rig);
  rig.clock.passUntil('2027-03-12T21:00:00Z');
  await endDay(rig);
  const { email } = await onlyLetter(mailbox);
  expect(email.text).toMatch(/There was no transaction on this day\.[^]*Nothing was remitted\./);
  await mailbox.empty();
  // The house was closed for a week and a day of it had something in it.
  rig.clock.passUntil('2027-03-14T09:00:00Z');
  const paid = await rig.pay();
  rig.clock.passUntil('2027-03-26T09:00:00Z');
  await endDay(rig);
  const days = await told();
  expect(days).toMatchObject({ '2027-03-12': [], '2027-03-14': [paid.id], '2027-03-25': [] });
  expect(Object.keys(days)).not.toContain('2027-03-17');
  expect(Object.keys(days).filter(day => day > '2027-03-17')).toHaveLength(7);
  await mailbox.empty();
});

/** The last Saturday 9:00 before the change, then: from day to day, the cut-offs and how long the day was. */
const CHANGES = [
  [
    '22:00',
    '2027-03-27T09:00:00Z',
    ['2027-03-27T21:00:00Z', '2027-03-28T20:00:00Z', '2027-03-29T20:00:00Z'],
    [24, 23, 24],
  ],
  [
    '02:30',
    '2028-03-24T09:00:00Z',
    ['2028-03-25T01:30:00Z', '2028-03-26T01:00:00Z', '2028-03-27T00:30:00Z'],
    [24, 23.5, 23.5],
  ],
  [
    '22:00',
    '2028-10-28T09:00:00Z',
    ['2028-10-28T20:00:00Z', '2028-10-29T21:00:00Z', '2028-10-30T21:00:00Z'],
    [24, 25, 24],
  ],
  [
    '02:30',
    '2029-10-26T09:00:00Z',
    ['2029-10-27T00:30:00Z', '2029-10-28T00:30:00Z', '2029-10-29T01:30:00Z'],
    [24, 24, 25],
  ],
] as const;

test.each(CHANGES)(
  'at a cut-off of %s around the change of clocks after %s each day closes once and is told once',
  async (cutOff, start, cutOffs, hours) => {
    const { rig, mailbox } = house;
    rig.clock.passUntil(start);
    await newMailedShop(rig, ['books@shop.example'], { cutOff });
    const expected: string[][] = [];
    let serial = 100;
    const paid = async () => (await rig.pay({ serial: (serial += 1) })).id;
    let first = await paid();
    for (const instant of cutOffs) {
      // In the middle, and a second before the end; and at the cut-off itself, which belongs to the next day.
      rig.clock.passUntil(new Date(Date.parse(instant) - 90 * MINUTE_ms).toISOString());
      await endDay(rig);
      const middle = await paid();
      rig.clock.passUntil(new Date(Date.parse(instant) - 1_000).toISOString());
      expected.push([first, middle, await paid()].toSorted());
      await endDay(rig);
      rig.clock.passUntil(instant);
      first = await paid();
      await endDay(rig);
    }
    expect(Object.values(await told())).toEqual(expected);
    const reports = await reportsOf(rig);
    expect(reports.map(hoursOf)).toEqual(hours);
    expect(reports.map(({ until_at }) => until_at.toISOString().replace('.000', ''))).toEqual(cutOffs);
    const closed = (await rig.remittances()).filter(({ status }) => status === 'ACKNOWLEDGED');
    expect(closed.map(row => row.business_day)).toEqual(reports.map(row => row.business_day));
    expect(closed.map(row => row.debit_count)).toEqual([3, 3, 3]);
    expect(await mailbox.list()).toHaveLength(3);
    await mailbox.empty();
    expect(await makeReports(rig.deps)).toBe(0);
  },
);
