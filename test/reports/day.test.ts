/** What the report of a day says, read back from the mailbox by another author's parser and counted again in plain SQL. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { cardNumber } from '../../bank/grammar.js';
import { refundTransaction } from '../../server/refunds/refund-transaction.js';
import { BY_KEY } from '../remittance/rig.js';
import type { Email } from 'postal-mime';
import type { Listed } from '../support/mailbox.js';
import { rowsOfCsv } from './csv.js';
import { BOOKS, endDay, newMailedShop, onlyLetter, openMailedHouse, reportsOf, type MailedHouse } from './rig.js';

let house: MailedHouse;
let shopId: string;
let listed: Listed;
let email: Email;
let raw: Buffer;

beforeAll(async () => {
  house = await openMailedHouse('2027-03-10T09:00:00Z');
  const { rig, mailbox } = house;
  shopId = await newMailedShop(rig);
  await rig.pay({ serial: 1, amount: 1050n });
  await rig.pay({ serial: 2, amount: 2000n, capture: { plan: 'VALIDATION', days: 1 } });
  await rig.pay({ serial: 3, number: cardNumber('400012', '00', 3, '51') });
  await rig.pay({ serial: 5, currency: 'JPY', amount: 300n });
  const { id } = await rig.captured({ serial: 4, amount: 700n });
  await refundTransaction(rig.deps, shopId, BY_KEY, { idempotencyKey: rig.key(), transactionId: id, amount: 100n });
  rig.clock.passUntil('2027-03-10T20:59:59Z');
  await endDay(rig);
  expect(await mailbox.list()).toEqual([]);
  rig.clock.passUntil('2027-03-10T21:00:01Z');
  await endDay(rig);
  await endDay(rig);
  ({ listed, email, raw } = await onlyLetter(mailbox));
});
afterAll(() => house?.close());

/** The lines of a table in the text, from its title to the next empty line. */
function tableIn(text: string, title: string): string[] {
  const [, after = ''] = text.split(`${title}\n${'-'.repeat(title.length)}\n\n`);
  return (after.split('\n\n')[0] ?? '').split('\n').map(line => line.replaceAll(/ {2,}/g, ' | '));
}

test('a day is mailed once, after its cut-off', async () => {
  expect(listed).toMatchObject({ to: [BOOKS], messageId: `<daily.2027-03-10.${shopId}@127.0.0.1>` });
  expect(email).toMatchObject({
    subject: '[Test] Maison Lumière: Wednesday, 10 March 2027',
    date: '2027-03-10T21:00:00.000Z',
    from: { address: 'till@guichet.example' },
  });
});

test('it counts and sums by status and by brand what the database holds', async () => {
  const text = email.text ?? '';
  const { rows } = await sql<{ line: string }>`
    select status || ' ' || currency || ' ' || count(*) || ' ' || sum(requested) as line from transaction
    where shop_id = ${shopId} group by status, currency order by 1`.execute(house.rig.deps.sql);
  expect(rows.map(({ line }) => line)).toEqual([
    'CAPTURED EUR 2 1750',
    'CAPTURED JPY 1 300',
    'DECLINED EUR 1 1000',
    'TO_VALIDATE EUR 1 2000',
  ]);
  expect(tableIn(text, 'Transactions of the day')).toEqual([
    'Status | Number | Amount asked',
    'Declined by the issuer | 1 | €10.00',
    'To validate | 1 | €20.00',
    'Captured | 2 | €17.50',
    'Captured | 1 | ¥300',
  ]);
  expect(tableIn(text, 'By brand')).toEqual([
    'Brand | Number | Accepted | Amount accepted',
    'Visa | 4 | 3 | €37.50',
    'Visa | 1 | 1 | ¥300',
  ]);
});

test('it says why there was a no, what was refunded, what went to the bank, and what waits for somebody', () => {
  const text = email.text ?? '';
  expect(tableIn(text, 'Refused and declined, by reason')[1]).toMatch(
    /^Declined by the issuer \| 51 · .* \| 1 \| €10.00$/,
  );
  expect(tableIn(text, 'Refunds asked for during the day')[1]).toBe('Credited | 1 | €1.00');
  expect(tableIn(text, 'Remittances of the day').slice(1)).toEqual([
    'No. 1, EUR | 2 | €17.50 | 0 | €0.00 | The bank has taken it, and its totals agree.',
    'No. 2, EUR | 0 | €0.00 | 1 | €1.00 | The bank has taken it, and its totals agree.',
    'No. 1, JPY | 1 | ¥300 | 0 | ¥0 | The bank has taken it, and its totals agree.',
  ]);
  expect(tableIn(text, 'What needs your attention')[1]).toBe('Validations whose deadline is within two days | 1');
});

test('it leads into the till, and says in HTML what it says in text', () => {
  const list =
    '/till/transactions?status=DECLINED&from=2027-03-09T21%3A00%3A00.000Z&until=2027-03-10T21%3A00%3A00.000Z';
  expect(email.text).toContain(list);
  expect(email.html).toContain(list.replaceAll('&', '&amp;'));
  for (const figure of ['€37.50', '¥300', 'To validate', '51 · ']) expect(email.html).toContain(figure);
});

test('every transaction of the day is in the file, with its masked card', async () => {
  const [file] = email.attachments;
  expect(file).toMatchObject({ filename: 'transactions-2027-03-10.csv', mimeType: 'text/csv' });
  const [names = [], ...lines] = rowsOfCsv(Buffer.from(file?.content as ArrayBuffer));
  const of = (name: string) => lines.map(line => line[names.indexOf(name)]).toSorted();
  const { rows } = await sql<{ id: string; masked: string }>`
    select t.id, masked from transaction t join card on card.id = card_id
    where t.shop_id = ${shopId}`.execute(house.rig.deps.sql);
  expect(of('transaction')).toEqual(rows.map(({ id }) => id).toSorted());
  expect(of('card')).toEqual(rows.map(({ masked }) => masked).toSorted());
  expect(of('requested')).toEqual(['10.00', '10.50', '20.00', '300', '7.00']);
});

test('what was mailed is what is kept, byte for byte', async () => {
  const [report, ...others] = await reportsOf(house.rig);
  expect(others).toEqual([]);
  expect(Buffer.from(report?.message ?? []).equals(raw)).toBe(true);
  const csv = Buffer.from(email.attachments[0]?.content as ArrayBuffer).toString();
  expect(report?.csv).toBe(csv);
  expect(report?.text?.trimEnd()).toBe(email.text?.trimEnd());
  expect(report?.html?.trimEnd()).toBe(email.html?.trimEnd());
});
