/** Both languages, and texts of others that would be more than text if they could. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { readTexts } from '../../server/adapters/texts.js';
import { NOT_AUTHENTICATED_REASONS } from '../../server/core/authentication-states.js';
import { BRANDS } from '../../server/core/card.js';
import { REFUND_STATUSES } from '../../server/core/refund.js';
import { REMITTANCE_STATUSES } from '../../server/core/remittance.js';
import { TRANSACTION_STATUSES } from '../../server/core/transaction.js';
import { WORK_KINDS } from '../../server/transactions/work-list.js';
import { rowsOfCsv } from './csv.js';
import { endDay, newMailedShop, onlyLetter, openMailedHouse, type MailedHouse } from './rig.js';

let house: MailedHouse;
let serial = 0;

beforeAll(async () => {
  house = await openMailedHouse('2027-03-10T09:00:00Z');
});
afterAll(() => house?.close());
afterEach(() => house.mailbox.empty());

/** The letter of a day in which one order was paid. */
async function letterOf(change: { orderId?: string; shopName?: string; locale?: 'fr' | 'en' }) {
  const { rig, mailbox } = house;
  const shopId = await newMailedShop(rig, ['books@shop.example'], { locale: change.locale ?? 'en' });
  const paid = await rig.pay({ amount: 123_456n, serial: (serial += 1) });
  const { sql: database } = rig.deps;
  if (change.shopName)
    await database.updateTable('shop').set({ name: change.shopName }).where('id', '=', shopId).execute();
  if (change.orderId)
    await database.updateTable('transaction').set({ order_id: change.orderId }).where('id', '=', paid.id).execute();
  rig.clock.pass(24 * 3_600_000);
  await endDay(rig);
  return onlyLetter(mailbox);
}

test('in French it is French, down to the money and the dates', async () => {
  const { email } = await letterOf({ locale: 'fr' });
  expect(email.subject).toBe('[Test] Maison Lumière\u00a0: mercredi 10 mars 2027');
  expect(email.text).toMatch(/Du 09\/03\/2027 22:00 au 10\/03\/2027 22:00 \(Europe\/Paris\)\./);
  expect(email.text).toMatch(/Remise en paiement +1 +1\u202f234,56\u00a0€/);
  expect(email.html).toContain('<html lang="fr">');
  expect(email.text).not.toMatch(/mail\.|\{\w+\}|Number|Status/);
});

test('whatever a report may have to name has words in both languages', () => {
  const texts = readTexts('messages');
  const keys = [
    ...TRANSACTION_STATUSES.map(status => `mail.status.${status}`),
    ...REFUND_STATUSES.map(status => `mail.refund.${status}`),
    ...REMITTANCE_STATUSES.map(status => `mail.remittance.${status}`),
    ...Object.keys(WORK_KINDS).map(kind => `mail.work.${kind}`),
    ...BRANDS.map(brand => `mail.brand.${brand}`),
    ...NOT_AUTHENTICATED_REASONS.map(reason => `mail.refused.${reason}`),
  ];
  expect(keys.filter(key => !texts.has(key))).toEqual([]);
});

test("a shop's name cannot add a header, a recipient or a tag", async () => {
  const shopName = 'A"\r\nBcc: thief@evil.example\r\n\r\n<script>alert(1)</script>\u2028=cmd';
  const { listed, email, raw } = await letterOf({ shopName });
  expect(listed.to).toEqual(['books@shop.example']);
  expect(email.headers.map(({ key }) => key)).not.toContain('bcc');
  expect(email.bcc).toBeUndefined();
  const [head = ''] = raw.toString().split('\r\n\r\n');
  expect(head).not.toMatch(/^bcc/im);
  expect(email.html).not.toContain('<script');
  expect(email.html).toContain('&lt;script&gt;');
});

test.each(['=1+1', '+33', '-2+3', '@SUM(A1)', '=HYPERLINK("http://evil.example","x")'])(
  'an order called %s is text to a spreadsheet',
  async orderId => {
    const { email } = await letterOf({ orderId });
    const [names = [], line = []] = rowsOfCsv(Buffer.from(email.attachments[0]?.content as ArrayBuffer));
    expect(line).toHaveLength(names.length);
    expect(line[names.indexOf('order')]).toBe(`'${orderId}`);
  },
);

test('an order called like a tag, with quotes and commas, stays one field of the file', async () => {
  const orderId = '"</td><img src=x>,\'';
  const { email } = await letterOf({ orderId });
  const [names = [], line = []] = rowsOfCsv(Buffer.from(email.attachments[0]?.content as ArrayBuffer));
  expect(line[names.indexOf('order')]).toBe(orderId);
  expect(email.html).not.toContain('<img');
});

test('no card number stands in a letter, only what may be shown of it', async () => {
  const { email } = await letterOf({});
  const csv = Buffer.from(email.attachments[0]?.content as ArrayBuffer).toString();
  expect(csv).toMatch(/"400012\*{6}\d{4}"/);
  for (const part of [csv, email.text, email.html, email.subject]) expect(part).not.toMatch(/400012\d{6}/);
});
